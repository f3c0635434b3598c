import Synchronization

/// Bounds how many contents are compressed at once.
final class CompressionSlots: Sendable {
    /// A place that is given back when nobody holds it any more, also when its content is never sent.
    final class Lease: Sendable {
        private let slots: CompressionSlots

        fileprivate init(_ slots: CompressionSlots) { self.slots = slots }

        deinit { slots.taken.subtract(1, ordering: .relaxed) }
    }

    private let taken = Atomic(0)
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// A place, or nil when all are taken.
    func lease() -> Lease? {
        if taken.add(1, ordering: .relaxed).newValue <= limit { return Lease(self) }
        taken.subtract(1, ordering: .relaxed)
        return nil
    }
}
