import Dispatch
import Platform
import Synchronization

/// Cancels the tasks of requests whose deadline has passed.
///
/// One sweep every 250 ms while requests are under way, instead of a timer per request: beginning and ending cost a lock and no allocation.
/// A handler that does not heed cancellation goes on; its answer is sent when it comes.
final class DeadlineWatch: Sendable {
    /// Names a slot while its request is under way.
    struct Ticket: Sendable {
        fileprivate var shard: Int
        fileprivate var slot: Int
    }

    /// A running task, which any thread may cancel before it ends.
    ///
    /// Kept as the pointer it is: the library does not promise the layout of `UnsafeCurrentTask`, so that copies of it go through its metadata.
    fileprivate struct Running: Sendable {
        private let bits: UInt

        init(_ task: UnsafeCurrentTask) { bits = unsafeBitCast(task, to: UInt.self) }

        func cancel() { unsafeBitCast(bits, to: UnsafeCurrentTask.self).cancel() }

        /// Tasks lie at addresses that differ in their middle bits.
        var shard: Int { Int(bits >> 8) % DeadlineWatch.shardCount }
    }

    fileprivate struct Slot: Sendable {
        var running: Running?
        var deadline: Duration
        var hasPassed = false
        var nextFree = -1
    }

    fileprivate struct Shard: Sendable {
        var slots: [Slot] = []
        var firstFree = -1
        var busy = 0
    }

    private static let interval = DispatchTimeInterval.milliseconds(250)
    private static let shardCount = 8

    private let shards: [Lock<Shard>]
    private let isArmed = Atomic(false)
    private let clock: any MonotonicClock
    private let queue = DispatchQueue(label: "deadlines")

    init(clock: any MonotonicClock) {
        self.clock = clock
        shards = (0..<Self.shardCount).map { _ in Lock(Shard()) }
    }

    /// Watches the current task until `end`.
    func begin(until deadline: Duration) -> Ticket {
        let running = withUnsafeCurrentTask { task in task.map(Running.init) }
        let shard = running?.shard ?? 0
        let slot = shards[shard].withLock { $0.insert(Slot(running: running, deadline: deadline)) }
        if !isArmed.load(ordering: .relaxed), !isArmed.exchange(true, ordering: .acquiringAndReleasing) { arm() }
        return Ticket(shard: shard, slot: slot)
    }

    /// Stops watching; true when the deadline had passed.
    func end(_ ticket: Ticket) -> Bool {
        shards[ticket.shard].withLock { $0.remove(ticket.slot) }
    }

    /// Cancels what is late; returns how many requests are under way.
    func sweep() -> Int {
        let now = clock.uptime()
        return shards.reduce(0) { sum, shard in sum + shard.withLock { $0.cancelLate(now) } }
    }

    private func arm() {
        queue.asyncAfter(deadline: .now() + Self.interval) { [weak self] in self?.tick() }
    }

    private func tick() {
        if sweep() > 0 { return arm() }
        isArmed.store(false, ordering: .sequentiallyConsistent)
        // A request may have begun between the sweep and the store and relied on us.
        if sweep() > 0, !isArmed.exchange(true, ordering: .acquiringAndReleasing) { arm() }
    }
}

extension DeadlineWatch.Shard {
    fileprivate mutating func insert(_ slot: DeadlineWatch.Slot) -> Int {
        busy += 1
        guard firstFree >= 0 else {
            slots.append(slot)
            return slots.count - 1
        }
        let index = firstFree
        firstFree = slots[index].nextFree
        slots[index] = slot
        return index
    }

    fileprivate mutating func remove(_ index: Int) -> Bool {
        busy -= 1
        slots[index].running = nil
        slots[index].nextFree = firstFree
        firstFree = index
        return slots[index].hasPassed
    }

    fileprivate mutating func cancelLate(_ now: Duration) -> Int {
        guard busy > 0 else { return 0 }
        for index in slots.indices {
            guard let running = slots[index].running, !slots[index].hasPassed, slots[index].deadline <= now else { continue }
            slots[index].hasPassed = true
            running.cancel()
        }
        return busy
    }
}
