public import HTTPCore
public import Web

/// Keeps a learner's data out of every cache: `Cache-Control: private, no-store` on each answer that does not speak for itself.
public struct PrivateAnswers: Middleware {
    /// The middleware.
    public init() {}

    /// Answers by `next`, and adds the field.
    public func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        var response = try await next(context)
        if !response.fields.contains(.cacheControl) { response.fields.append(.cacheControl, "private, no-store") }
        return response
    }
}
