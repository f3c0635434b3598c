import Crypto
import Encoding
import HTTPCore
import JSON
import Platform

/// Answers every request with what it saw of it, and remembers that until somebody asks `GET /_seen`.
///
/// `/_ignore…` is answered without a look at its content. `X-Answer: 204` asks for that status; the content is sent all the same.
final class Recorder: Sendable {
    private static let bodyLimitBytes = 1_048_576
    /// Attacks come by the hundred, and between two of them somebody asks.
    private static let keptCount = 10_000
    private let seen = Lock<[SeenRequest]>([])

    /// The answer to a request.
    func answer(_ request: Request) async -> Response {
        if request.target.path == "/_seen" { return .json(JSON.encode(take())) }
        do throws(RequestBodyError) {
            let ignores = request.target.path.hasPrefix("/_ignore")
            let content = ignores ? [] : try await request.body.collect(upTo: Self.bodyLimitBytes)
            let record = SeenRequest(request, content)
            seen.withLock { if $0.count < Self.keptCount { $0.append(record) } }
            let status = request.fields["X-Answer"].flatMap { Int($0) }.flatMap { (200...599).contains($0) ? Status($0) : nil } ?? .ok
            return .json(JSON.encode(record), status: status)
        } catch {
            return .json(Array(#"{"error":"body"}"#.utf8), status: .badRequest)
        }
    }

    private func take() -> [SeenRequest] {
        seen.withLock { seen in
            defer { seen = [] }
            return seen
        }
    }
}

/// A request as the server saw it.
struct SeenRequest: JSONObject {
    var method: String, target: String, host: String, id: String, length: Int, digest: String
    static let json = Object(
        "SeenRequest", { Self(method: $0, target: $1, host: $2, id: $3, length: $4, digest: $5) }, Field("method", \.method), Field("target", \.target),
        Field("host", \.host), Field("id", \.id), Field("length", \.length), Field("digest", \.digest))
}

extension SeenRequest {
    init(_ request: Request, _ content: [UInt8]) {
        self.init(
            method: request.method.name, target: request.target.description, host: request.fields[.host] ?? "", id: request.fields["X-Id"] ?? "",
            length: content.count, digest: Hex.encode(SHA256.hash(content)))
    }
}

extension Response {
    fileprivate static func json(_ bytes: [UInt8], status: Status = .ok) -> Response {
        Response(status: status, fields: [.contentType: "application/json"], body: .bytes(bytes))
    }
}
