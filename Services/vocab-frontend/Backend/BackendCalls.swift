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
    private let logger: Logger

    /// - Parameter origin: where services find the backend, without a slash at the end, `http://vocab-backend.app-dw.internal:8000`.
    init(_ origin: String, keys: ServiceKeys, client: any HTTPClient, logger: Logger) {
        self.origin = origin
        self.keys = keys
        self.client = client
        self.logger = logger
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
    func open(_ call: Call, as learner: CallingLearner) async throws(Trouble) -> HTTPClientStream {
        let key = try await key(learner) { () async throws(AWSError) in try await keys.current() }
        let answer = try await send(call, learner, key)
        guard answer.status == 401, let key, let type = try? await Problem.read(answer).type, type.hasPrefix("service-key-") else { return answer }
        guard let other = try await self.key(learner, { () async throws(AWSError) in try await keys.other(than: key) }) else { throw .backendAway }
        return try await send(call, learner, other)
    }

    private func key(_ learner: CallingLearner, _ ask: () async throws(AWSError) -> Secret<String>?) async throws(Trouble) -> Secret<String>? {
        do throws(AWSError) {
            return try await ask()
        } catch {
            log(learner) { $0.field("error", "the services' key cannot be read: \(error)") }
            throw .backendAway
        }
    }

    /// What an answer means that is not the one hoped for; its body is read.
    func refusal(_ answer: HTTPClientStream, of learner: CallingLearner) async -> Trouble {
        let type = (try? await Problem.read(answer).type) ?? ""
        log(learner) { line in
            line.field("status", answer.status)
            line.field("type", String(type.prefix(64)))
        }
        return Trouble(status: answer.status, type: type, seconds: answer.header("Retry-After").flatMap { Int($0) })
    }

    private func log(_ learner: CallingLearner, _ cause: (inout LogFields) -> Void) {
        logger.warning("backend.unanswered") { line in
            line.field("request_id", learner.requestID)
            cause(&line)
        }
    }

    private func send(_ call: Call, _ learner: CallingLearner, _ key: Secret<String>?) async throws(Trouble) -> HTTPClientStream {
        var headers = call.headers + learner.headers
        if let key { headers.append(HTTPClientHeader(ServiceKey.fieldName, key.reveal())) }
        if !call.body.isEmpty { headers.append(HTTPClientHeader("Content-Type", "application/json")) }
        let request = HTTPClientRequest(method: call.method, url: origin + call.path, headers: headers, body: call.body, limits: call.limits)
        do throws(HTTPClientError) {
            return try await client.stream(request)
        } catch {
            log(learner) { $0.field("error", "\(error)") }
            throw Trouble(error)
        }
    }
}

extension Trouble {
    init(_ error: HTTPClientError) {
        switch error {
        case .timedOut(.firstByte), .timedOut(.total): self = .tooSlow
        default: self = .backendAway
        }
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
