import HTTPCore
import Testing
import WebSocketCore

/// The request of RFC 6455 §1.3 with other or further fields; an empty value leaves a field out.
func handshake(_ changes: Fields = [:], method: HTTPCore.Method = .get, minorVersion: UInt8 = 1, body: RequestBody = .empty) -> Request {
    var fields: Fields = [
        "Host": "server.example.com", "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
    ]
    for (name, _) in changes { fields.remove(name) }
    for (name, value) in changes where !value.isEmpty { fields.append(name, value) }
    guard let target = try? RequestTarget(parsing: "/chat", method: method) else { preconditionFailure("/chat is a target") }
    return Request(method: method, target: target, minorVersion: minorVersion, fields: fields, body: body)
}

@Suite struct WebSocketHandshakeTests {
    @Test func `the RFC's key is proved read (§1.3)`() throws {
        let agreement = try WebSocketHandshake().agree(to: handshake())
        #expect(agreement.fields == ["Upgrade": "websocket", "Sec-WebSocket-Accept": "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="])
        #expect(agreement.subprotocol == nil)
    }

    @Test(
        arguments: [
            ["Upgrade": "WebSocket", "Connection": "keep-alive, UPGRADE"], ["Upgrade": "h2c, websocket"], ["Connection": "close,upgrade"],
        ] as [Fields])
    func `names are compared without regard to case, in lists too (§4.2.1)`(changes: Fields) throws {
        #expect(throws: Never.self) { try WebSocketHandshake().agree(to: handshake(changes)) }
    }

    @Test(
        arguments: [
            (["Upgrade": ""], .notAsked), (["Upgrade": "h2c"], .notAsked), (["Connection": ""], .notAsked), (["Connection": "keep-alive"], .notAsked),
            (["Sec-WebSocket-Version": ""], .unsupportedVersion), (["Sec-WebSocket-Version": "8"], .unsupportedVersion),
            (["Sec-WebSocket-Key": ""], .badKey), (["Sec-WebSocket-Key": "short"], .badKey), (["Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ"], .badKey),
            (["Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZSE="], .badKey),
        ] as [(Fields, WebSocketHandshake.Refusal)])
    func `what is missing or wrong is refused (§4.2.1)`(changes: Fields, refusal: WebSocketHandshake.Refusal) {
        #expect(throws: refusal) { try WebSocketHandshake().agree(to: handshake(changes)) }
    }

    @Test func `only a GET without content in HTTP slash 1_1 can become a WebSocket (§4.1)`() {
        #expect(throws: WebSocketHandshake.Refusal.badRequest) { try WebSocketHandshake().agree(to: handshake(method: .post)) }
        #expect(throws: WebSocketHandshake.Refusal.badRequest) { try WebSocketHandshake().agree(to: handshake(minorVersion: 0)) }
        #expect(throws: WebSocketHandshake.Refusal.badRequest) { try WebSocketHandshake().agree(to: handshake(body: .buffered([1]))) }
    }

    @Test func `a key that is sent twice is refused`() {
        var request = handshake()
        request.fields.append("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        #expect(throws: WebSocketHandshake.Refusal.badKey) { try WebSocketHandshake().agree(to: request) }
    }

    @Test(arguments: [("v1.chat", "v1.chat"), ("v1.chat, v2.chat", "v2.chat"), ("soap ,  v2.chat", "v2.chat")])
    func `the first of our subprotocols that the client offers is chosen`(offered: String, chosen: String) throws {
        let handshakes = WebSocketHandshake(subprotocols: ["v2.chat", "v1.chat"])
        let agreement = try handshakes.agree(to: handshake(["Sec-WebSocket-Protocol": offered]))
        #expect(agreement.subprotocol == chosen)
        #expect(agreement.fields["Sec-WebSocket-Protocol"] == chosen)
    }

    @Test func `a client that offers other subprotocols only is refused, one that offers none is not`() throws {
        let handshakes = WebSocketHandshake(subprotocols: ["v2.chat"])
        #expect(throws: WebSocketHandshake.Refusal.unknownSubprotocol) { try handshakes.agree(to: handshake(["Sec-WebSocket-Protocol": "soap, V2.chat"])) }
        #expect(try handshakes.agree(to: handshake()).subprotocol == nil)
        // Without subprotocols of our own we do not choose; a browser that asked for one closes.
        #expect(try WebSocketHandshake().agree(to: handshake(["Sec-WebSocket-Protocol": "soap"])).subprotocol == nil)
    }
}
