import AWS
import HTTPClient
import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import local_cloud

@Suite struct BedrockServiceTests {
    private let fixture: CloudFixture

    init() throws {
        var environment = EnvironmentReader([:])
        fixture = try CloudFixture([BedrockService(ModelSettings(from: &environment), client: NoClient())])
    }

    private func post(_ path: String, _ body: String, _ headers: [SigningRequest.Header] = []) async throws -> TestResponse {
        let content = Array(body.utf8)
        return try await fixture.send(try fixture.signed("POST", path, "bedrock", headers: headers, body: content), body: content)
    }

    private func converse(
        _ body: JSONFragment, model: String = ModelFixture.modelID, stream: Bool = false, _ headers: [SigningRequest.Header] = []
    ) async throws -> TestResponse {
        let id = model.replacing(":", with: "%3A").replacing("/", with: "%2F")
        return try await post("/model/\(id)/converse\(stream ? "-stream" : "")", JSON.string(body), headers)
    }

    @Test func `an answer has message, reason, usage and latency`() async throws {
        let answer = try await converse(ModelFixture.body("Hello!"))
        let body = try answer.json
        #expect(answer.status == .ok && answer["Content-Type"] == "application/json")
        #expect(body["output"]?["message"]?["role"] == "assistant" && body["stopReason"] == "end_turn")
        let usage = try #require(body["usage"])
        #expect(usage["totalTokens"]?.intValue == (usage["inputTokens"]?.intValue ?? 0) + (usage["outputTokens"]?.intValue ?? 0))
        #expect((usage["outputTokens"]?.intValue ?? 0) > 5 && body["metrics"]?["latencyMs"]?.intValue != nil)
    }

    @Test func `a stream tells the same as the answer, in frames that end with usage`() async throws {
        let body = ModelFixture.body("topic: Animals", more: [ModelFixture.tool(ModelFixture.vocabularySchema)])
        let whole = try await converse(body).json
        let answer = try await converse(body, stream: true)
        #expect(answer["Content-Type"] == "application/vnd.amazon.eventstream")
        let messages = try Self.messages(answer.body)
        #expect(messages.first?.eventType == "messageStart" && messages.last?.eventType == "metadata")
        #expect(messages.allSatisfy { $0.messageType == "event" && $0.text(":content-type") == "application/json" })
        let payloads = try messages.map { try JSON.parse($0.payload) }
        let input = payloads.compactMap { $0["delta"]?["toolUse"]?["input"]?.stringValue }.joined()
        #expect(try JSON.parse(Array(input.utf8)) == whole["output"]?["message"]?["content"]?[0]?["toolUse"]?["input"])
        #expect(payloads.last?["usage"] == whole["usage"])
        #expect(messages.filter { $0.eventType == "contentBlockDelta" }.count > 5)
    }

    private static func messages(_ bytes: [UInt8]) throws -> [EventStreamMessage] {
        var decoder = EventStreamDecoder(), messages: [EventStreamMessage] = [], start = 0
        while start < bytes.count {
            let (message, consumed) = try decoder.next(bytes.span.extracting(start..<bytes.count))
            if let message { messages.append(message) }
            start += consumed
        }
        try decoder.finish()
        return messages
    }

    @Test func `tokens and stop sequences end an answer`() async throws {
        let limits = { (limits: JSONFragment) in
            try await converse(ModelFixture.body("a haiku about the sea", more: [.init("inferenceConfig", limits)])).json
        }
        let cut = try await limits(["maxTokens": 3])
        #expect(cut["stopReason"] == "max_tokens" && cut["usage"]?["outputTokens"] == 3)
        let stopped = try await limits(["stopSequences": ["\n"]])
        let text = try #require(stopped["output"]?["message"]?["content"]?[0]?["text"]?.stringValue)
        #expect(stopped["stopReason"] == "stop_sequence" && !text.contains("\n") && HaikuComposer.line(text) != nil)
    }

    @Test(arguments: [
        ("anthropic.claude-haiku-4-5-20251001-v1:0", 400, "ValidationException"), ("nope", 400, "ValidationException"),
        ("anthropic.claude-99", 403, "AccessDeniedException"),
        ("anthropic.claude-v2", 404, "ResourceNotFoundException"),
        ("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-9", 404, "ResourceNotFoundException"),
        ("stability.stable-image-core-v1:1", 400, "ValidationException"),
    ]) func `a model that cannot be had is refused as Bedrock does`(model: String, status: Int, type: String) async throws {
        let answer = try await converse(ModelFixture.body("hi"), model: model)
        #expect(answer.status == Status(status) && answer["x-amzn-ErrorType"] == type)
        #expect(try answer.json["message"]?.stringValue?.isEmpty == false)
    }

    @Test func `a model is known by its profile's ARN`() async throws {
        let arn = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0"
        #expect(try await converse(ModelFixture.body("hi"), model: arn).status == .ok)
    }

