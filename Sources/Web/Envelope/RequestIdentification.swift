import HTTPCore
import Platform

/// Gives every request its id and trace; the id is told in `X-Request-Id`.
///
/// A sane id of the caller is kept; else a caller's trace id serves; else one is made.
struct RequestIdentification: Sendable {
    private let source = RequestIDSource()

    func newID() -> RequestID { source.next() }

    func identify(_ context: RequestContext) {
        let fields = context.request.fields
        context.trace = fields.withValue(.traceparent) { traceContext($0) } ?? nil
        if fields.withValue(.xRequestID, isSaneRequestID) == true {
            context.requestID = .given(fields[.xRequestID] ?? "")
        } else if let trace = context.trace {
            context.requestID = .number(high: trace.traceID.high, low: trace.traceID.low)
        } else {
            context.requestID = newID()
        }
    }
}
