public import HTTPCore
public import Postgres
public import Web

extension HTTPError {
    /// What a caller hears of a database error: 503 with `Retry-After` while it is away, busy or too slow, 500 otherwise.
    public init(_ error: PostgresError) {
        let debug = "\(String(reflecting: error))"
        switch error {
        case .timeout:
            self = .unavailable(
                "database-timeout", "The database took too long; try again in a moment.", retryAfter: .seconds(1), debugDescription: debug)
        case _ where error.isBusyness:
            self = .unavailable("database-busy", "The database is busy; try again in a moment.", retryAfter: .seconds(1), debugDescription: debug)
        case _ where error.isUnavailability:
            self = .unavailable(
                "database-unavailable", "The database is not reachable at the moment; try again in a few seconds.", retryAfter: error.retryAfter ?? .seconds(1),
                debugDescription: debug)
        default:
            self.init(
                .internalServerError, type: "internal-error",
                detail: "Something went wrong on our side; try again, and quote the request id if it stays so.", debugDescription: debug)
        }
    }
}

extension PostgresError {
    /// The database is there, but others were first: every connection is taken, or the statement lost against others or against the clock.
    fileprivate var isBusyness: Bool {
        if case .poolExhausted = self { return true }
        return switch serverError?.state {
        case .queryCanceled, .lockNotAvailable, .serializationFailure, .deadlockDetected: true
        default: false
        }
    }
}

/// Turns database errors that a handler did not expect into answers.
public struct PostgresErrorRendering: Middleware {
    /// Nothing to configure.
    public init() {}

    /// Passes the request on and translates what comes back.
    public func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        do {
            return try await next(context)
        } catch let error as PostgresError {
            if case .cancelled = error { throw CancellationError() }
            throw HTTPError(error)
        }
    }
}
