import HTTPCore
import Platform
import Web

/// Renders what goes wrong within these routes as the service does, not as our own APIs.
struct FaultRendering: Middleware {
    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        do {
            return try await next(context)
        } catch let fault as ServiceFault {
            return fault.response
        } catch RequestBodyError.tooLarge(let limitBytes) {
            return ServiceFault(type: "RequestEntityTooLargeException", status: 413, message: "Request size exceeded \(limitBytes) bytes").response
        } catch let error as BlockingPoolError {
            return ServiceFault.throttled("Too many requests, please wait before trying again. (\(error))").response
        }
    }
}
