import Compression
import HTTPCore
import Testing
import WebSocketCore

/// RFC 7692; Autobahn's families 12 and 13.
@Suite struct PerMessageDeflateTests {
    static let offers = [
        "permessage-deflate", "permessage-deflate; client_max_window_bits", "permessage-deflate; server_no_context_takeover; client_max_window_bits=9",
        "permessage-deflate; client_no_context_takeover; server_max_window_bits=9", "permessage-deflate; server_max_window_bits=15",
    ]

    @Test(arguments: offers, [WebSocketRole.client, .server]) func `compressed messages arrive, one after the other`(offer: String, role: WebSocketRole) throws
    {
        let deflate = try #require(agreement(on: offer))
        var encoder = WebSocketEncoder(role, deflate: deflate)
        var bytes: [UInt8] = []
        var messages: [WebSocketMessage] = []
        for length in [64, 128, 1_000, 16_384, 65_536, 100_000] {
            let content = (0..<length).map { index -> UInt8 in UInt8(97 + (index / 7 &* index) % 16) }
            messages += [.text(String(decoding: content, as: UTF8.self)), .text("short"), .binary(content.map { $0 &* $0 })]
        }
        for message in messages { encoder.write(message, into: &bytes) }
        #expect(bytes.count < messages.reduce(0) { $0 + $1.byteCount })
        #expect(try decode(bytes, inPiecesOf: 1_021, deflate: deflate, from: role) == messages.map { .message($0) })
    }

    // §7.2.3
    @Test(
        arguments: [
            ([0xC1, 0x87, 0xF2, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00], "Hello"), ([0x41, 0x83, 0xF2, 0x48, 0xCD, 0x80, 0x84, 0xC9, 0xC9, 0x07, 0x00], "Hello"),
            ([0xC1, 0x8B, 0x00, 0x05, 0x00, 0xFA, 0xFF, 0x48, 0x65, 0x6C, 0x6C, 0x6F, 0x00], "Hello"),
            ([0xC1, 0x88, 0xF3, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x00], "Hello"),
            ([0xC1, 0x8D, 0xF2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xCA, 0xC9, 0xC9, 0x07, 0x00], "Hello"), ([0xC1, 0x81, 0x00], ""),
        ] as [([UInt8], String)])
    func `the RFC's examples are read: blocks, fragments, stored and final blocks`(wire: [UInt8], text: String) throws {
        // The examples are a server's; masked by zeros they are a client's.
        var bytes: [UInt8] = [], index = 0
        while index < wire.count {
            let length = Int(wire[index + 1] & 0x7F)
            bytes += [wire[index], wire[index + 1], 0, 0, 0, 0] + wire[(index + 2)..<(index + 2 + length)]
            index += 2 + length
        }
        #expect(try decode(bytes + bytes, deflate: agreement(on: "permessage-deflate")) == [.message(.text(text)), .message(.text(text))])
    }

