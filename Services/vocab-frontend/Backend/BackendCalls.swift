import AWS
import HTTPClient
import JSON
import Platform
import ServiceKit

/// Calls of vocab-backend in a learner's name, with the key that services show each other. A refused key is exchanged for another, once.
struct BackendCalls: Sendable {
    private let origin: String
    private let keys: ServiceKeys
    private let client: any HTTPClient

    /// - Parameter origin: where services find the backend, without a slash at the end, `http://vocab-backend.app-dw.internal:8000`.
    init(_ origin: String, keys: ServiceKeys, client: any HTTPClient) {
        self.origin = origin
        self.keys = keys
        self.client = client
    }

    /// One call: a path below the origin, and what is sent.
    struct Call: Sendable {
        var method = "POST"
        var path: String
        var body: [UInt8] = []
        var headers: [HTTPClientHeader] = []
        var limits: HTTPClientLimits
    }

    /// Returns when the head of the answer is there, whatever its status.
    ///
    /// - Throws: `Trouble.backendAway`, `.tooSlow`.
    func open(_ call: Call, as token: Secret<String>) async throws(Trouble) -> HTTPClientStream {
        let key = try await key { () async throws(AWSError) in try await keys.current() }
        let answer = try await send(call, token, key)
        guard answer.status == 401, let key, let type = try? await Problem.read(answer).type, type.hasPrefix("service-key-") else { return answer }
        guard let other = try await self.key({ () async throws(AWSError) in try await keys.other(than: key) }) else { throw .backendAway }
        return try await send(call, token, other)
    }

    private func key(_ ask: () async throws(AWSError) -> Secret<String>?) async throws(Trouble) -> Secret<String>? {
        do throws(AWSError) { return try await ask() } catch { throw .backendAway }
    }

    private func send(_ call: Call, _ token: Secret<String>, _ key: Secret<String>?) async throws(Trouble) -> HTTPClientStream {
        var headers = call.headers + [HTTPClientHeader("Authorization", "Bearer \(token.reveal())")]
        if let key { headers.append(HTTPClientHeader(ServiceKey.fieldName, key.reveal())) }
        if !call.body.isEmpty { headers.append(HTTPClientHeader("Content-Type", "application/json")) }
        let request = HTTPClientRequest(method: call.method, url: origin + call.path, headers: headers, body: call.body, limits: call.limits)
        do throws(HTTPClientError) { return try await client.stream(request) } catch { throw Trouble(error) }
    }
}

extension Trouble {
    init(_ error: HTTPClientError) {
        switch error {
        case .timedOut(.firstByte), .timedOut(.total): self = .tooSlow
        default: self = .backendAway
        }
    }

    /// What a refused call means; its body is read.
    static func of(_ answer: HTTPClientStream) async -> Trouble {
        let problem = try? await Problem.read(answer)
        return Trouble(status: answer.status, type: problem?.type ?? "", seconds: answer.header("Retry-After").flatMap { Int($0) })
    }
}

/// The body of a refusal.
struct Problem: JSONObject, Equatable {
    var type: String
    var detail: String

    static let json = Object("Problem", { Problem(type: $0, detail: $1) }, Field("type", \.type, default: ""), Field("detail", \.detail, default: ""))

    /// Without a type where it is none of ours.
    static func read(_ answer: HTTPClientStream) async throws -> Problem {
        let body = try await answer.collect()
        // A 422 has a list of details.
        return Problem(type: (try? JSON.parse(body, maximumDepth: 8))?["type"]?.stringValue ?? "", detail: "")
    }
}
