import Synchronization

/// Bounds how many background tasks wait or run in an application.
final class BackgroundSlots: Sendable {
    /// A place that is given back when its task has ended or was dropped.
    final class Lease: Sendable {
        private let slots: BackgroundSlots

        fileprivate init(_ slots: BackgroundSlots) { self.slots = slots }

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
