import AWS
import Compression
import Encoding
import JSON
import Testing

@Suite struct EventStreamTests {
    private static let sample = EventStreamMessage(
        headers: [
            .init(":message-type", .string("event")), .init(":event-type", .string("contentBlockDelta")), .init("true", .bool(true)),
            .init("false", .bool(false)),
            .init("byte", .int8(-1)), .init("short", .int16(-2)), .init("int", .int32(-3)), .init("long", .int64(.min)), .init("bytes", .bytes([0, 255])),
            .init("time", .timestamp(milliseconds: 1_770_571_223_000)), .init("id", .uuid(UUID(high: 1, low: 2))),
        ], payload: Array(#"{"delta":"猫"}"#.utf8))

    private static func wire(_ messages: EventStreamMessage...) throws -> [UInt8] {
        var wire: [UInt8] = []
        for message in messages { try EventStreamEncoder.append(message, to: &wire) }
        return wire
    }

    /// Everything that comes of bytes that arrive in pieces ending at `ends`.
    private func read(_ bytes: [UInt8], endingAt ends: [Int], limits: EventStreamLimits = EventStreamLimits()) -> ([EventStreamMessage], EventStreamError?) {
        var decoder = EventStreamDecoder(limits: limits)
        var messages: [EventStreamMessage] = []
        var start = 0
        do throws(EventStreamError) {
            for end in ends {
                while start < end {
                    let (message, consumed) = try decoder.next(bytes.span.extracting(start..<end))
                    start += consumed
                    if let message { messages.append(message) }
                }
            }
            try decoder.finish()
        } catch {
            return (messages, error)
        }
        return (messages, nil)
    }

    @Test func `every type of header is read as it was written`() throws {
        let (messages, error) = read(try Self.wire(Self.sample), endingAt: [try Self.wire(Self.sample).count])
        #expect(messages == [Self.sample] && error == nil)
        #expect(Self.sample.messageType == "event" && Self.sample.eventType == "contentBlockDelta" && Self.sample.exceptionType == nil)
    }

    @Test func `two messages mean the same split at every byte`() throws {
        let wire = try Self.wire(Self.sample, EventStreamMessage(payload: [1]))
        for split in 0...wire.count { #expect(read(wire, endingAt: [split, wire.count]).0 == [Self.sample, EventStreamMessage(payload: [1])]) }
        #expect(read(wire, endingAt: Array(1...wire.count)).0.count == 2)
    }

    @Test func `a stream cut anywhere keeps what had arrived, and says that it is cut`() throws {
        let first = try Self.wire(Self.sample), wire = try Self.wire(Self.sample, Self.sample)
        for end in 1..<wire.count where end != first.count {
            let (messages, error) = read(Array(wire[..<end]), endingAt: [end])
            #expect(messages.count == (end > first.count ? 1 : 0) && error == .truncated)
        }
    }

    @Test func `each bit flipped is found`() throws {
        let wire = try Self.wire(Self.sample)
        for bit in 0..<wire.count * 8 {
            var changed = wire
            changed[bit / 8] ^= 1 << (bit % 8)
            let (messages, error) = read(changed, endingAt: [changed.count])
            #expect(messages.isEmpty && error == (bit / 8 < 12 ? .preludeChecksumMismatch : .messageChecksumMismatch))
        }
    }

    @Test func `an error stays`() throws {
        var wire = try Self.wire(Self.sample)
        wire[0] ^= 1
        var decoder = EventStreamDecoder()
        #expect(throws: EventStreamError.preludeChecksumMismatch) { _ = try decoder.next(wire.span) }
        #expect(throws: EventStreamError.preludeChecksumMismatch) { _ = try decoder.next([UInt8]().span) }
        #expect(throws: EventStreamError.preludeChecksumMismatch) { try decoder.finish() }
    }

    @Test func `lengths that contradict each other are refused, and large ones before they are believed`() {
        #expect(read(Self.prelude(total: 15, headers: 0), endingAt: [12]).1 == .invalidLengths)
        #expect(read(Self.prelude(total: 100, headers: 85), endingAt: [12]).1 == .invalidLengths)
        #expect(read(Self.prelude(total: 200_000, headers: 131_073), endingAt: [12]).1 == .headersTooLarge(limitBytes: 131_072))
        #expect(read(Self.prelude(total: .max, headers: 0), endingAt: [12]).1 == .payloadTooLarge(limitBytes: 25_165_824))
        let limits = EventStreamLimits(headerBytes: 4, payloadBytes: 8)
        #expect(read(Self.prelude(total: 25, headers: 0), endingAt: [12], limits: limits).1 == .payloadTooLarge(limitBytes: 8))
        #expect(read(Self.prelude(total: 24, headers: 0), endingAt: [12], limits: limits).1 == .truncated)
    }

    private static func prelude(total: UInt32, headers: UInt32) -> [UInt8] {
        let lengths = [total, headers].flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
        let checksum = CRC32.checksum(lengths)
        return lengths + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: checksum >> $0) }
    }

    @Test func `what readers would refuse is not written`() {
        let long = String(repeating: "x", count: 65_536)
        let cases: [(EventStreamMessage, EventStreamError)] = [
            (.init(headers: [.init("", .bool(true))]), .malformedHeader), (.init(headers: [.init(String(long.prefix(256)), .bool(true))]), .malformedHeader),
            (.init(headers: [.init("a", .string(long))]), .malformedHeader),
            (.init(headers: [.init("a", .bool(true)), .init("a", .bool(true))]), .duplicateHeader(name: "a")),
            (.init(payload: [1, 2, 3]), .payloadTooLarge(limitBytes: 2)), (.init(headers: [.init("abcd", .int64(1))]), .headersTooLarge(limitBytes: 8)),
        ]
        for (message, error) in cases {
            var wire: [UInt8] = [7]
            #expect(throws: error) {
                try EventStreamEncoder.append(
                    message, to: &wire, limits: EventStreamLimits(headerBytes: error == .headersTooLarge(limitBytes: 8) ? 8 : 100_000, payloadBytes: 2))
            }
            #expect(wire == [7])
        }
    }
}

