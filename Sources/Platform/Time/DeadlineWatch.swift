import Dispatch
import Synchronization

/// Cancels the tasks, of requests for instance, whose deadline has passed.
///
/// One sweep every 250 ms while tasks are under way, instead of a timer for each: beginning and ending cost a lock and no allocation.
/// A task that does not heed cancellation goes on. What it waits for meanwhile asks `TaskDeadline` how long it may take, and so ends in time by itself.
public final class DeadlineWatch: Sendable {
    /// Names a slot while its task is under way.
    public struct Ticket: Sendable {
        fileprivate var shard: Int
        fileprivate var slot: Int
    }

    /// A running task, which any thread may cancel before it ends.
    ///
    /// Kept as the pointer it is: the library does not promise the layout of `UnsafeCurrentTask`, so that copies of it go through its metadata.
    fileprivate struct Running: Sendable, Equatable {
        private let bits: UInt

        init(_ task: UnsafeCurrentTask) { bits = unsafeBitCast(task, to: UInt.self) }

        func cancel() { unsafeBitCast(bits, to: UnsafeCurrentTask.self).cancel() }

        /// Tasks lie at addresses that differ in their middle bits.
        var shard: Int { Int(bits >> 8) % DeadlineWatch.shardCount }
    }

    /// Who is watched, and by which clock.
    private struct Roster: Sendable {
        var shards: [Lock<Shard>]
        var clock: any MonotonicClock
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

    /// Those of every watch, for who asks about a task without knowing by whom it is watched; there is one watch in a service.
    private static let everywhere = Lock<[Roster]>([])

    private let shards: [Lock<Shard>]
    private let clock: any MonotonicClock
    private let isArmed = Atomic(false)
    private let queue = DispatchQueue(label: "deadlines")

    /// A watch that nobody is under yet.
    ///
    /// - Parameter clock: deadlines are moments of its.
    public init(clock: any MonotonicClock) {
        let shards = (0..<Self.shardCount).map { _ in Lock(Shard()) }
        self.shards = shards
        self.clock = clock
        Self.everywhere.withLock { $0.append(Roster(shards: shards, clock: clock)) }
    }

    deinit {
        let first = shards[0]
        Self.everywhere.withLock { $0.removeAll { $0.shards[0] === first } }
    }

    /// Watches the current task until `end`.
    public func begin(until deadline: Duration) -> Ticket {
        let running = withUnsafeCurrentTask { task in task.map(Running.init) }
        let shard = running?.shard ?? 0
        let slot = shards[shard].withLock { $0.insert(Slot(running: running, deadline: deadline)) }
        if !isArmed.load(ordering: .relaxed), !isArmed.exchange(true, ordering: .acquiringAndReleasing) { arm() }
        return Ticket(shard: shard, slot: slot)
    }

    /// Stops watching; true when the deadline had passed.
    public func end(_ ticket: Ticket) -> Bool {
        shards[ticket.shard].withLock { $0.remove(ticket.slot) }
    }

    /// Cancels what is late; returns how many requests are under way.
    public func sweep() -> Int {
        let now = clock.uptime()
        return shards.reduce(0) { sum, shard in sum + shard.withLock { $0.cancelLate(now) } }
    }

    /// How long the current task may take still, by whichever watch it is under; nil when it is under none.
    static var remainingTime: Duration? {
        guard let running = withUnsafeCurrentTask(body: { task in task.map(Running.init) }) else { return nil }
        for roster in everywhere.withLock({ $0 }) {
            guard let deadline = roster.shards[running.shard].withLock({ $0.deadline(of: running) }) else { continue }
            return max(.zero, deadline - roster.clock.uptime())
        }
        return nil
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

    /// The earliest deadline of a task.
    fileprivate func deadline(of running: DeadlineWatch.Running) -> Duration? {
        guard busy > 0 else { return nil }
        var earliest: Duration?
        for slot in slots where slot.running == running { earliest = min(earliest ?? slot.deadline, slot.deadline) }
        return earliest
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
