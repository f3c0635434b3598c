import HTTPCore
import Platform

/// One `request` line per request: method, path without its query, route, status, duration, bytes, request id, client and user.
struct AccessLog: Sendable {
    let logger: Logger
    let clock: any MonotonicClock

    func write(_ response: Response, _ context: RequestContext) {
        logger.info("request") { line in describe(context, response, &line) }
    }

    /// One `request.refused` line for what never became a request.
    func write(_ refusal: Refusal, _ requestID: RequestID, peer: String) {
        logger.info("request.refused") { line in
            line.field("status", refusal.status.code)
            line.field("reason", "\(refusal)")
            requestID.withUTF8 { line.field("request_id", utf8: $0) }
            line.field("client", peer)
        }
    }

    private func describe(_ context: RequestContext, _ response: Response, _ line: inout LogFields) {
        let request = context.request
        line.field("method", request.method.name)
        line.field("path", utf8: request.target.bytes.span.extracting(request.target.pathRange))
        line.field("route", context.route?.template)
        line.field("status", response.status.code)
        line.field("duration_us", (clock.uptime() - context.startedAt).wholeMicroseconds)
        if let length = response.body.knownLength { line.field("bytes", length) }
        context.requestID.withUTF8 { line.field("request_id", utf8: $0) }
        line.field("client", context.clientAddress)
        line.field("user", context.userID)
    }
}

extension Duration {
    var wholeMicroseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds &* 1_000_000 &+ attoseconds / 1_000_000_000_000
    }
}
