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

    /// Returns when the head of the answer is there, whatever its status, but for a token that is refused.
    ///
    /// - Throws: `Trouble.backendAway`, `.tooSlow`, `.sessionOver`.
    func open(_ call: Call, as learner: CallingLearner) async throws(Trouble) -> HTTPClientStream {
        let key = try await key(learner) { () async throws(AWSError) in try await keys.current() }
        let answer = try await send(call, learner, key)
        guard answer.status == 401, let key else { return answer }
        let type = await Problem.type(of: answer)
        guard type.hasPrefix("service-key-") else { throw trouble(answer, type, of: learner) }
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
        trouble(answer, await Problem.type(of: answer), of: learner)
    }

    private func trouble(_ answer: HTTPClientStream, _ type: String, of learner: CallingLearner) -> Trouble {
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

/// What a refusal is called.
enum Problem {
    /// In the body of an answer, or in an event; empty where it is none of ours.
    static func type(in bytes: [UInt8]) -> String { (try? JSON.parse(bytes, maximumDepth: 8))?["type"]?.stringValue ?? "" }

    static func type(of answer: HTTPClientStream) async -> String { type(in: (try? await answer.collect()) ?? []) }
}
