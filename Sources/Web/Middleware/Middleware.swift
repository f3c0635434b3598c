public import HTTPCore

/// Stands around an endpoint: sees the request first and the response last.
public protocol Middleware: Sendable {
    /// Answers, usually by calling `next` and changing what comes back.
    func respond(to context: RequestContext, next: Endpoint) async throws -> Response
}

extension [any Middleware] {
    /// The endpoint inside these; the first is the outermost. Composed once, when the application stands.
    func chain(around endpoint: @escaping Endpoint) -> Endpoint {
        reversed().reduce(endpoint) { inner, middleware in
            { context in try await middleware.respond(to: context, next: inner) }
        }
    }
}
