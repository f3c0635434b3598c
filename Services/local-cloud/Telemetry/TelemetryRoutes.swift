import Compression
import Encoding
import HTTPCore
import JSON
import Platform
import Web

/// `POST /v1/traces`, `/v1/metrics`, `/v1/logs`: stands in for a collector. `GET /_telemetry` tells what has come, as a page where HTML is wanted.
///
/// Source: OTLP 1.x specification, "OTLP/HTTP": protobuf or JSON, gzip or not; the answer is of the request's kind.
struct TelemetryRoutes: Sendable {
    let sink: TelemetrySink
    let clock: any WallClock

    private static let maximumBytes = 4 * 1_048_576
    /// What a compressed export may become.
    private static let maximumInflatedBytes = 32 * 1_048_576

    func register(on routes: RouteGroup) {
        let otlp: RouteGroup = routes.group("/v1", tags: ["telemetry"], options: [.bodyLimit(bytes: Self.maximumBytes)])
        otlp.post("/traces", summary: "Takes spans", takeTraces)
        otlp.post("/metrics", summary: "Takes metrics", takeMetrics)
        otlp.post("/logs", summary: "Takes log records", takeLogs)
        routes.get("/_telemetry", summary: "How much of each signal has come, and the last exports", show)
    }

    func takeTraces(context: RequestContext) async throws -> Response { try await take(.traces, context) }
    func takeMetrics(context: RequestContext) async throws -> Response { try await take(.metrics, context) }
    func takeLogs(context: RequestContext) async throws -> Response { try await take(.logs, context) }

    private func take(_ signal: TelemetrySignal, _ context: RequestContext) async throws -> Response {
        let isJSON = try Self.isJSON(context.request)
        let bytes = try Self.inflated(try await context.body(), context.request)
        guard let items = isJSON ? TelemetryCount.items(json: bytes, of: signal) : TelemetryCount.items(protobuf: bytes[...]) else {
            throw HTTPError(.badRequest, type: "malformed-export", detail: "The body is no export of \(signal.rawValue) in \(isJSON ? "JSON" : "protobuf").")
        }
        sink.take(TelemetrySink.Export(signal: signal, items: items, bytes: bytes.count, receivedAt: clock.now()))
        // An empty message: everything was taken.
        return isJSON
            ? Response(fields: [.contentType: "application/json"], body: .bytes(Array("{}".utf8)))
            : Response(fields: [.contentType: "application/x-protobuf"], body: .bytes([]))
    }

    private static func isJSON(_ request: Request) throws(HTTPError) -> Bool {
        switch request.fields[.contentType]?.prefix(while: { $0 != ";" }).lowercased() {
        case "application/json": return true
        case "application/x-protobuf", "application/protobuf": return false
        default: throw HTTPError(415, type: "unsupported-media-type", detail: "Send application/x-protobuf or application/json.")
        }
    }

    private static func inflated(_ bytes: [UInt8], _ request: Request) throws(HTTPError) -> [UInt8] {
        switch request.fields[.contentEncoding]?.lowercased() {
        case nil, "identity": return bytes
        case "gzip":
            do throws(CompressionError) { return try Decompressor.decompress(bytes, .gzip, limitBytes: maximumInflatedBytes) } catch {
                throw HTTPError(.badRequest, type: "malformed-export", detail: "The body is not gzip, or longer than \(maximumInflatedBytes) bytes in it.")
            }
        default: throw HTTPError(415, type: "unsupported-encoding", detail: "Send the body as it is, or as gzip.")
        }
    }

    func show(context: RequestContext) async throws -> Response {
        if Page.isWanted(by: context.request) { return TelemetryPage(sink: sink).page.response() }
        let totals = TelemetrySignal.allCases.map { signal -> JSONFragment.Member in
            let total = sink.total(of: signal)
            return .init(signal.rawValue, ["requests": .int(total.requests), "items": .int(total.items), "bytes": .int(total.bytes)])
        }
        let last = sink.last.map(\.document)
        return Response(
            fields: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .bytes(JSON.encode(["signals": .object(totals), "last": .array(last)] as JSONFragment)))
    }
}

extension TelemetrySink.Export {
    fileprivate var document: JSONFragment {
        [
            "signal": .string(signal.rawValue), "items": .int(items), "bytes": .int(bytes),
            "received_at": .string(Timestamp(secondsSinceEpoch: receivedAt.seconds).iso8601()),
        ]
    }
}
