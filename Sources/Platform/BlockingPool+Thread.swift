import Dispatch

extension BlockingPool {
    /// Runs asynchronous code that may block on one of the pool's threads, from its first to its last instruction, and resumes the caller on its own executor.
    ///
    /// The thread is held while the code waits for something, as by a thread per request; what runs on an executor of its own (an event loop, an actor) runs there.
    ///
    /// - Throws: `BlockingPoolError.full` at once when the bound is reached, or what `work` throws.
    public func withThread<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let thread = HeldThread()
        guard admit({ thread.runJobs() }) else { throw BlockingPoolError.full(limit: limit) }
        defer { thread.release() }
        // A child task: it hears of its parent's cancellation and begins on its executor, wherever its parent is.
        return try await withThrowingTaskGroup(of: Result.self) { tasks in
            tasks.addTask(executorPreference: thread) { try await work() }
            return try await tasks.next()!
        }
    }
}

/// A thread of the pool as the executor of one piece of asynchronous work.
private final class HeldThread: TaskExecutor {
    private let state = Lock((jobs: [UnownedJob](), isReleased: false))
    private let changed = DispatchSemaphore(value: 0)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        changed.signal()
    }

    /// Nothing more comes.
    func release() {
        state.withLock { $0.isReleased = true }
        changed.signal()
    }

    /// Runs what is enqueued until the release; called on the thread that is held.
    func runJobs() {
        while true {
            changed.wait()
            let (jobs, isReleased) = state.withLock { state in
                defer { state.jobs = [] }
                return (state.jobs, state.isReleased)
            }
            for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
            if isReleased { return }
        }
    }
}
