import HTTPClient
import HTTPCore
import JSON
import Platform
import Testing

@testable import local_cloud

@Suite struct PluggedModelTests {
    private func model(_ server: ModelServer, url: String = "http://127.0.0.1:9/", key: Secret<String>? = nil) -> PluggedModel {
        PluggedModel(place: .init(url: url, name: "tiny", key: key, timeLimit: .seconds(7)), client: server)
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "99999999999999999999", "null", "\"many\""])
    func `whatever the server counts can be added up`(count: String) async throws {
        let usage = #"{"prompt_tokens":\#(count),"completion_tokens":\#(count)}"#
        let server = ModelServer(#"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}],"usage":\#(usage)}"#)
        let reply = try await model(server).reply(to: try ModelFixture.request(ModelFixture.body("hi")), CallSettings())
        let total = try #require(reply.usage.json["totalTokens"]?.intValue)
        #expect((0...2_000_000_000).contains(total))
    }

    @Test func `a conversation is asked in the words of chat completions, and its answer told in ours`() async throws {
        let server = ModelServer(#"{"choices":[{"message":{"content":"やあ"},"finish_reason":"length"}],"usage":{"prompt_tokens":5,"completion_tokens":2}}"#)
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
        let reply = try await model(ModelServer(call(#"{\"a\":1}"#))).reply(to: request, CallSettings())
        #expect(reply.blocks == [.toolUse(id: "c1", name: "answer", input: ["a": 1])] && reply.stopReason == .toolUse)
        await #expect { try await model(ModelServer(call("{"))).reply(to: request, CallSettings()) } throws: {
            ($0 as? ServiceFault)?.type == "ModelErrorException"
        }
    }

    @Test func `a tool that takes nothing may be called with nothing, a refusal is a text, and what is not counted is estimated`() async throws {
        let text =
            #"{"choices":[{"message":{"content":null,"refusal":"いいえ","tool_calls":[{"id":"c1","function":{"name":"now","arguments":""}}]},"finish_reason":"content_filter"}]}"#
        let request = try ModelFixture.request(ModelFixture.body("hi")), reply = try await model(ModelServer(text)).reply(to: request, CallSettings())
        #expect(reply.blocks == [.text("いいえ"), .toolUse(id: "c1", name: "now", input: [:])] && reply.stopReason == .contentFiltered)
        #expect(reply.usage == TokenUsage(input: request.inputTokens, output: 6))
    }

    @Test(arguments: ["http://127.0.0.1:9", "http://127.0.0.1:9//", "http://127.0.0.1:9/v1", "http://127.0.0.1:9/v1/"])
    func `the address may end in v1, and a key is shown`(url: String) async throws {
        let server = ModelServer("{}")
        _ = try? await model(server, url: url, key: Secret("sesame")).reply(to: try ModelFixture.request(ModelFixture.body("hi")), CallSettings())
        let sent = try #require(server.seen.withLock { $0 })
        #expect(sent.url == "http://127.0.0.1:9/v1/chat/completions" && sent.limits.firstByteTimeout == .seconds(7) && sent.limits.totalTimeout == .seconds(7))
        #expect(sent.headers.contains(HTTPClientHeader("Authorization", "Bearer sesame")))
    }

    @Test func `what is no text is refused, not left out`() async throws {
        let picture: JSONFragment = ["messages": [["role": "user", "content": [["text": "What is this?"], ["image": ["format": "png", "source": [:]]]]]]]
        let request = try ModelFixture.request(picture)
        await #expect { try await model(ModelServer("{}")).reply(to: request, CallSettings()) } throws: {
            let fault = $0 as? ServiceFault
            return fault?.type == "ValidationException" && fault?.message.contains("image") == true
        }
    }

    @Test(arguments: [
        (302, "ModelErrorException"), (400, "ModelErrorException"), (404, "ModelErrorException"), (429, "ThrottlingException"),
        (500, "ServiceUnavailableException"),
        (503, "ServiceUnavailableException"),
    ])
    func `a status is an error of Bedrock`(status: Int, type: String) async throws {
        let server = ModelServer(#"{"error":{"message":"no such model"}}"#, status: status), request = try ModelFixture.request(ModelFixture.body("hi"))
        let isRight: (any Error) -> Bool = { ($0 as? ServiceFault)?.type == type && ($0 as? ServiceFault)?.message.contains("no such model") == true }
        await #expect { try await model(server).reply(to: request, CallSettings()) } throws: { isRight($0) }
        await #expect { try await model(server).events(for: request, CallSettings()) } throws: { isRight($0) }
    }

    @Test(
        arguments: [
            (.connectionFailed(detail: "refused"), "ServiceUnavailableException", 503), (.unresolvedHost(detail: ""), "ServiceUnavailableException", 503),
            (.timedOut(.connecting), "ServiceUnavailableException", 503), (.timedOut(.firstByte), "ModelTimeoutException", 408),
            (.timedOut(.total), "ModelTimeoutException", 408), (.interrupted(detail: ""), "ModelErrorException", 424),
            (.responseTooLarge(limitBytes: 9), "ModelErrorException", 424),
        ] as [(HTTPClientError, String, Int)])
    func `what went wrong on the way is an error of Bedrock`(error: HTTPClientError, type: String, status: Int) async throws {
        let server = ModelServer(.failure(error)), request = try ModelFixture.request(ModelFixture.body("hi"))
        let isRight: (any Error) -> Bool = { ($0 as? ServiceFault)?.type == type && ($0 as? ServiceFault).map { Int($0.status.code) } == status }
        await #expect { try await model(server).reply(to: request, CallSettings()) } throws: { isRight($0) }
        await #expect { try await model(server).events(for: request, CallSettings()) } throws: { isRight($0) }
    }

    @Test(arguments: ["<html>", "{}", "[]", #"{"choices":[]}"#, #"{"choices":[{"message":"hi"}]}"#, #"{"error":"out of memory"}"#])
    func `rubbish is the model's error, also in place of a stream`(text: String) async throws {
        let request = try ModelFixture.request(ModelFixture.body("hi"))
        for type in ["application/json", "text/html; charset=utf-8"] {
            let server = ModelServer(text, type: type)
            await #expect { try await model(server).reply(to: request, CallSettings()) } throws: { ($0 as? ServiceFault)?.type == "ModelErrorException" }
            await #expect { try await model(server).events(for: request, CallSettings()) } throws: { ($0 as? ServiceFault)?.type == "ModelErrorException" }
        }
    }
}
