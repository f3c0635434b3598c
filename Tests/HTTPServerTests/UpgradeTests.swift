import HTTPCore
import Platform
import Reactor
import TestKit
import Testing

@testable import HTTPServer

/// A protocol that says every byte twice; `!` ends it.
private final class Doubling: UpgradeHandler {
    private struct State {
        var stream: (any UpgradedStream)?
        var mayTake = true
        var isOver = false
        var isSending: Bool?
        var lastWords: [UInt8] = []
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Lock(State())
    let events: Events

    init(_ events: Events) { self.events = events }

    func begin(on stream: any UpgradedStream, at now: Duration) {
        state.withLock { state in
            state.stream = stream
            state.isOver = false
        }
    }

    func run() async throws {
        events.add("running")
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.isOver { state.waiter = continuation }
                return state.isOver
            }
            if isOver { continuation.resume() }
        }
        if Task.isCancelled { events.add("cancelled") }
        let stream = self.stream, lastWords = state.withLock { $0.lastWords }
        await Task.detached { stream?.write(lastWords) }.value
    }

    func received(_ bytes: Span<UInt8>, at now: Duration) -> Int {
        guard state.withLock({ $0.mayTake }) else { return 0 }
        var doubled: [UInt8] = []
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "!") { finish() } else { doubled += [bytes[index], bytes[index]] }
        }
        state.withLock { $0.stream }?.write(doubled)
        return bytes.count
    }

    func ended() {
        events.add("ended")
        finish()
    }

    func tick(at now: Duration, isSending: Bool) { state.withLock { $0.isSending = isSending } }
    func goAway(at now: Duration) {
        guard !state.withLock({ $0.isOver }) else { return }
        state.withLock { $0.stream }?.write(Array("bye".utf8))
        finish()
    }

    /// Says something at the end, on another thread.
    func end(saying lastWords: String) { state.withLock { $0.lastWords = Array(lastWords.utf8) } }

    func pause() { state.withLock { $0.mayTake = false } }

    func resume() {
        state.withLock { state in
            state.mayTake = true
            return state.stream
        }?.resumeReading()
    }

    /// What it heard at the last tick; nil before the first.
    var isSending: Bool? { state.withLock { $0.isSending } }

    var stream: (any UpgradedStream)? { state.withLock { $0.stream } }

    private func finish() {
        let waiter = state.withLock { state in
            state.isOver = true
            return state.waiter.take()
        }
        waiter?.resume()
    }
}

@Suite struct UpgradeTests {
    private static let hello = request("GET /", "Upgrade: doubling", "Connection: upgrade")

    private static func response(_ handler: any UpgradeHandler) -> Response {
        Response(status: 101, fields: ["Upgrade": "doubling"], body: .upgrade(Upgrade(handler)))
    }

    /// A connection whose handler runs.
    private static func upgraded(_ running: RunningServer, _ events: Events, receiveBufferBytes: Int32? = nil) throws -> RawConnection {
        let connection = try running.connect(receiveBufferBytes: receiveBufferBytes)
        try connection.send(hello)
        _ = try connection.readHead()
        #expect(events.next() == "running")
        return connection
    }

    private func run(
        configure: (inout ServerConfiguration) -> Void = { _ in }, _ body: @escaping @Sendable (RunningServer, Doubling, Events) throws -> Void
    ) async throws {
        let events = Events()
        let handler = Doubling(events)
        try await RunningServer.run(configure: configure, answering: { _ in Self.response(handler) }) { try body($0, handler, events) }
    }

    @Test func `a 101 hands the connection over, and bytes behind the request belong to the new protocol (RFC 9110 §7.8)`() async throws {
        try await run { running, _, events in
            let connection = try running.connect()
            try connection.send(Self.hello + "ab")
            let head = try connection.readHead()
            #expect(head.statusLine == "HTTP/1.1 101 Switching Protocols")
            #expect(head["Connection"] == "upgrade" && head["Upgrade"] == "doubling")
            #expect(head["Content-Length"] == nil && head["Transfer-Encoding"] == nil)
            #expect(try connection.read(exactly: 4) == Array("aabb".utf8))
            try connection.send("GET / HTTP/1.1\r\n")
            #expect(String(decoding: try connection.read(exactly: 32), as: UTF8.self) == "GGEETT  //  HHTTTTPP//11..11\r\r\n\n")
            #expect(events.next() == "running")
        }
    }

    @Test func `a handler that ends closes the connection after what it wrote`() async throws {
        try await run { running, _, _ in
            let connection = try running.connect()
            try connection.send(Self.hello + "a!")
            _ = try connection.readHead()
            #expect(try connection.readToEnd() == Array("aa".utf8))
            connection.close()
            #expect(running.waitForConnections(0))
        }
    }

    @Test func `what a handler wrote last on another thread is sent, too`() async throws {
        try await run { running, handler, _ in
            handler.end(saying: "bye")
            for _ in 0..<50 {
                let connection = try running.connect()
                try connection.send(Self.hello + "!")
                _ = try connection.readHead()
                #expect(try connection.readToEnd() == Array("bye".utf8))
                connection.close()
            }
        }
    }

    @Test func `a peer that goes ends the protocol`() async throws {
        try await run { running, _, events in
            let connection = try Self.upgraded(running, events)
            connection.close()
            #expect(events.next() == "ended")
            #expect(running.waitForConnections(0))
        }
    }

