import HTTPClient
import JSON
import Platform
import Testing

@testable import local_cloud

@Suite struct PluggedModelTests {
    /// Answers as a local model would, and keeps what it was sent.
    final class Server: HTTPClient {
        let answer: Result<HTTPClientResponse, HTTPClientError>
        let seen = Lock<HTTPClientRequest?>(nil)

        init(_ answer: Result<HTTPClientResponse, HTTPClientError>) { self.answer = answer }
        convenience init(_ text: String, status: Int = 200) { self.init(.success(HTTPClientResponse(status: status, body: Array(text.utf8)))) }

        func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
            seen.withLock { $0 = request }
            return try answer.get()
        }
    }

    private func model(_ server: Server) -> PluggedModel { PluggedModel(url: "http://127.0.0.1:9/", name: "tiny", client: server) }

    private func events(_ server: Server) async throws -> [ConverseEvent] {
        let source = try await model(server).events(for: try ModelFixture.request(ModelFixture.body("hi")), CallSettings())
        var events: [ConverseEvent] = []
        while let event = try await source.next() { events.append(event) }
        return events
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "99999999999999999999", "null", "\"many\""])
    func `whatever the server counts can be added up`(count: String) async throws {
        let usage = #"{"prompt_tokens":\#(count),"completion_tokens":\#(count)}"#
        let server = Server(#"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}],"usage":\#(usage)}"#)
        let reply = try await model(server).reply(to: try ModelFixture.request(ModelFixture.body("hi")), CallSettings())
        let total = try #require(reply.usage.json["totalTokens"]?.intValue)
        #expect((0...2_000_000_000).contains(total))
    }

    @Test func `a conversation is asked in the words of chat completions, and its answer told in ours`() async throws {
        let server = Server(#"{"choices":[{"message":{"content":"やあ"},"finish_reason":"length"}],"usage":{"prompt_tokens":5,"completion_tokens":2}}"#)
        let body = ModelFixture.body(
            "hi", "hello", "again", system: "Be kind.",
            more: [.init("inferenceConfig", ["maxTokens": 9, "stopSequences": ["x"]]), ModelFixture.tool(["type": "object"])])
        let reply = try await model(server).reply(to: try ModelFixture.request(body), CallSettings())
        #expect(reply == ConverseReply(blocks: [.text("やあ")], stopReason: .maximumTokens, usage: TokenUsage(input: 5, output: 2)))
        let sent = try #require(server.seen.withLock { $0 })
        let json = try JSON.parse(sent.body)
        #expect(sent.url == "http://127.0.0.1:9/v1/chat/completions" && json["model"] == "tiny")
        #expect(json["messages"]?.arrayValue?.compactMap { $0["role"]?.stringValue } == ["system", "user", "assistant", "user"])
        #expect(json["max_tokens"] == 9 && json["stop"] == ["x"] && json["tool_choice"]?["function"]?["name"] == "answer")
    }

    @Test func `a tool's call is told, one whose input is no JSON is the model's error`() async throws {
        let call = { (input: String) -> String in
            #"{"choices":[{"message":{"tool_calls":[{"id":"c1","function":{"name":"answer","arguments":"\#(input)"}}]},"finish_reason":"tool_calls"}]}"#
        }
        let request = try ModelFixture.request(ModelFixture.body("hi"))
        let reply = try await model(Server(call(#"{\"a\":1}"#))).reply(to: request, CallSettings())
        #expect(reply.blocks == [.toolUse(id: "c1", name: "answer", input: ["a": 1])] && reply.stopReason == .toolUse)
        await #expect { try await model(Server(call("{"))).reply(to: request, CallSettings()) } throws: { ($0 as? ServiceFault)?.type == "ModelErrorException" }
    }

    @Test(arguments: [(400, "ModelErrorException"), (404, "ModelErrorException"), (500, "ServiceUnavailableException"), (503, "ServiceUnavailableException")])
    func `a status is an error of Bedrock`(status: Int, type: String) async throws {
        let server = Server(#"{"error":{"message":"no such model"}}"#, status: status), request = try ModelFixture.request(ModelFixture.body("hi"))
        await #expect { try await model(server).reply(to: request, CallSettings()) } throws: {
            let fault = $0 as? ServiceFault
            return fault?.type == type && fault?.message.contains("no such model") == true
        }
        await #expect { try await model(server).events(for: request, CallSettings()) } throws: { ($0 as? ServiceFault)?.type == type }
    }

    @Test func `a server that is away is unavailability`() async throws {
        let server = Server(.failure(.connectionFailed(detail: "refused"))), request = try ModelFixture.request(ModelFixture.body("hi"))
        await #expect { try await model(server).reply(to: request, CallSettings()) } throws: { ($0 as? ServiceFault)?.type == "ServiceUnavailableException" }
        await #expect { try await model(server).events(for: request, CallSettings()) } throws: { ($0 as? ServiceFault)?.type == "ServiceUnavailableException" }
    }

    @Test func `chunks become events`() async throws {
        let chunks = [
            #"{"choices":[{"delta":{"role":"assistant","content":"Hel"}}]}"#, #"{"choices":[{"delta":{"content":"lo"}}]}"#,
            #"{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c1","function":{"name":"answer","arguments":"{\"a\""}}]}}]}"#,
            #"{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]},"finish_reason":"tool_calls"}]}"#,
            #"{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4}}"#, "[DONE]",
        ]
        let events = try await events(Server(chunks.map { "data: \($0)\r\n\n" }.joined()))
        #expect(
            events == [
                .messageStart, .text(block: 0, "Hel"), .text(block: 0, "lo"), .blockStop(block: 0), .toolStart(block: 1, id: "c1", name: "answer"),
                .toolInput(block: 1, #"{"a""#), .toolInput(block: 1, ":1}"), .blockStop(block: 1), .messageStop(.toolUse),
                .metadata(TokenUsage(input: 3, output: 4), latencyMilliseconds: 0),
            ])
    }
}
