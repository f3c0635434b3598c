import HTTPCore
import JSON
import Platform
import WebSocketCore

/// Turns whatever is thrown inside into an answer: bland for the caller, whole in the log.
struct ErrorRendering: Sendable {
    let logger: Logger

    func render(_ error: any Error, _ context: RequestContext) -> Response {
        if let invalid = error as? InvalidInput { return invalid.response }
        let known = translate(error)
        log(error, known, context)
        return known.response(requestID: context.id)
    }

    /// Tells the log of an error that nobody can be answered any more.
    func report(_ error: any Error, _ context: RequestContext) {
        if error is InvalidInput || error is WebSocketError || error is CancellationError { return }
        log(error, translate(error), context)
    }

    private func translate(_ error: any Error) -> HTTPError {
        switch error {
        case let error as HTTPError: error
        case let error as any HTTPErrorConvertible: error.httpError
        case let error as RequestBodyError: HTTPError(error)
        case let error as BlockingPoolError: HTTPError(error)
        case is CancellationError: .clientClosedRequest
        default: .unexpected
        }
    }

    /// Our own faults always, and what a refusal wants to tell the log.
    private func log(_ error: any Error, _ known: HTTPError, _ context: RequestContext) {
        let level: LogLevel = known.status.code >= 500 ? .error : .debug
        logger.log(level, "request.failed") { line in
            line.field("request_id", context.id)
            line.field("route", context.route?.template)
            line.field("status", known.status.code)
            line.field("type", known.type)
            line.field("error", error: error)
        }
    }
}

/// An error of a library or a store that knows how to face the caller, for instance an exhausted pool as 503.
public protocol HTTPErrorConvertible: Error {
    /// What the caller hears.
    var httpError: HTTPError { get }
}
