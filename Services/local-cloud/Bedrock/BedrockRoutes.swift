import AWS
import HTTPClient
import HTTPCore
import JSON
import Platform
import Web

/// The Bedrock runtime as SDKs call it. Source: botocore's service model of `bedrock-runtime`.
struct BedrockRoutes: Sendable {
    let directory: ModelDirectory
    let backend: any ModelBackend
    let images: ImageGenerator
    let guardrails: GuardrailPolicy
    /// Where pictures are drawn and words sought: it takes longer than a loop may.
    let workers: BlockingPool

    init(_ settings: ModelSettings, client: any HTTPClient) {
        workers = BlockingPool(label: "models", threads: 2, queueLimit: 64)
        directory = ModelDirectory(answersRetired: settings.answersRetired)
        images = ImageGenerator()
        guardrails = GuardrailPolicy()
        if let url = settings.url {
            backend = PluggedModel(url: url, name: settings.name, client: client)
        } else {
            backend = LocalModel(seed: UInt64(settings.seed), carelessness: settings.carelessness, workers: workers)
        }
    }

    func register(on routes: inout RouteGroup) {
        let models: RouteGroup = routes.group("/model/{model_id}", tags: ["bedrock-runtime"], options: [.bodyLimit(bytes: 25_000_000), .uncompressed])
        models.use(FaultRendering())
        models.post("/converse", summary: "An answer to a conversation", converse)
        models.post("/converse-stream", summary: "An answer to a conversation, as an event stream", options: [.deadline(.seconds(300))], converseStream)
        models.post("/invoke", summary: "Pictures for a prompt", options: [.deadline(.seconds(60))], invoke)
        let checks: RouteGroup = routes.group("/guardrail/{guardrail_id}/version/{version}", tags: ["bedrock-runtime"])
        checks.use(FaultRendering())
        checks.post("/apply", summary: "A guardrail's verdict on a text", applyGuardrail)
    }

    func converse(context: RequestContext) async throws -> Response {
        let started = context.startedAt, clock = context.application.configuration.clock
        let request = try await request(context)
        let blocked = try intervention(request)
        let reply = if let blocked { blocked } else { try await backend.reply(to: request, CallSettings(context.request.fields)) }
        return Self.json(reply.json(latencyMilliseconds: (clock.uptime() - started).wholeMilliseconds))
    }

    func converseStream(context: RequestContext) async throws -> Response {
        let request = try await request(context)
        let source: any ConverseEventSource
        if let blocked = try intervention(request) {
            source = ListedEvents(blocked.events(latencyMilliseconds: 1))
        } else {
            source = try await backend.events(for: request, CallSettings(context.request.fields))
        }
        let stream = ConverseStreamBody(source)
        return Response(
            status: .ok, fields: ["Content-Type": "application/vnd.amazon.eventstream", "x-amzn-RequestId": UUIDText.random()],
            body: .stream(lengthBytes: nil, produce: stream.write))
    }

    func invoke(context: RequestContext) async throws -> Response {
        let model = try directory.model(try context.parameter("model_id"))
        let invocation = try ImageInvocation(try await context.body(), model: model)
        let answer = try await workers.run { [images] in images.answer(to: invocation) }
        return Self.json(answer)
    }

    func applyGuardrail(context: RequestContext) async throws -> Response {
        let reference = GuardrailReference(identifier: try context.parameter("guardrail_id"), version: try context.parameter("version"))
        return Self.json(try guardrails.apply(try GuardrailRequest(try await context.body(), reference)))
    }

    private func request(_ context: RequestContext) async throws -> ConverseRequest {
        let model = try directory.model(try context.parameter("model_id"))
        let body = try await context.body()
        return try await workers.run { try ConverseRequest(body, model: model) }
    }

    /// The guardrail's words in place of the model's, when it does not let the newest message through.
    private func intervention(_ request: ConverseRequest) throws -> ConverseReply? {
        guard let reference = request.guardrail, let newest = request.messages.last(where: { $0.role == .user }) else { return nil }
        let verdict = try guardrails.verdict(on: newest.text, reference)
        guard verdict.isBlocked else { return nil }
        return ConverseReply(
            blocks: [.text(GuardrailPolicy.blockedInput)], stopReason: .guardrail, usage: TokenUsage(input: request.inputTokens, output: 0))
    }

    static func json(_ body: JSONFragment) -> Response {
        Response(status: .ok, fields: [.contentType: "application/json", "x-amzn-RequestId": UUIDText.random()], body: .bytes(JSON.encode(body)))
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
