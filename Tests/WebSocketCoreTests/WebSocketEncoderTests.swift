import Testing
import WebSocketCore

@Suite struct WebSocketEncoderTests {
    @Test(arguments: [0, 1, 125, 126, 65_535, 65_536, 70_001], [WebSocketRole.client, .server])
    func `what one side writes the other reads`(length: Int, role: WebSocketRole) throws {
        var encoder = WebSocketEncoder(role)
        var bytes: [UInt8] = []
        let content = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
        encoder.write(.binary(content), into: &bytes)
        encoder.write(.text("猫"), into: &bytes)
        encoder.ping([1, 2], into: &bytes)
        encoder.pong(into: &bytes)
        encoder.close(.goingAway, reason: "bye", into: &bytes)
        let events: [WebSocketEvent] = [.message(.binary(content)), .message(.text("猫")), .ping([1, 2]), .pong([]), .close(.goingAway, reason: "bye")]
        #expect(try decode(bytes, from: role) == events)
    }

    // RFC 6455 §5.7
    @Test func `a server's frames are those of the RFC's examples`() {
        var encoder = WebSocketEncoder(.server)
        var bytes: [UInt8] = []
        encoder.write(.text("Hello"), into: &bytes)
        #expect(bytes == [0x81, 0x05, 0x48, 0x65, 0x6C, 0x6C, 0x6F])
        bytes = []
        encoder.write(.binary([UInt8](repeating: 0, count: 256)), into: &bytes)
        #expect(bytes.prefix(4) == [0x82, 0x7E, 0x01, 0x00])
        bytes = []
        encoder.write(.binary([UInt8](repeating: 0, count: 65_536)), into: &bytes)
        #expect(bytes.prefix(10) == [0x82, 0x7F, 0, 0, 0, 0, 0, 1, 0, 0])
    }

    @Test func `a client masks every frame with a new key (§5.3)`() {
        var encoder = WebSocketEncoder(.client)
        let keys = Set(
            (0..<8).map { _ in
                var bytes: [UInt8] = []
                encoder.write(.text("Hello"), into: &bytes)
                return Array(bytes[2..<6])
            })
        #expect(keys.count > 6)
    }

    @Test func `a long reason is cut between two characters, and a code that is never sent leaves the frame empty`() throws {
        let encoder = WebSocketEncoder(.server)
        var bytes: [UInt8] = []
        encoder.close(.normal, reason: String(repeating: "あ", count: 60), into: &bytes)
        #expect(try decode(bytes, from: .server) == [.close(.normal, reason: String(repeating: "あ", count: 41))])
        bytes = []
        encoder.close(.noStatus, reason: "x", into: &bytes)
        #expect(bytes == [0x88, 0])
    }
}
