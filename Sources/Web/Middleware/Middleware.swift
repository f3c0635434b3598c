public import HTTPCore

/// Stands around an endpoint: sees the request first and the response last.
public protocol Middleware: Sendable {
    /// Answers, usually by calling `next` and changing what comes back.
    func respond(to context: RequestContext, next: Endpoint) async throws -> Response
}

extension [any Middleware] {
    /// The endpoint inside these; the first is the outermost. Composed once, when the application stands.
    func chain(around endpoint: @escaping Endpoint) -> Endpoint {
        // A loop, not `reduce`: closures that pass through a generic parameter come back wrapped in one asynchronous thunk each.
        var chain = endpoint
        for middleware in reversed() {
            let inner = chain
            chain = { context in try await middleware.respond(to: context, next: inner) }
        }
        return chain
    }
}
