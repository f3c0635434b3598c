import Platform

extension RequestContext {
    /// Says what is to be released when the request is over: the clean-up of an input (FastAPI's `yield`).
    ///
    /// ```swift
    /// static func resolve(in context: RequestContext) async throws -> Turn {
    ///     let lease = try await context.provided(Pool.self).lease()
    ///     context.onRelease { outcome in await lease.end(keeping: outcome.error == nil) }
    ///     return Turn(lease)
    /// }
    /// ```
    /// Releases run exactly once, the last registered first: after the answer was handed over with all its content and after the request's background
    /// tasks (as FastAPI since 0.118), and also when a later input or the handler fails, the deadline passes or the client goes away; no cancellation
    /// reaches them. One that throws, or takes longer than `CompletionLimits.releaseLimit`, is logged and keeps neither the answer nor the others. What
    /// must be able to fail the request, for instance a commit, belongs into the handler.
    public func onRelease(_ release: @escaping @Sendable (RequestOutcome) async throws -> Void) {
        makeCompletion().add(release)
    }

    /// Leaves work to be done when the answer has been sent (Starlette's `BackgroundTask`).
    ///
    /// The tasks of a request run in order, each within `CompletionLimits.taskLimit`; one that fails is logged with the request's id, and the next
    /// begins. They run when the handler returned normally, even if the client has gone, and are dropped when an error took the place of its answer.
    /// A server that shuts down waits for them within its drain limit, then cancels them: work that must not be lost belongs into a table.
    ///
    /// - Throws: `HTTPError` 503 when the application has no room, 500 beyond `CompletionLimits.tasksPerRequest`.
    public func afterResponse(_ work: @escaping @Sendable () async throws -> Void) throws(HTTPError) {
        let completion = makeCompletion(), limits = application.configuration.completion
        guard completion.taskCount < limits.tasksPerRequest else { throw .unexpected.because(BackgroundTaskError.tooMany(limit: limits.tasksPerRequest)) }
        guard let lease = entrance.backgroundTasks.lease() else { throw .noRoomForBackgroundTask }
        completion.add(RequestCompletion.BackgroundTask(work: work, lease: lease))
    }

    /// Remembers the error that is the answer, for what is released.
    @usableFromInline
    func failed(_ error: any Error) { completion?.fail(error) }

    private func makeCompletion() -> RequestCompletion {
        if let completion { return completion }
        let made = RequestCompletion()
        completion = made
        return made
    }
}

/// Our own mistake with background tasks, for the log.
enum BackgroundTaskError: Error {
    case tooMany(limit: Int)
}

extension HTTPError {
    fileprivate static var noRoomForBackgroundTask: HTTPError {
        .unavailable("busy", "Too much work is under way; try again in a moment.", retryAfter: .seconds(1), debugDescription: "no place for a background task")
    }
}