    @Test func `the second message refers to the first where both agreed on it (§7.2.3.2)`() {
        func lengths(_ offer: String) -> [Int] {
            var encoder = WebSocketEncoder(.server, deflate: agreement(on: offer))
            let message = WebSocketMessage.binary((0..<200).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31) })
            return (0..<2).map { _ in
                var bytes: [UInt8] = []
                encoder.write(message, into: &bytes)
                return bytes.count
            }
        }
        let kept = lengths("permessage-deflate"), lost = lengths("permessage-deflate; server_no_context_takeover")
        #expect(kept[1] < kept[0] / 4)
        #expect(lost[1] == lost[0])
    }

    @Test func `a bomb is refused with 1009 before it takes memory`() {
        var limits = WebSocketLimits()
        limits.messageBytes = 100_000
        var generous = WebSocketCompression()
        generous.maximumBytes = .max - 1
        var encoder = WebSocketEncoder(.client, deflate: agreement(on: "permessage-deflate", by: generous))
        var bytes: [UInt8] = []
        encoder.write(.binary([UInt8](repeating: 0, count: 10_000_000)), into: &bytes)
        #expect(bytes.count < 20_000)
        #expect(failure(bytes, limits: limits, deflate: agreement(on: "permessage-deflate")) == .messageTooLarge(limitBytes: 100_000))
        #expect(WebSocketError.messageTooLarge(limitBytes: 1).closeCode == .messageTooBig)
    }

    @Test func `compressed fragments that stand for nothing do not go on for ever`() {
        var limits = WebSocketLimits()
        limits.messageBytes = 1_000
        let empty = [UInt8]([0x00, 0x00, 0x00, 0xFF, 0xFF].repeated(200))
        let bytes = RawFrame(0x42, empty).bytes + RawFrame(0x00, empty).bytes + RawFrame(0x00, empty).bytes + RawFrame(0x00, empty).bytes
        #expect(failure(bytes, limits: limits, deflate: agreement(on: "permessage-deflate")) == .messageTooLarge(limitBytes: 1_000))
    }

    @Test func `short and very long messages are sent as they are`() {
        var encoder = WebSocketEncoder(.server, deflate: agreement(on: "permessage-deflate"))
        for (length, first) in [(0, 0x82), (63, 0x82), (64, 0xC2), (65_536, 0xC2), (65_537, 0x82)] as [(Int, UInt8)] {
            var bytes: [UInt8] = []
            encoder.write(.binary([UInt8](repeating: 7, count: length)), into: &bytes)
            #expect(bytes[0] == first)
        }
    }

    @Test(arguments: [[0x07], [0xF2, 0x48], [0xFF, 0xFF, 0xFF], [0x00, 0x05, 0x00]] as [[UInt8]])
    func `data that is corrupt or stops in a block is refused`(data: [UInt8]) {
        #expect(failure(RawFrame(0xC1, data).bytes, deflate: agreement(on: "permessage-deflate")) == .corruptCompression)
    }

    @Test func `compressed text is checked too, and only the first fragment bears the bit (§6.1)`() throws {
        let deflate = try #require(agreement(on: "permessage-deflate"))
        var encoder = WebSocketEncoder(.client, deflate: deflate)
        var bytes: [UInt8] = []
        encoder.write(utf8: [UInt8](repeating: 0xFF, count: 100), into: &bytes)
        #expect(failure(bytes, deflate: deflate) == .invalidText)
        #expect(failure(RawFrame(0x01, "a").bytes + RawFrame(0xC0, "b").bytes, deflate: deflate) == .violation(.reservedBits))
        #expect(failure(RawFrame(0xC9, "").bytes, deflate: deflate) == .violation(.reservedBits))
        #expect(try decode(RawFrame(0x81, "plain").bytes, deflate: deflate) == [.message(.text("plain"))])
    }

    // §7.1; Autobahn's family 13
    @Test(arguments: [
        ("permessage-deflate", "permessage-deflate; server_max_window_bits=12"),
        ("permessage-deflate; client_max_window_bits", "permessage-deflate; server_max_window_bits=12; client_max_window_bits=12"),
        ("permessage-deflate; client_max_window_bits=10", "permessage-deflate; server_max_window_bits=12; client_max_window_bits=10"),
        ("permessage-deflate; client_max_window_bits=\"10\"", "permessage-deflate; server_max_window_bits=12; client_max_window_bits=10"),
        ("permessage-deflate; server_max_window_bits=9", "permessage-deflate; server_max_window_bits=9"),
        (
            "permessage-deflate;server_no_context_takeover ; client_no_context_takeover",
            "permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=12"
        ),
        (
            "x-webkit-deflate-frame, permessage-deflate; server_max_window_bits=8, permessage-deflate; server_max_window_bits=10",
            "permessage-deflate; server_max_window_bits=10"
        ),
    ])
    func `an offer is accepted as far as the policy goes`(offer: String, answer: String) throws {
        let fields = try WebSocketHandshake(compression: WebSocketCompression()).agree(to: handshake(["Sec-WebSocket-Extensions": offer])).fields
        #expect(fields["Sec-WebSocket-Extensions"] == answer)
    }

    @Test(arguments: [
        "permessage-deflate; server_max_window_bits", "permessage-deflate; server_max_window_bits=7", "permessage-deflate; server_max_window_bits=16",
        "permessage-deflate; server_max_window_bits=09", "permessage-deflate; client_max_window_bits=x", "permessage-deflate; server_no_context_takeover=1",
        "permessage-deflate; mode=fast", "permessage-deflate; client_max_window_bits; client_max_window_bits", "permessage-deflate;", "deflate", "",
    ])
    func `an offer that breaks the rules is declined, and the connection goes on without compression (§7.1)`(offer: String) throws {
        let agreed = try WebSocketHandshake(compression: WebSocketCompression()).agree(to: handshake(["Sec-WebSocket-Extensions": offer]))
        #expect(agreed.deflate == nil)
        #expect(!agreed.fields.contains("Sec-WebSocket-Extensions"))
    }

    @Test func `nothing is compressed unless the server wants it`() throws {
        #expect(try WebSocketHandshake().agree(to: handshake(["Sec-WebSocket-Extensions": "permessage-deflate"])).deflate == nil)
    }
}

extension [UInt8] {
    fileprivate func repeated(_ count: Int) -> [UInt8] { (0..<count).flatMap { _ in self } }
}