    @Test(arguments: [
        (#"[]"#, "not a JSON object"), (#"{}"#, "'messages'"), (#"{"messages":[]}"#, "must start with a user message"),
        (#"{"messages":[{"role":"assistant","content":[{"text":"a"}]}]}"#, "must start with a user message"),
        (#"{"messages":[{"role":"user","content":[]}]}"#, "messages.0 is empty"),
        (#"{"messages":[{"role":"user","content":[{"text":"  "}]}]}"#, "messages.0.content.0 is blank"),
        (#"{"messages":[{"role":"robot","content":[{"text":"a"}]}]}"#, "enum value set: [user, assistant]"),
        (#"{"messages":[{"role":"user","content":[{"text":"a","image":{}}]}]}"#, "must set one of the following keys"),
        (#"{"messages":[{"role":"user","content":[{"text":"a"}]}],"inferenceConfig":{"maxTokens":0}}"#, "greater than or equal to 1"),
        (#"{"messages":[{"role":"user","content":[{"text":"a"}]}],"inferenceConfig":{"maxTokens":64001}}"#, "model limit of 64000"),
        (#"{"messages":[{"role":"user","content":[{"text":"a"}]}],"inferenceConfig":{"temperature":1.5}}"#, "less than or equal to 1"),
        (#"{"messages":[{"role":"user","content":[{"text":"a"}]}],"toolConfig":{"tools":[]}}"#, "toolConfig.tools"),
        (#"{"messages":[{"role":"user","content":[{"toolResult":{"toolUseId":"x","content":[]}}]}]}"#, "toolConfig field must be defined"),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"toolConfig":{"tools":[{"toolSpec":{"name":"a b","inputSchema":{"json":{"type":"object"}}}}]}}"#,
            "[a-zA-Z0-9_-]+"
        ),
    ]) func `a request that Bedrock refuses is refused with its words`(body: String, words: String) async throws {
        let answer = try await post("/model/us.anthropic.claude-sonnet-4-6/converse", body)
        #expect(answer.status == .badRequest && answer["x-amzn-ErrorType"] == "ValidationException")
        #expect(try answer.json["message"]?.stringValue?.contains(words) == true, "\(answer.text)")
    }

    @Test func `a result must answer a call of the turn before`() throws {
        let call: JSONFragment = ["role": "assistant", "content": [["toolUse": ["toolUseId": "a", "name": "answer", "input": [:]]]]]
        let first: JSONFragment = ["role": "user", "content": [["text": "topic: Food"]]]
        let body = { (id: String) -> JSONFragment in
            let result: JSONFragment = ["role": "user", "content": [["toolResult": ["toolUseId": .string(id), "content": [["text": "saved"]]]]]]
            return .object([.init("messages", [first, call, result]), ModelFixture.tool(["type": "object"], forced: false)])
        }
        #expect(throws: ServiceFault.self) { try ModelFixture.request(body("b")) }
        #expect(try ModelFixture.reply(body("a")).stopReason == .endTurn)
    }

    @Test func `a header makes a call careless`() async throws {
        let answer = try await converse(ModelFixture.body("hello"), [SigningRequest.Header("X-Local-Careless", "empty")])
        #expect(try answer.json["output"]?["message"]?["content"]?[0]?["text"] == "")
    }

    @Test(arguments: ["/model/us.amazon.nova-lite-v1%3A0/forget", "/model/converse", "/guardrail/a/version/1"])
    func `a path without an operation is refused`(path: String) async throws {
        let answer = try await post(path, "{}")
        #expect(answer.status == .notFound && answer["x-amzn-ErrorType"] == "UnknownOperationException")
    }

    @Test func `a guardrail stands before the model`() async throws {
        let guardrail = JSONFragment.Member("guardrailConfig", ["guardrailIdentifier": "abc123", "guardrailVersion": "DRAFT"])
        let blocked = try await converse(ModelFixture.body("oh shit", more: [guardrail])).json
        #expect(
            blocked["stopReason"] == "guardrail_intervened" && blocked["output"]?["message"]?["content"]?[0]?["text"] == .string(GuardrailPolicy.blockedInput))
        #expect(try await converse(ModelFixture.body("hello", more: [guardrail])).json["stopReason"] == "end_turn")
    }

    @Test func `text in pieces is the text`() {
        for text in ["Hello, wonderful world!", "水を飲みます。\n\n  a", "", "émigré 🎌 ok"] { #expect(TokenPieces.split(text).joined() == text) }
        #expect(TokenPieces.count("Hello, wonderful world!") == 6 && TokenPieces.count("水を飲む") == 4)
    }
}

/// Stands where no other server is called.
struct NoClient: HTTPClient {
    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse { throw .connectionFailed(detail: "nobody is there") }
}
