import Synchronization

/// Bounds how many of something are under way at once; nobody waits, who finds no place is refused.
public final class ConcurrencyLimit: Sendable {
    /// A place that is given back when it is ended, and at the latest when nobody holds it any more: also when what it was taken for never happens.
    public final class Lease: Sendable {
        private let limit: ConcurrencyLimit
        private let isHeld = Atomic(true)

        fileprivate init(_ limit: ConcurrencyLimit) { self.limit = limit }

        deinit { end() }

        /// Gives the place back; once.
        public func end() {
            if isHeld.exchange(false, ordering: .relaxed) { limit.taken.subtract(1, ordering: .relaxed) }
        }
    }

    private let taken = Atomic(0)
    private let places: Int

    /// A limit of so many places.
    public init(_ places: Int) { self.places = places }

    /// A place, or nil when all are taken.
    public func lease() -> Lease? {
        if taken.add(1, ordering: .relaxed).newValue <= places { return Lease(self) }
        taken.subtract(1, ordering: .relaxed)
        return nil
    }
}
