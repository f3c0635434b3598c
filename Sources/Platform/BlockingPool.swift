import Dispatch

/// Why a piece of blocking work was not run.
public enum BlockingPoolError: Error, Equatable {
    /// The pool holds `limit` pieces of work already; answer 503 and try later.
    case full(limit: Int)
}

/// A bounded set of threads for work that must not run on an event loop: files, name resolution, images, speech, C calls that wait.
///
/// At most `threads` pieces run at once and at most `queueLimit` more wait, first come, first served; one more is refused at once.
public final class BlockingPool: Sendable {
    typealias Work = @Sendable () -> Void

    private struct State {
        var idle: [DispatchQueue]
        var waiting: [Work] = []
        var nextWaiting = 0

        /// The work that has waited longest.
        mutating func takeWaiting() -> Work? {
            guard nextWaiting < waiting.count else { return nil }
            defer {
                nextWaiting += 1
                if nextWaiting == waiting.count || nextWaiting > 256 {
                    waiting.removeFirst(nextWaiting)
                    nextWaiting = 0
                }
            }
            return waiting[nextWaiting]
        }
    }

    private let threads: Int
    private let queueLimit: Int
    private let state: Lock<State>

    /// Creates a pool; threads start with the first work.
    ///
    /// - Parameters:
    ///   - label: what the threads are called in a debugger.
    ///   - threads: how many pieces of work run at once, at least 1.
    ///   - queueLimit: how many more may wait, at least 0.
    public init(label: String, threads: Int, queueLimit: Int) {
        precondition(threads >= 1 && queueLimit >= 0, "a blocking pool needs a thread and a queue limit of 0 or more")
        self.threads = threads
        self.queueLimit = queueLimit
        // Plain serial queues own their thread while they work; queues that target .global() starve behind blocked work.
        state = Lock(State(idle: (0..<threads).map { DispatchQueue(label: "\(label).\($0)") }))
    }

    /// Runs `work` on one of the pool's threads and resumes the caller on its own executor.
    ///
    /// - Throws: `BlockingPoolError.full` at once when the bound is reached, or what `work` throws.
    public func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        // Taken out to be run, so that what it holds is let go of before the caller goes on, and not by this thread a moment later.
        let work = Lock<(@Sendable () throws -> Result)?>(work)
        return try await Handover<Result>.wait { caller in
            let admitted = admit { caller.resume(with: Swift.Result { try work.withLock { $0.take() }!() }) }
            if !admitted { caller.resume(with: .failure(BlockingPoolError.full(limit: limit))) }
        }
    }

    /// How many pieces of work run or wait now.
    public var pendingCount: Int {
        state.withLock { threads - $0.idle.count + $0.waiting.count - $0.nextWaiting }
    }

    /// How many pieces of work it holds at most.
    var limit: Int { threads + queueLimit }

    func admit(_ work: @escaping Work) -> Bool {
        enum Admission { case start(DispatchQueue), queued, refused }
        let limit = queueLimit
        let admission: Admission = state.withLock { state in
            if let queue = state.idle.popLast() { return .start(queue) }
            guard state.waiting.count - state.nextWaiting < limit else { return .refused }
            state.waiting.append(work)
            return .queued
        }
        guard case .start(let queue) = admission else { if case .queued = admission { return true } else { return false } }
        queue.async { self.drain(startingWith: work, on: queue) }
        return true
    }

    private func drain(startingWith first: Work, on queue: DispatchQueue) {
        var work = first
        while true {
            work()
            let next: Work? = state.withLock { state in
                if let next = state.takeWaiting() { return next }
                state.idle.append(queue)
                return nil
            }
            guard let next else { return }
            work = next
        }
    }
}
