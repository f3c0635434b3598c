import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import WebSocketCore

@testable import Web

/// What Starlette's WebSocket routes do, and what they leave to their users.
@Suite(.timeLimit(.minutes(5))) struct WebSocketRouteTests {
    struct Room: JSONObject {
        var name: String, size: Int
        static let json = Object("Room", { Room(name: $0, size: $1) }, Field("name", \.name, .length(1...20)), Field("size", \.size, .range(1...9)))
    }

    struct Page: JSONObject {
        var limit: Int
        static let json = Object("Page", { Page(limit: $0) }, Field("limit", \.limit, .range(1...100), default: 10))
    }

    static let ended = Lock<[WebSocketEnd?]>([])

    static func application(_ configure: (inout ApplicationConfiguration) -> Void = { _ in }) -> Application {
        var configuration = ApplicationConfiguration()
        configure(&configuration)
        return Application(configuration) { routes in
            routes.webSocket("/echo", socket: options { $0.compression = WebSocketCompression() }) { socket in
                for try await message in socket { try await socket.send(message) }
            }
            routes.webSocket("/hello") { socket in try await socket.send(text: "こんにちは") }
            routes.webSocket("/words/{word_id}") { (path: Path<WordID>, query: Query<Page>, visitor: Visitor, socket: WebSocket) in
                try await socket.send(text: "\(visitor.name) \(path.value.rawValue) \(query.value.limit)")
            }
            routes.webSocket("/rooms") { socket in
                while let room = try await socket.receive(json: Room.self) { try await socket.send(json: Room(name: room.name, size: room.size + 1)) }
            }
            routes.webSocket("/spoken", socket: options { $0.subprotocols = ["v2.words", "v1.words"] }) { socket in
                try await socket.send(text: socket.subprotocol ?? "none")
            }
            routes.webSocket("/small", socket: options { $0.limits.messageBytes = 10 }) { socket in for try await _ in socket {} }
            routes.webSocket("/full") { _ in throw HTTPError(.forbidden, type: "room-full", detail: "Come back later.") }
            routes.webSocket("/busy") { _ in throw HTTPError.unavailable("busy", "Busy.", retryAfter: .seconds(1)) }
            routes.webSocket("/broken") { _ in throw Broken() }
            routes.webSocket("/bye") { socket in socket.close(.tryAgainLater, reason: "tomorrow") }
            routes.webSocket("/open", socket: options { $0.origins = .any }) { _ in }
            routes.webSocket("/friends", socket: options { $0.origins = .only(["https://friend.example"]) }) { _ in }
        }
    }

    struct Broken: Error {}

    private static func options(_ change: (inout WebSocketOptions) -> Void) -> WebSocketOptions {
        var options = WebSocketOptions()
        change(&options)
        return options
    }

    @Test(arguments: TestClient.Medium.allCases, [false, true]) func `messages go both ways`(medium: TestClient.Medium, isCompressed: Bool) async throws {
        try await TestClient.with(Self.application(), over: medium) { client in
            try await client.webSocket("/echo", isCompressed: isCompressed) { (socket: TestWebSocket) async throws in
                #expect(socket.isCompressed == isCompressed)
                try await socket.send(text: "猫")
                #expect(try await socket.receive() == .text("猫"))
                for length in [0, 1, 126, 65_536, 300_000] {
                    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
                    try await socket.send(bytes: bytes)
                    #expect(try await socket.receive() == .binary(bytes))
                }
            }
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `a handler that returns closes with 1000`(medium: TestClient.Medium) async throws {
        try await TestClient.with(Self.application(), over: medium) { client in
            try await client.webSocket("/hello") { (socket: TestWebSocket) async throws in
                #expect(try await socket.receive() == .text("こんにちは"))
                #expect(try await socket.receive() == nil)
                #expect(socket.closure?.code == .normal)
                #expect(try await socket.isGone())
            }
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `inputs are settled as for any other route`(medium: TestClient.Medium) async throws {
        try await TestClient.with(Self.application(), over: medium) { client in
            try await client.webSocket("/words/7?limit=3", headers: ["X-Api-Key": "花子"]) { (socket: TestWebSocket) async throws in
                #expect(try await socket.receiveText() == "花子 7 3")
            }
        }
    }

    // Starlette accepts first or closes with 403 alone; here the answer says what is wrong.
    @Test(arguments: TestClient.Medium.allCases, [("/words/7", "", 401), ("/words/0?limit=x", "花子", 422), ("/nothing", "", 404)])
    func `what is wrong with the inputs is an ordinary answer, before there is a WebSocket`(
        medium: TestClient.Medium, question: (target: String, key: String, status: Int)
    ) async throws {
        try await TestClient.with(Self.application(), over: medium, headers: question.key.isEmpty ? [:] : ["X-Api-Key": question.key]) { client in
            let error = await #expect(throws: UnexpectedAnswer.self) { try await client.webSocket(question.target) { _ in } }
            #expect(error?.response.status == Status(question.status))
            #expect(error?.response[.contentType] == "application/json")
            if question.status == 422 { #expect(error?.response.text.contains("\"limit\"") == true) }
        }
    }

    @Test func `a plain request is told to speak WebSocket, in which version, and with what key`() async throws {
        let client = TestClient(Self.application())
        let plain = try await client.get("/echo")
        #expect(plain.status == 426 && plain["Upgrade"] == "websocket" && plain.text.contains("upgrade-required"))
        let old = try await client.get(
            "/echo", headers: ["Upgrade": "websocket", "Connection": "upgrade", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version": "8"])
        #expect(old.status == 426 && old["Sec-WebSocket-Version"] == "13")
        let bad = try await client.get("/echo", headers: ["Upgrade": "websocket", "Connection": "upgrade", "Sec-WebSocket-Version": "13"])
        #expect(bad.status == 400 && bad.text.contains("bad-handshake"))
        #expect(try await client.post("/echo").status == 405)
    }

    @Test func `a subprotocol is agreed on, or the client hears which there are`() async throws {
        let client = TestClient(Self.application())
        for (offered, chosen) in [(["v1.words"], "v1.words"), (["v1.words", "v2.words"], "v2.words"), ([], "none")] {
            try await client.webSocket("/spoken", subprotocols: offered) { (socket: TestWebSocket) async throws in
                #expect(try await socket.receiveText() == chosen)
                #expect(socket.subprotocol ?? "none" == chosen)
            }
        }
        let error = await #expect(throws: UnexpectedAnswer.self) { try await client.webSocket("/spoken", subprotocols: ["soap"]) { _ in } }
        #expect(error?.response.status == 400)
        #expect(error?.response.text.contains("v2.words, v1.words") == true)
    }

    @Test func `JSON goes both ways, and what is wrong with it closes with 1007`() async throws {
        try await TestClient(Self.application()).webSocket("/rooms") { (socket: TestWebSocket) async throws in
            try await socket.send(text: #"{"name": "猫", "size": 3}"#)
            #expect(try await socket.receiveText() == #"{"name":"猫","size":4}"#)
            try await socket.send(bytes: Array(#"{"name": "犬", "size": 4}"#.utf8))
            #expect(try await socket.receiveText() == #"{"name":"犬","size":5}"#)
            try await socket.send(text: #"{"name": "猫", "size": 30}"#)
            #expect(try await socket.receive() == nil)
            #expect(socket.closure?.code == .invalidPayload)
            #expect(socket.closure?.reason == "message.size: Input should be less than or equal to 9")
        }
    }

    @Test(arguments: [
        ("/full", WebSocketCloseCode.policyViolation, "room-full"), ("/busy", .tryAgainLater, "busy"), ("/broken", .internalError, "internal-error"),
        ("/bye", .tryAgainLater, "tomorrow"),
    ])
    func `how a handler ends is told by the close code`(path: String, code: WebSocketCloseCode, reason: String) async throws {
        try await TestClient(Self.application()).webSocket(path) { (socket: TestWebSocket) async throws in
            #expect(try await socket.receive() == nil)
            #expect(socket.closure?.code == code)
            #expect(socket.closure?.reason == reason)
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `a message above the limit closes with 1009`(medium: TestClient.Medium) async throws {
        try await TestClient.with(Self.application(), over: medium) { client in
            try await client.webSocket("/small") { (socket: TestWebSocket) async throws in
                try await socket.send(bytes: [UInt8](repeating: 0, count: 10))
                try await socket.send(bytes: [UInt8](repeating: 0, count: 11))
                #expect(try await socket.receive() == nil)
                #expect(socket.closure?.code == .messageTooBig)
                #expect(socket.closure?.reason == "send at most 10 bytes in a message")
            }
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `a ping is answered with its payload, also between fragments`(medium: TestClient.Medium) async throws {
        try await TestClient.with(Self.application(), over: medium) { client in
            try await client.webSocket("/echo") { (socket: TestWebSocket) async throws in
                try await socket.send(raw: [0x01, 0x81, 0, 0, 0, 0, 0x61])
                try await socket.ping([1, 2, 3])
                #expect(try await socket.next() == .pong([1, 2, 3]))
                try await socket.send(raw: [0x80, 0x81, 0, 0, 0, 0, 0x62])
                #expect(try await socket.receive() == .text("ab"))
            }
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `what was sent before a close frame is answered before it is`(medium: TestClient.Medium) async throws {
        try await TestClient.with(Self.application(), over: medium) { client in
            try await client.webSocket("/echo") { (socket: TestWebSocket) async throws in
                try await socket.send(text: "one")
                try await socket.send(text: "two")
                try await socket.close(.goingAway, reason: "bye")
                #expect(try await socket.receive() == .text("one"))
                #expect(try await socket.receive() == .text("two"))
                #expect(try await socket.receive() == nil)
                #expect(socket.closure?.code == .goingAway)
            }
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `what was sent before a broken frame is answered before it is refused`(
        medium: TestClient.Medium
    ) async throws {
        try await TestClient.with(Self.application(), over: medium) { client in
            try await client.webSocket("/echo") { (socket: TestWebSocket) async throws in
                try await socket.send(raw: [0x81, 0x81, 0, 0, 0, 0, 0x61] + [0x91, 0x81, 0, 0, 0, 0, 0x61] + [0x89, 0x80, 0, 0, 0, 0])
                #expect(try await socket.receive() == .text("a"))
                #expect(try await socket.receive() == nil)
                #expect(socket.closure?.code == .protocolError)
                #expect(socket.closure?.reason == "a reserved bit is set")
            }
        }
    }

    @Test(arguments: [
        ("/echo", "https://example.com", true), ("/echo", "http://example.com", true), ("/echo", "http://EXAMPLE.com:80", true),
        ("/echo", "https://example.com:443", true),
        ("/echo", "https://shop.example", true), ("/echo", "https://evil.example", false), ("/echo", "https://example.com.evil.example", false),
        ("/echo", "https://example.com:8443", false), ("/echo", "null", false), ("/echo", "", false), ("/open", "https://evil.example", true),
        ("/friends", "https://friend.example", true), ("/friends", "https://example.com", false),
    ])
    func `pages of other origins are refused unless they are let in (RFC 6455 §10.2)`(path: String, origin: String, isAllowed: Bool) async throws {
        let client = TestClient(Self.application { $0.cors = CORSPolicy(allowedOrigins: ["https://shop.example"]) }, headers: ["Host": "example.com"])
        if isAllowed {
            try await client.webSocket(path, headers: ["Origin": origin]) { _ in }
        } else {
            let error = await #expect(throws: UnexpectedAnswer.self) { try await client.webSocket(path, headers: ["Origin": origin]) { _ in } }
            #expect(error?.response.status == .forbidden)
            #expect(error?.response.text.contains("foreign-origin") == true)
        }
    }

    @Test func `where the client speaks HTTPS, an http page of the same host is another origin`() async throws {
        let headers: Fields = ["Host": "example.com", "X-Forwarded-Proto": "https"]
        let client = TestClient(Self.application { $0.trustedHopCount = 1 }, headers: headers)
        try await client.webSocket("/echo", headers: ["Origin": "https://example.com"]) { _ in }
        await #expect(throws: UnexpectedAnswer.self) { try await client.webSocket("/echo", headers: ["Origin": "http://example.com"]) { _ in } }
    }

    @Test(
        arguments: [
            { $0.limits.messageBytes = 0 }, { $0.limits.fragmentCount = 0 }, { $0.inboxBytes = 0 }, { $0.timings.idleTimeout = .zero },
            { $0.timings.closeTimeout = .seconds(-1) }, { $0.compression?.windowBits = 8 }, { $0.compression?.windowBits = 16 },
            { $0.compression?.memoryLevel = 0 }, { $0.compression?.level = 10 }, { $0.compression?.maximumBytes = 1 },
        ] as [@Sendable (inout WebSocketOptions) -> Void])
    func `options that could not work are refused when they are declared`(change: @Sendable (inout WebSocketOptions) -> Void) {
        let sound = Self.options { $0.compression = WebSocketCompression() }
        var unsound = sound
        change(&unsound)
        #expect(sound.fault == nil && unsound.fault != nil)
    }

    @Test func `what a WebSocket cannot be ends the process at its start`() async {
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { $0.webSocket("/", socket: Self.options { $0.inboxBytes = 0 }) { _ in } }
        }
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { $0.webSocket("/", options: [.blocking(on: BlockingPool(label: "test", threads: 1, queueLimit: 0))]) { _ in } }
        }
    }

    @Test func `a WebSocket is not listed in OpenAPI, as in FastAPI`() async throws {
        let document = try await TestClient(Self.application()).get("/openapi.json").text
        #expect(!document.contains("/echo"))
    }
}