/// What a real botocore reads; `Tests/Peers/botocore_eventstream.py` asks it again.
@Suite struct BotocoreEventStreamTests {
    private static let document = Peer.document("botocore_eventstream.json")

    private static func bytes(_ item: JSONFragment) -> [UInt8] { Hex.decode(item["bytes"]!.stringValue!)! }

    private func read(_ bytes: [UInt8]) throws(EventStreamError) -> [EventStreamMessage] {
        var decoder = EventStreamDecoder()
        var messages: [EventStreamMessage] = []
        var start = 0
        while start < bytes.count {
            let (message, consumed) = try decoder.next(bytes.span.extracting(start...))
            start += consumed
            if let message { messages.append(message) }
        }
        try decoder.finish()
        return messages
    }

    @Test func `streams are read as botocore reads them, and written anew they are the same bytes`() throws {
        let streams = Self.document["streams"]!.arrayValue!
        #expect(streams.count > 150)
        for stream in streams {
            let bytes = Self.bytes(stream), messages = try read(bytes)
            let expected = stream["messages"]!.arrayValue!
            #expect(messages.count == expected.count)
            for (message, expected) in zip(messages, expected) {
                #expect(Hex.encode(message.payload) == expected["payload"]!.stringValue)
                #expect(message.headers.map(Self.described) == expected["headers"]!.arrayValue!)
            }
            var wire: [UInt8] = []
            for message in messages { try EventStreamEncoder.append(message, to: &wire) }
            #expect(wire == bytes)
        }
    }

    /// A header as the script describes it: name, type, value.
    private static func described(_ header: EventStreamMessage.Header) -> JSONFragment {
        let (type, value): (Int, JSONFragment) =
            switch header.value {
            case .bool(let value): (value ? 0 : 1, .bool(value))
            case .int8(let value): (2, .int(Int(value)))
            case .int16(let value): (3, .int(Int(value)))
            case .int32(let value): (4, .int(Int(value)))
            case .int64(let value): (5, .int(Int(value)))
            case .bytes(let bytes): (6, .string(Hex.encode(bytes)))
            case .string(let text): (7, .string(text))
            case .timestamp(let milliseconds): (8, .int(Int(milliseconds)))
            case .uuid(let uuid): (9, .string(uuid.description.filter { $0 != "-" }))
            }
        return .array([.string(header.name), .int(type), value])
    }

    @Test func `what botocore refuses is refused for the same reason`() {
        let reasons: [String: [EventStreamError]] = [
            "ChecksumMismatch": [.preludeChecksumMismatch, .messageChecksumMismatch], "KeyError": [.malformedHeader], "error": [.malformedHeader],
            "UnicodeDecodeError": [.malformedHeader], "DuplicateHeader": [.duplicateHeader(name: "a")],
            "InvalidHeadersLength": [.headersTooLarge(limitBytes: 131_072)], "InvalidPayloadLength": [.payloadTooLarge(limitBytes: 25_165_824)],
        ]
        let damaged = Self.document["damaged"]!.arrayValue!
        #expect(damaged.count > 200)
        for item in damaged {
            do throws(EventStreamError) {
                _ = try read(Self.bytes(item))
                Issue.record("accepted: \(item)")
            } catch {
                #expect(reasons[item["error"]!.stringValue!]?.contains(error) == true, "\(item): \(error)")
            }
        }
    }

    @Test func `headers that are cut or nameless, which botocore lets pass, are refused`() {
        for item in Self.document["lenient"]!.arrayValue! {
            #expect(item["messages"]?.intValue == 1)
            #expect(throws: EventStreamError.malformedHeader) { try read(Self.bytes(item)) }
        }
    }
}
