import Encoding
import HTTPClient
import JSON
import Testing

@testable import AWS

private let haiku = "us.anthropic.claude-haiku-4-5-20251001-v1:0"
private let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + (0...255)
private let anyTool = [ToolSpecification(name: "t", inputSchema: [:])]
private let use = ToolUse(
    id: "tooluse_1", name: "look_up", input: ["word": "猫", "level": 5, "deep": [1, 2.5, nil, true, ["a": ""]]])

/// The requests of `botocore_bedrock.py`, in its order.
private let requests: [(name: String, ConverseRequest)] = [
    ("least", ConverseRequest(model: haiku, messages: [.user("こんにちは")])),
    ("arn", ConverseRequest(model: "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123", messages: [.user("Hello")])),
    (
        "settings",
        ConverseRequest(
            model: haiku, system: ["Answer in haiku.", "日本語で。"], messages: [.user("Hello \"you\"\n")],
            inference: InferenceSettings(maximumTokens: 512, temperature: 0.25, topP: 0.5, stopSequences: ["\n\n", "終"]),
            guardrail: GuardrailReference(id: "gr123", version: "2"), additionalFields: ["top_k": 50, "thinking": ["type": "disabled"]])
    ),
    (
        "tools",
        ConverseRequest(
            model: haiku,
            messages: [
                .user("猫?"),
                ConverseMessage(
                    .assistant,
                    [.other(["reasoningContent": ["reasoningText": ["text": "Hm.", "signature": "c2ln"]]]), .text("I look it up."), .toolUse(use)]),
                ConverseMessage(
                    .user,
                    [
                        .toolResult(ToolResult(id: "tooluse_1", content: [.json(["reading": "ねこ"]), .text("cat"), .image(ConverseImage(.png, picture))])),
                        .toolResult(ToolResult(id: "tooluse_2", content: [.text("no such word")], isError: true)), .cachePoint,
                    ]),
            ],
            tools: [
                ToolSpecification(
                    name: "look_up", description: "Looks a word up.",
                    inputSchema: [
                        "type": "object", "properties": ["word": ["type": "string"], "level": ["type": "integer", "minimum": 1]], "required": ["word"],
                    ]), ToolSpecification(name: "stop", inputSchema: ["type": "object"]),
            ], toolChoice: .tool("look_up"))
    ),
    ("any", ConverseRequest(model: haiku, messages: [.user("a")], tools: anyTool, toolChoice: .any)),
    ("auto", ConverseRequest(model: haiku, messages: [.user("a")], tools: anyTool, toolChoice: .auto)),
    ("image", ConverseRequest(model: haiku, messages: [ConverseMessage(.user, [.image(ConverseImage(.jpeg, picture)), .text("?")])])),
]

@Suite struct BedrockPeerTests {
    /// Calls with a client whose service knows nothing, and compares what it was sent with what botocore sends.
    private func expectSent(as name: String, _ call: (BedrockClient) async throws -> Void) async throws {
        let world = CallWorld { _, _ in HTTPClientResponse(status: 400) }
        await #expect(throws: AWSError.self) { try await call(BedrockClient(world.client(.bedrockRuntime))) }
        let sent = try #require(world.http.requests.first), peer = try BedrockPeer.request(name)
        #expect(sent.method == peer["method"]?.stringValue)
        #expect(sent.url == "https://bedrock-runtime.us-east-1.amazonaws.com" + (peer["path"]?.stringValue ?? ""))
        #expect(try JSON.parse(sent.body).sorted == peer["body"]?.sorted)
        #expect(sent.headers.contains(HTTPClientHeader("Content-Type", "application/json")))
    }

    @Test(arguments: requests.map(\.name)) func `a request for a model is what botocore sends`(name: String) async throws {
        let request = try #require(requests.first { $0.name == name }).1
        try await expectSent(as: name) { _ = try await $0.converse(request) }
    }

    @Test func `so are those for a stream and to a guardrail`() async throws {
        try await expectSent(as: "stream") { _ = try await $0.converseStream(requests[0].1) }
        let guardrail = GuardrailReference(id: "arn:aws:bedrock:us-east-1:123456789012:guardrail/gr123", version: "DRAFT")
        try await expectSent(as: "guardrail") { _ = try await $0.apply(guardrail, to: ["one", "二"], from: .output) }
    }

