import HTTPCore
import JSON
import Platform
import TestKit
import Testing

@testable import Web
@testable import WebSocketCore

/// A connection that is gone.
private final class NoStream: UpgradedStream {
    func write(_ bytes: [UInt8]) {}
    func drained() async throws(UpgradedStreamError) { throw .disconnected }
    func resumeReading() {}
    func abort() {}
}

/// What becomes of handlers when their socket ends, and what the log hears.
@Suite(.serialized, .timeLimit(.minutes(5))) struct WebSocketLifeTests {
    /// What a handler saw, waited for.
    private final class Journal: Sendable {
        private let stream: AsyncStream<String>
        private let continuation: AsyncStream<String>.Continuation

        init() { (stream, continuation) = AsyncStream.makeStream() }
        func add(_ line: String) { continuation.yield(line) }
        func next() async -> String? {
            var iterator = stream.makeAsyncIterator()
            return await iterator.next()
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `a handler whose peer vanishes is cancelled`(medium: TestClient.Medium) async throws {
        let journal = Journal()
        let application = Application { routes in
            routes.webSocket("/") { socket in
                // The peer may have vanished before this returns, and then it throws.
                try? await socket.send(text: "here")
                do { try await Task.sleep(for: .seconds(600)) } catch { journal.add("cancelled") }
            }
        }
        try await TestClient.with(application, over: medium) { client in
            try await client.webSocket("/") { (socket: TestWebSocket) async throws in
                #expect(try await socket.receiveText() == "here")
                await socket.vanish()
            }
            #expect(await journal.next() == "cancelled")
        }
    }

    @Test func `a handler whose peer vanished before it began is cancelled`() async throws {
        let session = WebSocketSession(WebSocketHandshake.Agreement(fields: Fields()), WebSocketOptions()) { _ in try await Task.sleep(for: .seconds(600)) }
        session.begin(on: NoStream(), at: .zero)
        session.ended()
        await #expect(throws: CancellationError.self) { try await session.run() }
    }

    @Test(arguments: TestClient.Medium.allCases) func `a handler that receives hears that its peer has vanished`(medium: TestClient.Medium) async throws {
        let journal = Journal()
        let application = Application { routes in
            routes.webSocket("/") { socket in
                do { for try await message in socket { journal.add("\(message)") } } catch { journal.add("\(error)") }
                journal.add("\(String(describing: socket.end))")
            }
        }
        try await TestClient.with(application, over: medium) { client in
            try await client.webSocket("/") { (socket: TestWebSocket) async throws in
                try await socket.send(text: "a")
                #expect(await journal.next() == #"text("a")"#)
                await socket.vanish()
            }
            #expect(await journal.next() == "disconnected")
            #expect(await journal.next()?.contains("disconnected") == true)
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `a handler that receives is not cancelled by a close, and can see why it came`(
        medium: TestClient.Medium
    ) async throws {
        let journal = Journal()
        let application = Application { routes in
            routes.webSocket("/") { socket in
                while try await socket.receive() != nil {}
                journal.add("\(Task.isCancelled) \(socket.end == .byPeer(.goingAway, reason: "またね"))")
                await #expect(throws: WebSocketError.closed) { try await socket.send(text: "late") }
            }
        }
        try await TestClient.with(application, over: medium) { client in
            try await client.webSocket("/") { (socket: TestWebSocket) async throws in
                try await socket.close(.goingAway, reason: "またね")
                #expect(try await socket.receive() == nil)
            }
            #expect(await journal.next() == "false true")
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `a socket may be used by several tasks`(medium: TestClient.Medium) async throws {
        let application = Application { routes in
            routes.webSocket("/") { socket in
                try await withThrowingTaskGroup { tasks in
                    for number in 0..<50 { tasks.addTask { try await socket.send(text: "\(number)") } }
                    try await tasks.waitForAll()
                }
            }
        }
        try await TestClient.with(application, over: medium) { client in
            try await client.webSocket("/") { (socket: TestWebSocket) async throws in
                var texts: Set<String> = []
                while let text = try await socket.receiveText() { texts.insert(text) }
                #expect(texts == Set((0..<50).map { "\($0)" }))
            }
        }
    }

    @concurrent private static func wait(on socket: WebSocket) async throws {
        do { _ = try await socket.receive() } catch WebSocketError.alreadyReceiving { try await socket.send(text: "occupied") }
    }

    @Test func `one task may wait for messages at a time`() async throws {
        let application = Application { routes in
            routes.webSocket("/") { socket in
                async let first: Void = Self.wait(on: socket)
                async let second: Void = Self.wait(on: socket)
                _ = try await (first, second)
            }
        }
        try await TestClient(application).webSocket("/") { (socket: TestWebSocket) async throws in
            // Whoever is second hears of it, the first gets the message.
            #expect(try await socket.receiveText() == "occupied")
            try await socket.send(text: "x")
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `the log has one line at the end, with status 101 and how long it took`(
        medium: TestClient.Medium
    ) async throws {
        let sink = CapturingLogSink()
        let clock = ManualClock()
        var configuration = ApplicationConfiguration()
        configuration.clock = clock
        configuration.logger = Logger(service: "test", sink: sink)
        let application = Application(configuration) { routes in
            routes.webSocket("/rooms/{room}") { socket in while try await socket.receive() != nil {} }
        }
        try await TestClient.with(application, over: medium) { client in
            try await client.webSocket("/rooms/7") { (socket: TestWebSocket) async throws in
                #expect(sink.lines.isEmpty)
                clock.advance(by: .seconds(90))
                try await socket.close()
                #expect(try await socket.receive() == nil)
                _ = try await socket.isGone()
            }
        }
        let written = sink.lines
        #expect(written.count == 1)
        #expect(written.first?.contains(#""status":101"#) == true)
        #expect(written.first?.contains(#""route":"/rooms/{room}""#) == true)
        #expect(written.first?.contains(#""duration_us":90000000"#) == true)
    }

    @Test func `a route's deadline ends with the handshake`() async throws {
        let clock = ManualClock()
        var configuration = ApplicationConfiguration()
        configuration.clock = clock
        let application = Application(configuration) { routes in
            routes.webSocket("/", options: [.deadline(.seconds(1))]) { socket in
                while let message = try await socket.receive() {
                    #expect(TaskDeadline.remaining == nil)
                    try Task.checkCancellation()
                    try await socket.send(message)
                }
            }
        }
        try await TestClient(application).webSocket("/") { (socket: TestWebSocket) async throws in
            clock.advance(by: .seconds(60))
            try await socket.send(text: "a")
            #expect(try await socket.receiveText() == "a")
        }
    }

    @Test func `a slow handler's messages wait up to a bound, then the peer is not read`() async throws {
        let gate = Journal()
        var options = WebSocketOptions()
        options.inboxBytes = 1_000
        let application = Application { routes in
            routes.webSocket("/", socket: options) { socket in
                _ = await gate.next()
                while let message = try await socket.receive() { try await socket.send(text: "\(message.byteCount)") }
            }
        }
        try await TestClient(application).webSocket("/") { (socket: TestWebSocket) async throws in
            // All of it has been offered to the session when this returns; what it did not take is brought again later.
            for _ in 0..<20 { try await socket.send(bytes: [UInt8](repeating: 1, count: 400)) }
            try await socket.ping()
            gate.add("open")
            for _ in 0..<20 { #expect(try await socket.receiveText() == "400") }
        }
    }

    /// An input that counts how many of its kind there are.
    private final class Counted: RequestInput, Sendable {
        static let count = Lock(0)
        init() { Self.count.withLock { $0 += 1 } }
        deinit { Self.count.withLock { $0 -= 1 } }
        static func resolve(in context: RequestContext) async throws -> Counted { Counted() }
    }

    @Test(arguments: TestClient.Medium.allCases) func `nothing of a connection stays when it has ended`(medium: TestClient.Medium) async throws {
        let application = Application { routes in
            routes.webSocket("/") { (counted: Counted, socket: WebSocket) in
                while let message = try await socket.receive() { try await socket.send(message) }
                withExtendedLifetime(counted) {}
            }
        }
        try await TestClient.with(application, over: medium) { client in
            for _ in 0..<3 {
                try await client.webSocket("/") { (socket: TestWebSocket) async throws in
                    try await socket.send(text: "a")
                    #expect(try await socket.receiveText() == "a")
                    #expect(Counted.count.withLock { $0 } > 0)
                }
            }
        }
        #expect(Counted.count.withLock { $0 } == 0)
    }

    @Test func `an inbox is full by bytes or by messages`() {
        var inbox = WebSocketInbox()
        inbox.add(.binary([1, 2, 3]))
        #expect(inbox.isFull(3))
        #expect(!inbox.isFull(4))
        #expect(inbox.take() == .binary([1, 2, 3]))
        #expect(inbox.isEmpty && !inbox.isFull(3))
        for _ in 0..<WebSocketInbox.maximumCount { inbox.add(.binary([])) }
        #expect(inbox.isFull(.max))
        #expect(inbox.take() == .binary([]))
        #expect(!inbox.isFull(.max))
    }
}
