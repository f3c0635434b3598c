import CEpoll
import Glibc
import Platform
import Synchronization

/// Runs the jobs of one event loop on that loop's thread: serial executor of the `EventLoop` actor, and of what `LoopContinuation` resumes.
///
/// A job enqueued on the loop's own thread costs an append; from another thread it takes a lock and, when the loop may be asleep, one `eventfd` write.
public final class LoopExecutor: SerialExecutor, TaskExecutor, @unchecked Sendable {
    /// The epoll instance of the loop.
    let epoll: Int32
    /// Wakes `epoll_wait` from other threads.
    let wakeUp: Int32

    // Touched on the loop's thread only.
    static let eventCapacity: Int32 = 512
    let events = UnsafeMutablePointer<epoll_event>.allocate(capacity: Int(eventCapacity))
    @exclusivity(unchecked) private var jobs: [UnownedJob] = []
    @exclusivity(unchecked) private var running: [UnownedJob] = []
    /// Whose job runs, or ran last.
    @exclusivity(unchecked) private(set) var task = LoopTask()
    // Identity of the thread that runs the loop; 0 before it starts.
    private let thread = Atomic<UInt>(0)
    private let remote = Lock<[UnownedJob]>([])

    /// Once per process, before there is a loop whose resumptions could go astray.
    private static let installed: Void = cepoll_install_resumption { executor, job in
        Unmanaged<LoopExecutor>.fromOpaque(executor!)._withUnsafeGuaranteedRef { $0.jobs.append(unsafeBitCast(job!, to: UnownedJob.self)) }
    }

    init() {
        _ = Self.installed
        epoll = cepoll_create()
        wakeUp = cepoll_eventfd()
        precondition(epoll >= 0 && wakeUp >= 0, "no descriptors for an event loop: raise the open files limit (ulimit -n)")
        _ = cepoll_add(epoll, wakeUp, cepoll_in, EventLoop.wakeUpToken)
    }

    deinit {
        close(epoll)
        close(wakeUp)
        events.deallocate()
    }

    /// True on the thread that runs the loop.
    @inline(__always)
    var isOnThread: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    var hasJobs: Bool { !jobs.isEmpty }

    func adoptCurrentThread() {
        thread.store(UInt(pthread_self()), ordering: .sequentiallyConsistent)
    }

    /// Takes a job to run on the loop (called by the Swift runtime).
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if isOnThread {
            jobs.append(job)
        } else if remote.withLock({
            $0.append(job); return $0.count == 1
        }) {
            wake()
        }
    }

    /// The unowned reference the runtime compares isolation by.
    public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    /// Traps when called off the loop's thread.
    public func checkIsolated() { precondition(isOnThread, "not on this event loop") }

    /// Tells the runtime whether the current thread is the loop's.
    public func isIsolatingCurrentContext() -> Bool? { isOnThread }

    func wake() {
        var one: UInt64 = 1
        _ = write(wakeUp, &one, 8)
    }

    /// Moves jobs that other threads enqueued to the loop's own list.
    func takeRemoteJobs() {
        var count: UInt64 = 0
        _ = read(wakeUp, &count, 8)
        var taken: [UnownedJob] = []
        remote.withLock { swap(&taken, &$0) }
        jobs.append(contentsOf: taken)
    }

    /// Runs the jobs that are there now, `ended` after each; what they enqueue waits for the next call.
    @inline(__always)
    func runJobs(ended: () -> Void) {
        swap(&jobs, &running)
        let serial = asUnownedSerialExecutor()
        // Not as a task executor too: tasks without that preference would be enqueued anew at every return of an asynchronous function.
        for job in running {
            task = LoopTask(job)
            job.runSynchronously(on: serial)
            ended()
        }
        running.removeAll(keepingCapacity: true)
    }
}
