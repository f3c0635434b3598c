public import HTTPCore
public import Postgres
public import Web

extension HTTPError {
    /// What a caller hears of a database error: 503 with `Retry-After` while it is away or full, 504 when it was too slow, 500 otherwise.
    public init(_ error: PostgresError) {
        let debug = "\(String(reflecting: error))"
        if case .timeout = error {
            self.init(.gatewayTimeout, type: "database-timeout", detail: "The database took too long; try again in a moment.", debugDescription: debug)
        } else if error.isUnavailability {
            self = .unavailable(
                "database-unavailable", "The database is not reachable at the moment; try again in a few seconds.", retryAfter: error.retryAfter ?? .seconds(1),
                debugDescription: debug)
        } else {
            self.init(
                .internalServerError, type: "internal-error",
                detail: "Something went wrong on our side; try again, and quote the request id if it stays so.", debugDescription: debug)
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
