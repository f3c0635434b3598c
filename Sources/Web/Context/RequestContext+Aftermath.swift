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
    /// reaches them. One that throws, or takes longer than `AftermathLimits.releaseLimit`, is logged and keeps neither the answer nor the others. What
    /// must be able to fail the request, for instance a commit, belongs into the handler.
    public func onRelease(_ release: @escaping @Sendable (RequestOutcome) async throws -> Void) {
        makeAftermath().add(release)
    }

    /// Leaves work to be done when the answer has been sent (Starlette's `BackgroundTask`).
    ///
    /// The tasks of a request run in order, each within `AftermathLimits.taskLimit`; one that fails is logged with the request's id, and the next
    /// begins. They run when the handler returned normally, even if the client has gone, and are dropped when an error took the place of its answer.
    /// A server that shuts down waits for them within its drain limit, then cancels them: work that must not be lost belongs into a table.
    ///
    /// - Throws: `HTTPError` 503 when the application has no room, 500 beyond `AftermathLimits.tasksPerRequest`.
    public func afterResponse(_ work: @escaping @Sendable () async throws -> Void) throws(HTTPError) {
        let aftermath = makeAftermath(), limits = application.configuration.aftermath
        guard aftermath.taskCount < limits.tasksPerRequest else { throw .unexpected.because(BackgroundTaskError.tooMany(limit: limits.tasksPerRequest)) }
        guard let lease = entrance.backgroundSlots.lease() else { throw .noRoomForBackgroundTask }
        aftermath.add(Aftermath.BackgroundTask(work: work, lease: lease))
    }

    /// Remembers the error that is the answer, for what is released.
    @usableFromInline
    func failed(_ error: any Error) { aftermath?.fail(error) }

    private func makeAftermath() -> Aftermath {
        if let aftermath { return aftermath }
        let made = Aftermath()
        aftermath = made
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
