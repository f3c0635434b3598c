import Platform

/// What tasks and releases of one request need when the request itself is over.
struct CompletionRun: Sendable {
    private let limits: CompletionLimits
    private let timedWork: TimedWork
    private let logger: Logger
    private let requestID: String
    private let route: String?

    init(_ context: RequestContext) {
        limits = context.application.configuration.completion
        timedWork = context.application.timedWork
        logger = context.application.configuration.logger
        requestID = context.id
        route = context.route?.template
    }

    func start(_ task: RequestCompletion.BackgroundTask, isolation: isolated (any Actor)? = #isolation) -> (Task<Void, Never>, AsyncStream<TimedWork.End>) {
        timedWork.start(for: limits.taskLimit) {
            // The place is taken as long as the work goes on, also when nobody waits for it any more.
            defer { task.lease.end() }
            try await task.work()
        }
    }

    func start(
        _ release: @escaping RequestCompletion.Release, _ outcome: RequestOutcome, isolation: isolated (any Actor)? = #isolation
    ) -> (task: Task<Void, Never>, end: AsyncStream<TimedWork.End>) {
        timedWork.start(for: limits.releaseLimit) { try await release(outcome) }
    }

    /// `background.failed` or `release.failed` with the request's id and what went wrong; nothing for what finished.
    func log(_ end: TimedWork.End, _ event: StaticString) {
        if case .finished = end { return }
        logger.error(event) { line in
            line.field("request_id", requestID)
            line.field("route", route)
            switch end {
            case .finished: break
            case .failed(let error): line.field("error", error: error)
            case .cancelled: line.field("error", "cancelled: its time was over, or the server is leaving")
            }
        }
    }
}
