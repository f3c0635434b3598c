import AWS
import HTTPClient
import Platform
import Testing

private let request = ConverseRequest(model: "anthropic.claude-haiku-4-5-20251001-v1:0", messages: [.user("蛙")])

/// An exchange that is not let go of shows as a test that does not end.
@Suite(.timeLimit(.minutes(2))) struct ConverseStreamTests {
    private func open(_ http: StreamingClient, maximumTextBytes: Int = 1_000) async throws -> ConverseStream {
        let surroundings = CallWorld { _, _ in HTTPClientResponse(status: 500) }.surroundings { $0.http = http }
        let client = BedrockClient(AWSClient(.bedrockRuntime, region: "us-east-1", surroundings))
        return try await client.converseStream(request, maximumTextBytes: maximumTextBytes)
    }

    private func beginning() throws -> [[UInt8]] {
        try [ConverseEvent.messageStart(.assistant), .text(block: 0, "古池"), .text(block: 0, "や")].map { try $0.frame() }
    }

    @Test func `events are given as they arrive, and what is left can be collected`() async throws {
        let bytes = try BedrockPeer.bytes("everything")
        let stream = try await open(StreamingClient(pieces: stride(from: 0, to: bytes.count, by: 7).map { Array(bytes[$0..<min($0 + 7, bytes.count)]) }))
        var seen: [ConverseEvent] = []
        for try await event in stream {
            seen.append(event)
            if seen.count == 9 { break }
        }
        #expect(seen.last == .text(block: 2, "") && stream.arrived.text == "古池")
        let response = try await stream.collect()
        #expect(response.text == "古池や" && response.message.toolUses.map(\.name) == ["look_up", "stop"])
        #expect(try await stream.makeAsyncIterator().next(isolation: nil) == nil, "the end stays the end")
    }

    @Test(arguments: [
        (StreamingClient.End.end, ConverseStreamError.Cause.endedEarly),
        (.failure(.interrupted(detail: "reset")), .exchange(.interrupted(detail: "reset"))), (.failure(.timedOut(.total)), .exchange(.timedOut(.total))),
    ]) func `a stream that ends too early tells why, again and again, and what had arrived`(
        end: StreamingClient.End, cause: ConverseStreamError.Cause
    ) async throws {
        let http = StreamingClient(pieces: try beginning(), end: end)
        let stream = try await open(http)
        for _ in 0..<2 {
            let error = await #expect(throws: ConverseStreamError.self) { try await stream.collect() }
            #expect(error?.cause == cause && error?.arrived.text == "古池や")
        }
        await http.observer.untilReleased()
    }

    @Test func `cancelling the reader abandons the exchange, though the stream is kept`() async throws {
        let http = StreamingClient(pieces: try beginning(), end: .silence)
        let stream = try await open(http)
        let reader = Task { try await stream.collect() }
        await http.observer.untilSilent()
        reader.cancel()
        let error = await #expect(throws: ConverseStreamError.self) { try await reader.value }
        #expect(error?.cause == .cancelled && error?.arrived.text == "古池や")
        await http.observer.untilReleased()
        #expect(stream.arrived.text == "古池や")
    }

    @Test func `an answer longer than allowed ends, and the exchange with it`() async throws {
        let http = StreamingClient(pieces: try beginning(), end: .silence)
        let stream = try await open(http, maximumTextBytes: 8)
        let error = await #expect(throws: ConverseStreamError.self) { try await stream.collect() }
        #expect(error?.cause == .tooLong(limitBytes: 8) && error?.arrived.text == "古池")
        await http.observer.untilReleased()
    }

    @Test func `letting go of a stream abandons the exchange`() async throws {
        let http = StreamingClient(pieces: try beginning(), end: .silence)
        do {
            let stream = try await open(http)
            _ = try await stream.makeAsyncIterator().next(isolation: nil)
        }
        await http.observer.untilReleased()
    }

    @Test func `what fails before the first event is tried again`() async throws {
        let bytes = try BedrockPeer.bytes("everything")
        let world = CallWorld { _, number in number == 1 ? HTTPClientResponse(status: 503) : HTTPClientResponse(status: 200, body: bytes) }
        let response = try await BedrockClient(world.client(.bedrockRuntime)).converseStream(request).collect()
        #expect(response.text == "古池や" && world.http.requests.count == 2)
        #expect(world.http.requests[0].headers.contains(HTTPClientHeader("Accept", "application/vnd.amazon.eventstream")))
    }
}
