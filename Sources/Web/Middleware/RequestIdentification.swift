import HTTPCore
import Platform

/// Gives every request its id and trace, and tells the id in `X-Request-Id`.
///
/// A sane id of the caller is kept; else a caller's trace id serves; else one is made.
struct RequestIdentification: Middleware {
    private let source = RequestIDSource()

    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        identify(context)
        var response = try await next(context)
        response.fields.append(.xRequestID, context.id)
        return response
    }

    private func identify(_ context: RequestContext) {
        let fields = context.request.fields
        context.trace = fields.withValue("traceparent") { traceContext($0) } ?? nil
        if fields.withValue(.xRequestID, isSaneRequestID) == true {
            context.id = fields[.xRequestID] ?? ""
        } else if let trace = context.trace {
            context.id = hexadecimal(trace.traceID.high, trace.traceID.low)
        } else {
            context.id = source.next()
        }
    }
}
