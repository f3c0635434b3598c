import CEpoll
import Synchronization

/// One reactor: a thread, an epoll instance, timers, and the executor of everything that runs on it.
///
/// Nothing may run longer than 1 ms on a loop; blocking work goes to `Platform.BlockingPool`.
public actor EventLoop {
    static let wakeUpToken: UInt64 = .max

    /// The executor whose thread this loop is.
    public nonisolated let executor: LoopExecutor
    /// Place of this loop in its group, from 0.
    public nonisolated let index: Int
    /// Isolation is the loop's thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Monotonic nanoseconds as of the start of this pass.
    @exclusivity(unchecked) public internal(set) var now: UInt64 = monotonicNanoseconds()
    /// What ran last, for the watchdog's report on passes whose slowest job nobody can name: set by whoever starts work.
    @exclusivity(unchecked) public var activity = Activity([], 0..<0)
    /// Names a task for the watchdog's report, nil where it is not known; asked only of one that took long, before anything else runs.
    @exclusivity(unchecked) public var describeTask: (LoopTask) -> Activity? = { _ in nil }
    /// Whose job runs on this loop.
    public var task: LoopTask { executor.task }
    @exclusivity(unchecked) var watch = JobWatch()

    /// A text in ASCII, as a place in bytes that may hold more.
    public struct Activity: Sendable {
        private let bytes: [UInt8]
        private let range: Range<Int>

        /// The text at `range` of `bytes`.
        public init(_ bytes: [UInt8], _ range: Range<Int>) {
            self.bytes = bytes
            self.range = range
        }

        var text: String { String(decoding: bytes[range], as: UTF8.self) }
    }

    struct Entry {
        var handler: (any ReadinessHandler)?
        var generation: UInt32 = 0
    }

    @exclusivity(unchecked) var entries: [Entry] = []
    @exclusivity(unchecked) var timers = TimerQueue()
    @exclusivity(unchecked) var timerActions: [TimerID: @Sendable (isolated EventLoop) -> Void] = [:]
    @exclusivity(unchecked) var timerHandlers: [TimerID: any TimerHandler] = [:]
    @exclusivity(unchecked) var dirty: [any Flushable] = []
    @exclusivity(unchecked) var flushing: [any Flushable] = []
    let stopped = Atomic<Bool>(false)
    let slowPass: SlowPassReport?

    init(index: Int, slowPass: SlowPassReport?) {
        executor = LoopExecutor()
        self.index = index
        self.slowPass = slowPass
    }

    /// The loop that runs on the current thread; nil off the loops.
    public static nonisolated var current: EventLoop? {
        cepoll_thread_loop().map { Unmanaged<EventLoop>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Runs `body` on the loop soon; from any thread, without a detour over the shared pool, which may be busy.
    public nonisolated func submit(_ body: @escaping @Sendable (isolated EventLoop) -> Void) {
        Task(executorPreference: executor) { await self.run(body) }
    }

    private func run(_ body: @Sendable (isolated EventLoop) -> Void) { body(self) }

    /// True when called on this loop's thread.
    public nonisolated var isCurrent: Bool { executor.isOnThread }
}
