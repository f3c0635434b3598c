import Platform

/// Runs work in a task of its own that is waited for at most a time: late work is cancelled and left behind.
struct TimedWork: Sendable {
    /// How work ended.
    enum End: Sendable {
        case finished
        case failed(any Error)
        /// It was cancelled, because its time was over or by the caller.
        case cancelled
    }

    let deadlines: DeadlineWatch
    let clock: any MonotonicClock

    /// Starts the work; its end comes in the stream.
    func start(
        for limit: Duration, isolation: isolated (any Actor)? = #isolation, _ work: @escaping @Sendable () async throws -> Void
    ) -> (task: Task<Void, Never>, end: AsyncStream<End>) {
        let (ends, end) = AsyncStream<End>.makeStream(bufferingPolicy: .bufferingOldest(1))
        let task = Task {
            // Stays on the caller's loop.
            _ = isolation
            let watched = deadlines.begin(until: clock.uptime() + limit)
            await withTaskCancellationHandler {
                do {
                    try await work()
                    end.yield(.finished)
                } catch {
                    end.yield(.failed(error))
                }
            } onCancel: {
                end.yield(.cancelled)
            }
            _ = deadlines.end(watched)
        }
        return (task, ends)
    }
}
