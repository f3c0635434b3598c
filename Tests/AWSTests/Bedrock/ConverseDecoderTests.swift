import JSON
import TestKit
import Testing

@testable import AWS

private let ending: [ConverseEvent] = [
    .messageStop(.endTurn, additionalFields: nil), .metadata(TokenUsage(input: 1, output: 2, total: 3), latency: .milliseconds(4)),
]

@Suite struct ConverseDecoderTests {
    /// All events of bytes that come in pieces, and why they break off.
    private func read(_ pieces: [[UInt8]], maximumTextBytes: Int = 1_000_000) -> (events: [ConverseEvent], ConverseAccumulator, ConverseStreamError?) {
        var decoder = ConverseDecoder(maximumTextBytes: maximumTextBytes)
        var events: [ConverseEvent] = []
        do throws(ConverseStreamError) {
            for piece in pieces {
                decoder.receive(piece)
                while let event = try decoder.next() { events.append(event) }
            }
            try decoder.finish()
        } catch {
            return (events, decoder.arrived, error)
        }
        return (events, decoder.arrived, nil)
    }

    private func frames(_ events: [ConverseEvent]) throws -> [UInt8] { try events.flatMap { try $0.frame() } }

    @Test func `byte by byte it means the same as at once, and folds into the whole answer`() throws {
        let bytes = try BedrockPeer.bytes("everything")
        let (events, arrived, error) = read([bytes])
        #expect(error == nil && read(bytes.map { [$0] }).events == events)
        let response = try arrived.response()
        #expect(
            response.message
                == ConverseMessage(
                    .assistant,
                    [
                        .other(["reasoningContent": ["reasoningText": ["text": "Hm.", "signature": "c2ln"]]]),
                        .other(["reasoningContent": ["redactedContent": "c2VjcmV0"]]), .text("古池や"),
                        .toolUse(ToolUse(id: "tooluse_1", name: "look_up", input: ["word": "猫", "level": 5])),
                        .toolUse(ToolUse(id: "tooluse_2", name: "stop", input: [:])),
                    ]))
        #expect(response.stopReason == .toolUse && response.latency == .milliseconds(901) && response.text == "古池や")
        #expect(response.usage == TokenUsage(input: 12, output: 7, total: 19, cacheRead: 5))
    }

    @Test func `cut at any byte, the error carries what had arrived in whole messages`() throws {
        let bytes = try BedrockPeer.bytes("everything")
        var decoder = ConverseDecoder(), boundary = 0
        for end in 1..<bytes.count {
            decoder.receive([bytes[end - 1]])
            if try decoder.next() != nil { boundary = end }
            var cut = decoder
            let error = #expect(throws: ConverseStreamError.self) { try cut.finish() }
            #expect(error?.cause == (boundary == end ? .endedEarly : .frames(.truncated)) && error?.arrived == decoder.arrived)
        }
        #expect(decoder.arrived.text == "古池や" && decoder.arrived.stopReason == .toolUse && decoder.arrived.usage == nil)
    }

    @Test func `a byte that was damaged ends the answer there, and what came before is kept`() throws {
        let first = try frames([.messageStart(.assistant), .text(block: 0, "古池")]), second = try frames([.text(block: 0, "や")])
        for place in second.indices {
            var damaged = second
            damaged[place] ^= 0x10
            let (events, arrived, error) = read([first + damaged + second])
            #expect(error?.cause == .frames(place < 12 ? .preludeChecksumMismatch : .messageChecksumMismatch))
            #expect(events.count == 2 && arrived.text == "古池" && error?.arrived == arrived)
        }
    }

    @Test func `an error within the stream is the service's, with its kind, and carries what had arrived`() throws {
        let expected = [
            ("internalServerException", 500), ("modelStreamErrorException", 424), ("validationException", 400), ("throttlingException", 429),
            ("serviceUnavailableException", 503), ("unmodelled error", 400),
        ]
        for (name, status) in expected {
            let error = read([try BedrockPeer.bytes(name)]).2
            #expect(error?.arrived.text == "古池や" && error?.serviceError?.status == status)
            #expect(error?.serviceError?.isThrottled == (name == "throttlingException"))
            #expect(error?.serviceError?.isInvalidRequest == (name == "validationException"))
        }
        let model = read([try BedrockPeer.bytes("modelStreamErrorException")]).2
        #expect(model?.serviceError?.message == "Try again. (the model: the model fell over)")
    }

    @Test func `an error stays`() throws {
        var decoder = ConverseDecoder()
        decoder.receive(try BedrockPeer.bytes("throttlingException") + (try frames(ending)))
        var errors: [ConverseStreamError] = []
        for _ in 0..<6 {
            do { _ = try decoder.next() } catch { errors.append(error) }
        }
        #expect(errors.count == 3 && Set(errors.map(\.description)).count == 1)
        #expect(throws: ConverseStreamError.self) { try decoder.finish() }
    }

    @Test(arguments: [
        (#"{"contentBlockIndex":0}"#, "contentBlockDelta"), (#"{"delta":{"text":"a"}}"#, "contentBlockDelta"),
        (#"{"contentBlockIndex":0,"delta":{"text":1}}"#, "contentBlockDelta"), ("{", "contentBlockDelta"), ("{}", "messageStop"), ("{}", "metadata"),
        (#"{"role":"narrator"}"#, "messageStart"),
        (#"{"contentBlockIndex":0,"start":{"toolUse":{"name":"x"}}}"#, "contentBlockStart"),
    ]) func `an event that lacks what it must have is an error`(payload: String, type: String) throws {
        let (_, _, error) = read([try eventFrame(type, Array(payload.utf8))])
        guard case .unexpectedEvent? = error?.cause else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a tool that the service runs itself is passed over, its input too`() throws {
        let start = #"{"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"a","name":"search","type":"server_tool_use"}}}"#
        let bytes =
            try ConverseEvent.messageStart(.assistant).frame() + eventFrame("contentBlockStart", Array(start.utf8))
            + frames([.toolInput(block: 0, #"{"query":"猫"}"#), .blockStop(block: 0), .text(block: 1, "猫")] + ending)
        let (events, arrived, error) = read([bytes])
        #expect(error == nil && events.count == 6)
        #expect(try arrived.response().message.content == [.text("猫")])
    }

    @Test func `blocks keep their kind, begin once and are bounded in number`() throws {
        let tool = ConverseEvent.toolUse(block: 0, id: "a", name: "b")
        for events in [[tool, .text(block: 0, "x")], [.text(block: 0, "x"), tool], [tool, tool]] {
            #expect(
                read([try frames([.messageStart(.assistant)] + events)]).2?.cause
                    == .unexpectedEvent(events == [tool, .text(block: 0, "x")] ? "block 0 changes its kind" : "block 0 begins twice"))
        }
        var accumulator = ConverseAccumulator()
        for block in 0..<1_000 { try accumulator.add(.text(block: block, "")) }
        #expect(throws: ConverseStreamError.Cause.unexpectedEvent("there are more than 1000 blocks")) { try accumulator.add(.text(block: 1_000, "")) }
    }

    @Test func `text of all kinds is bounded together, to the byte`() throws {
        let events: [ConverseEvent] = [
            .messageStart(.assistant), .text(block: 0, "古"), .toolUse(block: 1, id: "a", name: "b"), .toolInput(block: 1, "{}"),
            .reasoning(block: 2, .text("r")), .reasoning(block: 2, .signature("s")), .reasoning(block: 3, .redacted([1, 2])),
        ]
        #expect(read([try frames(events + ending)], maximumTextBytes: 11).2 == nil)
        let (_, arrived, error) = read([try frames(events + ending)], maximumTextBytes: 10)
        #expect(error?.cause == .tooLong(limitBytes: 10) && arrived.text == "古")
    }

    @Test func `a tool's input that is cut is a typed error`() throws {
        let events: [ConverseEvent] = [.messageStart(.assistant), .toolUse(block: 0, id: "a", name: "look_up"), .toolInput(block: 0, #"{"word": "#)]
        let arrived = read([try frames(events + ending)]).1
        #expect(throws: ConverseStreamError.Cause.invalidToolInput(name: "look_up", text: #"{"word": "#)) { try arrived.response() }
    }

    @Test func `whatever events are sent, in whatever pieces, they are read`() throws {
        var random = SeededRandom(seed: 20_260_208)
        for _ in 0..<150 {
            let events = Self.events(&random), bytes = try frames(events)
            var pieces: [[UInt8]] = [], start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + Int.random(in: 1...300, using: &random))
                pieces.append(Array(bytes[start..<end]))
                start = end
            }
            let (found, arrived, error) = read(pieces)
            #expect(error == nil)
            #expect(found == events)
            let text = events.map { if case .text(_, let text) = $0 { text } else { "" } }.joined()
            #expect(arrived.text == text && arrived.isComplete)
        }
    }

    private static func events(_ random: inout SeededRandom) -> [ConverseEvent] {
        let texts = ["", "a", "古池や", "\"\\\n", "\u{0}", "👩‍👩‍👧", String(repeating: "x", count: 500)]
        var events: [ConverseEvent] = [.messageStart(.assistant)]
        for block in 0..<Int.random(in: 0...4, using: &random) {
            let kind = Int.random(in: 0...3, using: &random)
            if kind == 1 { events.append(.toolUse(block: block, id: "tooluse_\(block)", name: "look_up")) }
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let text = texts.randomElement(using: &random) ?? ""
                switch kind {
                case 0: events.append(.text(block: block, text))
                case 1: events.append(.toolInput(block: block, text))
                case 2: events.append(.reasoning(block: block, Bool.random(using: &random) ? .text(text) : .signature(text)))
                default: events.append(.reasoning(block: block, .redacted(Array(text.utf8))))
                }
            }
            events.append(.blockStop(block: block))
        }
        events.append(
            .messageStop(StopReason(rawValue: texts.randomElement(using: &random) ?? ""), additionalFields: Bool.random(using: &random) ? ["a": [1]] : nil))
        let count = Int.random(in: 0...1_000_000, using: &random)
        events.append(.metadata(TokenUsage(input: count, output: 1, total: count + 1, cacheRead: count / 2, cacheWritten: 3), latency: .milliseconds(count)))
        return events
    }
}
