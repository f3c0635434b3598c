import JSON
import Testing

@testable import local_cloud

@Suite struct PluggedStreamTests {
    private func model(_ server: ModelServer) -> PluggedModel {
        PluggedModel(place: .init(url: "http://127.0.0.1:9", name: "tiny", key: nil, timeLimit: .seconds(7)), client: server)
    }

    private func events(_ server: ModelServer) async throws -> [ConverseEvent] {
        let source = try await model(server).events(for: try ModelFixture.request(ModelFixture.body("hi")), CallSettings())
        var events: [ConverseEvent] = []
        while let event = try await source.next() { events.append(event) }
        return events
    }

    @Test func `a server that cannot stream answers whole`() async throws {
        let server = ModelServer(#"{"choices":[{"message":{"content":"やあ"},"finish_reason":"stop"}]}"#, type: "application/json")
        let events = try await events(server)
        #expect(events.dropLast() == [.messageStart, .text(block: 0, "やあ"), .blockStop(block: 0), .messageStop(.endTurn)])
    }

    private static func stream(_ chunks: [String], end: String = "\r\n\r\n") -> String { chunks.map { "data: \($0)\(end)" }.joined() }

    @Test(arguments: ["\r\n\r\n", "\n\n", "\n: a comment\n\n"]) func `chunks become events`(end: String) async throws {
        let chunks = [
            #"{"choices":[{"delta":{"role":"assistant","content":"Hel"}}]}"#, #"{"choices":[{"delta":{"content":"lo"}}],"usage":null}"#,
            #"{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c1","function":{"name":"answer","arguments":"{\"a\""}}]}}]}"#,
            #"{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]}}]}"#,
            // Another call, of a server that counts none.
            #"{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c2","function":{"name":"answer","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}"#,
            #"{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4}}"#, "[DONE]",
        ]
        let events = try await events(ModelServer(Self.stream(chunks, end: end), type: "text/event-stream; charset=utf-8"))
        #expect(
            events.dropLast() == [
                .messageStart, .text(block: 0, "Hel"), .text(block: 0, "lo"), .blockStop(block: 0), .toolStart(block: 1, id: "c1", name: "answer"),
                .toolInput(block: 1, #"{"a""#), .toolInput(block: 1, ":1}"), .blockStop(block: 1), .toolStart(block: 2, id: "c2", name: "answer"),
                .toolInput(block: 2, "{}"), .blockStop(block: 2), .messageStop(.toolUse),
            ])
        let last = try #require(events.last)
        guard case .metadata(TokenUsage(input: 3, output: 4), _) = last else {
            Issue.record("\(last)")
            return
        }
    }

    /// What arrived is given, then the error: half an answer never looks like a whole one.
    @Test(arguments: [
        [#"{"choices":[{"delta":{"content":"Hel"}}]}"#], [#"{"choices":[{"delta":{"content":"Hel"}}]}"#, "[DONE]"],
        [#"{"choices":[{"delta":{"content":"Hel"}}]}"#, "not JSON"],
        [#"{"choices":[{"delta":{"content":"Hel"}}]}"#, #"{"error":{"message":"out of memory"}}"#],
        [#"{"choices":[{"delta":{"content":"Hel"}}]}"#, #"{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{}"}}]}}]}"#],
    ])
    func `a stream that breaks off is an error after what had arrived`(chunks: [String]) async throws {
        let source = try await model(ModelServer(Self.stream(chunks))).events(for: try ModelFixture.request(ModelFixture.body("hi")), CallSettings())
        var arrived: [ConverseEvent] = []
        await #expect { while let event = try await source.next() { arrived.append(event) } } throws: {
            ($0 as? ServiceFault)?.type == "ModelStreamErrorException"
        }
        #expect(arrived == [.messageStart, .text(block: 0, "Hel")])
    }

    @Test func `what is not counted is estimated`() throws {
        var translation = ChatTranslation(inputTokens: 12)
        let chunk = try JSON.parse(Array(#"{"choices":[{"delta":{"content":"やあ"},"finish_reason":"stop"}]}"#.utf8))
        _ = try translation.take(chunk)
        #expect(try translation.finish(latencyMilliseconds: 5).last == .metadata(TokenUsage(input: 12, output: 2), latencyMilliseconds: 5))
    }
}
