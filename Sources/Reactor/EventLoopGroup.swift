import CEpoll
import Dispatch
import Platform
import Synchronization

/// The event loops of a process, one per core; started on creation, stopped by `stop`.
public final class EventLoopGroup: Sendable {
    /// The loops, in the order of their `index`.
    public let loops: [EventLoop]
    private let cursor = Atomic<Int>(0)
    private let finished = DispatchGroup()

    /// Starts loops.
    ///
    /// - Parameters:
    ///   - count: how many, by default one per online core.
    ///   - slowPass: hears of passes that block a loop; nil to not look.
    public init(count: Int = EventLoopGroup.coreCount, slowPass: SlowPassReport? = nil) {
        precondition(count >= 1, "a group needs at least one loop")
        // `send` can be told to raise no signal for a peer that has gone, `sendfile` cannot.
        ignoreBrokenPipeSignal()
        loops = (0..<count).map { EventLoop(index: $0, slowPass: slowPass) }
        for loop in loops {
            // One endless work item on a plain serial queue costs the same as a thread.
            DispatchQueue(label: "event-loop.\(loop.index)").async(group: finished) { loop.run() }
        }
    }

    /// Cores this process may run on (`sched_getaffinity`), which may be fewer than the machine has: two loops on one core only take turns.
    public static var coreCount: Int { max(1, Int(cepoll_core_count())) }

    /// The current thread's loop when it belongs to this group, else the next one in turn.
    public var any: EventLoop {
        if let current = EventLoop.current, loops[current.index % loops.count] === current { return current }
        return loops[abs(cursor.wrappingAdd(1, ordering: .relaxed).oldValue) % loops.count]
    }

    /// Ends all loops and waits until their threads have left them; not to be called on a loop.
    public func stop() {
        for loop in loops { loop.stop() }
        finished.wait()
    }
}