    @Test func `a model for pictures is called where botocore calls it`() async throws {
        let world = CallWorld { _, _ in HTTPClientResponse(status: 400) }
        let client = BedrockClient(world.client(.bedrockRuntime))
        await #expect(throws: AWSError.self) { try await client.images(ImageRequest(prompt: "Mt. Fuji"), model: "stability.stable-image-core-v1:1") }
        let path = try #require(try BedrockPeer.request("image model")["path"]?.stringValue)
        #expect(world.http.requests.first?.url.hasSuffix(".amazonaws.com" + path) == true)
    }

    @Test(arguments: ["text", "tools", "cache", "guarded"]) func `an answer means what botocore reads in it`(name: String) async throws {
        let peer = try BedrockPeer.answer(name), parsed = try #require(peer["parsed"])
        let body = Array(try #require(peer["body"]?.stringValue).utf8)
        let world = CallWorld { _, _ in HTTPClientResponse(status: 200, body: body) }
        let response = try await BedrockClient(world.client(.bedrockRuntime)).converse(requests[0].1)
        #expect(response.message.json.sorted == parsed["output"]?["message"]?.sorted)
        #expect(response.stopReason.rawValue == parsed["stopReason"]?.stringValue)
        #expect(response.usage.json == parsed["usage"]?.sorted)
        #expect(response.latency == .milliseconds(try #require(parsed["metrics"]?["latencyMs"]?.intValue)))
        #expect(response.additionalFields == parsed["additionalModelResponseFields"])
    }

    @Test(arguments: ["throttled", "invalid", "denied", "not ready", "slow model"]) func `an error has botocore's code`(name: String) async throws {
        let peer = try BedrockPeer.answer(name), body = Array(try #require(peer["body"]?.stringValue).utf8)
        let status = try #require(peer["status"]?.intValue), headers = peer["headers"]?.members?.map { HTTPClientHeader($0.name, $0.value.stringValue ?? "") }
        let world = CallWorld { _, _ in HTTPClientResponse(status: status, headers: headers ?? [], body: body) }
        let error = await #expect(throws: AWSError.self) { try await BedrockClient(world.client(.bedrockRuntime)).converse(requests[0].1) }
        let service = try #require(error?.serviceError)
        #expect(service.code == peer["parsed"]?["Error"]?["Code"]?.stringValue && service.message == peer["parsed"]?["Error"]?["Message"]?.stringValue)
        let kinds = [service.isThrottled, service.isInvalidRequest, service.isAccessDenied, service.isModelNotReady, service.isModelTimeout]
        #expect(kinds == ["throttled", "invalid", "denied", "not ready", "slow model"].map { $0 == name })
        #expect(world.http.requests.count == (["throttled", "not ready"].contains(name) ? 3 : 1))
    }

    @Test(arguments: [
        "everything", "unknown kinds", "internalServerException", "modelStreamErrorException", "validationException", "throttlingException",
        "serviceUnavailableException", "unmodelled error",
    ]) func `a stream means what botocore reads in it`(name: String) throws {
        let peer = try BedrockPeer.stream(name)
        var decoder = ConverseDecoder()
        decoder.receive(try BedrockPeer.bytes(name))
        var events: [JSONFragment] = [], failure: ConverseStreamError?
        do throws(ConverseStreamError) {
            while let event = try decoder.next() { events.append(event.json.sorted) }
            try decoder.finish()
        } catch {
            failure = error
        }
        // Citations are passed over here.
        let expected = peer["events"]?.arrayValue?.filter { $0["contentBlockDelta"]?["delta"]?["citation"] == nil }.map(\.sorted)
        #expect(events == expected && !events.isEmpty)
        let code = failure?.serviceError.map { $0.code.prefix(1).lowercased() + $0.code.dropFirst() }
        let theirs = peer["error"]?["code"]?.stringValue.map { $0.prefix(1).lowercased() + $0.dropFirst() }
        #expect(code == theirs && (failure == nil) == (theirs == nil))
        if let message = peer["error"]?["message"]?.stringValue { #expect(failure?.serviceError?.message.hasPrefix(message) == true) }
    }
}

extension TokenUsage {
    /// As botocore gives it; members of the cache only when something was cached.
    var json: JSONFragment {
        var members: [JSONFragment.Member] = [.init("inputTokens", .int(input)), .init("outputTokens", .int(output)), .init("totalTokens", .int(total))]
        if cacheRead > 0 { members.append(.init("cacheReadInputTokens", .int(cacheRead))) }
        if cacheWritten > 0 { members.append(.init("cacheWriteInputTokens", .int(cacheWritten))) }
        return JSONFragment.object(members).sorted
    }
}
