import HTTPClient
import JSON
import Platform
import Testing

@testable import AWS

private let body = Array(
    #"{"output":{"message":{"role":"assistant","content":[{"text":"古池や"}]}},"stopReason":"end_turn","usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3},"metrics":{"latencyMs":4}}"#
        .utf8)
private let fine = HTTPClientResponse(status: 200, body: body)

private func request(_ model: String = "anthropic.claude-haiku-4-5-20251001-v1:0") -> ConverseRequest {
    ConverseRequest(model: model, messages: [.user("蛙")])
}

@Suite struct ConverseTests {
    @Test func `an answer that was lost is asked for again, unless once must be enough`() async throws {
        let world = CallWorld { _, number in number == 1 ? HTTPClientResponse(status: 503) : fine }
        #expect(try await BedrockClient(world.client(.bedrockRuntime)).converse(request()).text == "古池や")
        let once = CallWorld { _, _ in HTTPClientResponse(status: 503) }
        let error = await #expect(throws: AWSError.self) { try await BedrockClient(once.client(.bedrockRuntime)).converse(request(), isIdempotent: false) }
        #expect(error?.reason == .mayHaveHappened && once.http.requests.count == 1)
    }

    @Test func `what was throttled, or never sent, is asked again even then`() async throws {
        let world = CallWorld { _, number throws(HTTPClientError) in
            if number == 1 { throw .connectionFailed(detail: "refused") }
            return number == 2 ? HTTPClientResponse(status: 429, headers: [.init("x-amzn-ErrorType", "ThrottlingException")]) : fine
        }
        #expect(try await BedrockClient(world.client(.bedrockRuntime)).converse(request(), isIdempotent: false).stopReason == .endTurn)
    }

    @Test func `a call has a minute, or what the caller gives it`() async throws {
        let world = CallWorld { _, _ in fine }
        let client = BedrockClient(world.client(.bedrockRuntime))
        _ = try await client.converse(request())
        _ = try await client.converse(request(), limits: HTTPClientLimits(totalTimeout: .seconds(5)))
        _ = try? await client.converseStream(request())
        _ = try? await client.images(ImageRequest(prompt: "a"), model: "stability.sd3-5-large-v1:0")
        #expect(world.http.requests.map(\.limits.totalTimeout) == [.seconds(60), .seconds(5), .seconds(60), .seconds(120)])
        #expect(world.http.requests.map(\.limits.firstByteTimeout) == [.seconds(60), .seconds(10), .seconds(30), .seconds(120)])
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"output":{}}"#, String(decoding: body, as: UTF8.self).replacing("assistant", with: "narrator"),
        String(decoding: body, as: UTF8.self).replacing("outputTokens", with: "x"), String(decoding: body, as: UTF8.self).replacing("latencyMs", with: "x"),
        String(decoding: body, as: UTF8.self).replacing("stopReason", with: "x"),
    ]) func `an answer that lacks what it must have is an error, not asked for again`(answer: String) async {
        let world = CallWorld { _, _ in HTTPClientResponse(status: 200, body: Array(answer.utf8)) }
        let error = await #expect(throws: AWSError.self) { try await BedrockClient(world.client(.bedrockRuntime)).converse(request()) }
        guard case .unexpectedAnswer? = error?.cause else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(world.http.requests.count == 1)
    }

    @Test(arguments: [
        ("anthropic.claude-haiku-4-5-20251001-v1:0", "us.anthropic.claude-haiku-4-5-20251001-v1%3A0", false),
        ("eu.anthropic.claude-haiku-4-5-20251001-v1:0", "eu.anthropic.claude-haiku-4-5-20251001-v1%3A0", false),
        ("anthropic.claude-3-7-sonnet-20250219-v1:0", "us.anthropic.claude-sonnet-5-5", true),
        ("eu.anthropic.claude-3-7-sonnet-20250219-v1:0", "eu.anthropic.claude-sonnet-5-5", true), ("acme.own-v1:0", "acme.own-v1%3A0", false),
    ]) func `a retired model is replaced in its geography, and the log hears of it once`(model: String, sent: String, isWarned: Bool) async throws {
        let world = CallWorld { _, _ in fine }, sink = CapturingLogSink()
        let client = BedrockClient(world.client(.bedrockRuntime) { $0.logger = Logger(service: "test", sink: sink) })
        for _ in 0..<2 { _ = try await client.converse(request(model)) }
        #expect(Set(world.http.requests.map(\.url)) == ["https://bedrock-runtime.us-east-1.amazonaws.com/model/\(sent)/converse"])
        #expect(sink.lines.count == (isWarned ? 1 : 0))
        #expect(sink.lines.allSatisfy { $0.contains("bedrock.model") && $0.contains("was retired") })
    }

    @Test(arguments: [
        #"{"toolUse":{"toolUseId":"a","name":"search","input":{},"type":"server_tool_use"}}"#,
        #"{"toolResult":{"toolUseId":"a","content":[],"type":"web_search_result"}}"#, #"{"image":{"format":"png","source":{"s3Location":{"uri":"s3://a/b"}}}}"#,
        #"{"image":{"format":"heic","source":{"bytes":"AA=="}}}"#, #"{"cachePoint":{"type":"default","ttl":"1h"}}"#, #"{"poem":{"lines":3}}"#,
    ]) func `what is not known here is kept as it came, to be sent back`(block: String) async throws {
        let answer = String(decoding: body, as: UTF8.self).replacing(#"{"text":"古池や"}"#, with: block)
        let world = CallWorld { _, _ in HTTPClientResponse(status: 200, body: Array(answer.utf8)) }
        let response = try await BedrockClient(world.client(.bedrockRuntime)).converse(request())
        let fragment = try JSON.parse(Array(block.utf8))
        #expect(response.message.content == [.other(fragment)] && response.message.json["content"] == [fragment])
    }
}