    @Test func `a handler hears whether its peer has taken all it was sent`() async throws {
        try await run(configure: { $0.streamBufferBytes = 64 << 20 }) { running, handler, events in
            let connection = try Self.upgraded(running, events, receiveBufferBytes: 4_096)
            #expect(eventually { handler.isSending == false })
            handler.stream?.write([UInt8](repeating: 1, count: 16 << 20))
            #expect(eventually { handler.isSending == true })
            _ = try connection.read(exactly: 16 << 20)
            #expect(eventually { handler.isSending == false })
        }
    }

    @Test func `a peer that sends no more ends the protocol at once, though it still has much to read`() async throws {
        // So little for the server that it still reads, though more than the kernel takes.
        try await run(configure: { $0.streamBufferBytes = 64 << 20 }) { running, handler, events in
            let connection = try Self.upgraded(running, events, receiveBufferBytes: 4_096)
            handler.stream?.write([UInt8](repeating: 1, count: 16 << 20))
            #expect(running.waitForConnections { $0.isWriteBlocked })
            connection.closeWrites()
            #expect(events.next() == "ended")
            #expect(running.connections { $0.output.isEmpty } == [false])
        }
    }

    @Test func `an upgrade that nobody is left to hear of is told so`() async throws {
        let (events, gate) = (Events(), Promised<Bool>())
        let handler = Doubling(events)
        let responder: Responder = { _ in
            events.add("asked")
            // Until it is cancelled.
            try? await Task.sleep(for: .seconds(600))
            var upgrade = Upgrade(handler)
            upgrade.whenEnded = { gate.keep($0 as? ResponseBodyError == .disconnected) }
            return Response(status: 101, fields: ["Upgrade": "doubling"], body: .upgrade(upgrade))
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            try connection.send(Self.hello)
            #expect(events.next() == "asked")
            connection.reset()
            #expect(gate.wait() == true)
        }
    }

    @Test func `a peer that sends faster than it is read waits, and nothing is lost`() async throws {
        try await run { running, handler, events in
            let connection = try Self.upgraded(running, events)
            handler.pause()
            let flood = [UInt8](repeating: UInt8(ascii: "x"), count: 16 << 20)
            let sent = try connection.sendUntilBlocked(flood, patienceMilliseconds: 500)
            #expect(sent < flood.count)
            // What the connection keeps for its handler is bounded.
            #expect(running.connections { $0.pendingBytes <= $0.configuration.pipelineBytes + LoopState.scratchBytes } == [true])
            handler.resume()
            #expect(try connection.read(exactly: 2 * sent).count == 2 * sent)
        }
    }

    @Test func `a peer that does not read what it asked for is not read either`() async throws {
        try await run(configure: { $0.streamBufferBytes = 65_536 }) { running, _, events in
            let connection = try running.connect(receiveBufferBytes: 4_096)
            try connection.send(Self.hello)
            _ = try connection.readHead()
            let flood = [UInt8](repeating: UInt8(ascii: "x"), count: 64 << 20)
            #expect(try connection.sendUntilBlocked(flood, patienceMilliseconds: 1_000) < flood.count)
            // One pass of reading more than the bound, at most.
            #expect(running.connections { $0.output.count <= 65_536 + 2 * LoopState.scratchBytes } == [true])
            running.letPass(.seconds(31))
            #expect(events.next() == "running")
            #expect(events.next() == "ended")
        }
    }

    @Test func `a writer on another thread waits for a slow reader, and hears when it has gone`() async throws {
        try await run(configure: { $0.streamBufferBytes = 65_536 }) { running, handler, events in
            let connection = try Self.upgraded(running, events, receiveBufferBytes: 4_096)
            let stream = try #require(handler.stream)
            let waited = Promised<Bool>()
            Task {
                do {
                    for _ in 0..<1_000 {
                        stream.write([UInt8](repeating: 1, count: 65_536))
                        try await stream.drained()
                    }
                    waited.keep(false)
                } catch { waited.keep(error as? UpgradedStreamError == .disconnected) }
            }
            #expect(running.waitForConnections { $0.isWriteBlocked })
            #expect(running.connections { $0.output.count <= 3 * 65_536 } == [true])
            connection.reset()
            #expect(waited.wait() == true)
        }
    }

    @Test func `bytes written on another thread keep their order`() async throws {
        try await run { running, handler, events in
            let connection = try Self.upgraded(running, events)
            for number in 0..<2_000 { handler.stream?.write([UInt8(truncatingIfNeeded: number)]) }
            #expect(try connection.read(exactly: 2_000) == (0..<2_000).map { UInt8(truncatingIfNeeded: $0) })
        }
    }

    @Test func `a server that goes away asks the protocol to end, and waits for it`() async throws {
        try await run(configure: { $0.drainLimit = .seconds(60) }) { running, _, events in
            let connection = try Self.upgraded(running, events)
            let finished = running.startShutdown()
            #expect(try connection.readToEnd() == Array("bye".utf8))
            connection.close()
            #expect(finished.wait() == true)
        }
    }

    @Test func `a request whose content is not there whole cannot become another protocol`() async throws {
        try await run { running, _, _ in
            let connection = try running.connect()
            try connection.send(request("POST /", "Upgrade: doubling", "Connection: upgrade", "Content-Length: 10"))
            #expect(connection.isClosedByPeer())
        }
    }
}
