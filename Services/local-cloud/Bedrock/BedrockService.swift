import Encoding
import HTTPClient
import HTTPCore
import JSON
import Platform

/// The Bedrock runtime: Converse, ConverseStream, InvokeModel and ApplyGuardrail. Source: botocore's service model of `bedrock-runtime`.
struct BedrockService: CloudService {
    let kind = CloudServiceKind.bedrock
    private let directory: ModelDirectory
    private let backend: any ModelBackend
    private let images = ImageGenerator()
    private let guardrails = GuardrailPolicy()
    /// Where pictures are drawn and words sought: it takes longer than a loop may.
    private let workers: BlockingPool

    init(_ settings: ModelSettings, client: any HTTPClient) {
        workers = BlockingPool(label: "models", threads: 2, queueLimit: 64)
        directory = ModelDirectory(answersRetired: settings.answersRetired)
        if let place = settings.plugged {
            backend = PluggedModel(place: place, client: client)
        } else {
            backend = LocalModel(seed: UInt64(settings.seed), carelessness: settings.carelessness, workers: workers)
        }
    }

    func respond(to call: CloudCall) async throws -> Response {
        do {
            return try await answer(call)
        } catch let fault as ServiceFault {
            return fault.response(call.requestID)
        } catch is BlockingPoolError {
            return ServiceFault.throttled("Too many requests, please wait before trying again.").response(call.requestID)
        }
    }

    private func answer(_ call: CloudCall) async throws -> Response {
        // The parts of a path are encoded, for an ARN has slashes in it.
        let parts = call.request.target.path.split(separator: "/").map { PercentEncoding.decode(String($0)) ?? "" }
        guard call.request.method == .post else { throw ServiceFault.unknownOperation }
        switch (parts.first, parts.count, parts.last) {
        case ("model", 3, "converse"): return try await converse(parts[1], call)
        case ("model", 3, "converse-stream"): return try await converseStream(parts[1], call)
        case ("model", 3, "invoke"): return try await invoke(parts[1], call)
        case ("guardrail", 5, "apply"):
            let reference = GuardrailReference(identifier: parts[1], version: parts[3])
            return Self.json(try guardrails.apply(try GuardrailRequest(call.body, reference)), call)
        default: throw ServiceFault.unknownOperation
        }
    }

    private func converse(_ model: String, _ call: CloudCall) async throws -> Response {
        let started = ContinuousClock.now
        let request = try await request(model, call)
        let reply = if let blocked = try intervention(request) { blocked } else { try await backend.reply(to: request, CallSettings(call.request.fields)) }
        return Self.json(reply.json(latencyMilliseconds: (ContinuousClock.now - started).wholeMilliseconds), call)
    }

    private func converseStream(_ model: String, _ call: CloudCall) async throws -> Response {
        let request = try await request(model, call)
        let source: any ConverseEventSource
        if let blocked = try intervention(request) {
            source = ListedEvents(blocked.events(latencyMilliseconds: 1))
        } else {
            source = try await backend.events(for: request, CallSettings(call.request.fields))
        }
        var fields = RequestFields.amazon(call.requestID)
        fields.append(.contentType, "application/vnd.amazon.eventstream")
        return Response(fields: fields, body: .stream(lengthBytes: nil, produce: ConverseStreamBody(source).write))
    }

    private func invoke(_ model: String, _ call: CloudCall) async throws -> Response {
        let invocation = try ImageInvocation(call.body, model: try directory.model(model))
        return Self.json(try await workers.run { [images] in images.answer(to: invocation) }, call)
    }

    private func request(_ model: String, _ call: CloudCall) async throws -> ConverseRequest {
        let model = try directory.model(model), body = call.body
        return try await workers.run { try ConverseRequest(body, model: model) }
    }

    /// The guardrail's words in place of the model's, when it does not let the newest message through.
    private func intervention(_ request: ConverseRequest) throws -> ConverseReply? {
        guard let reference = request.guardrail, let newest = request.messages.last(where: { $0.role == .user }) else { return nil }
        guard try guardrails.verdict(on: newest.text, reference).isBlocked else { return nil }
        return ConverseReply(blocks: [.text(GuardrailPolicy.blockedInput)], stopReason: .guardrail, usage: TokenUsage(input: request.inputTokens, output: 0))
    }

    /// An answer of JSON.
    static func json(_ body: JSONFragment, _ call: CloudCall) -> Response {
        var fields = RequestFields.amazon(call.requestID)
        fields.append(.contentType, "application/json")
        return Response(fields: fields, body: .bytes(JSON.encode(body)))
    }
}

extension CallSettings {
    /// From `X-Local-Careless` and `amz-sdk-request: attempt=2; max=3`.
    init(_ fields: Fields) {
        careless = fields["X-Local-Careless"].flatMap(Carelessness.init)
        let attempt = fields["amz-sdk-request"]?.split(separator: ";").first { $0.hasPrefix("attempt=") }?.dropFirst(8)
        self.attempt = attempt.flatMap { Int($0) } ?? 1
    }
}

extension Duration {
    var wholeMilliseconds: Int { Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
