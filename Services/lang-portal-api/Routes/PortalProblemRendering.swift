import HTTPCore
import Web

/// Says the portal's problems in the words of HTTP.
struct PortalProblemRendering: Middleware {
    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        do {
            return try await next(context)
        } catch let problem as PortalProblem {
            throw problem.answer
        }
    }
}
