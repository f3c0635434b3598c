import HTTPCore
import Reactor
import TestKit
import Testing

@testable import HTTPServer

/// The time-outs, with their defaults.
@Suite struct PatienceTests {
    private static let echo: Responder = { .text($0.target.description) }
    /// Far from every deadline, so that a busy machine may dawdle.
    private static let margin = Duration.seconds(5)

    @Test func `a head that does not end within 10 s gets 408 (RFC 9110 §15.5.9)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            try connection.send("GET / HTTP/1.1\r\nHost: a\r\n")
            #expect(running.waitForConnections { $0.machine.phase == .readingHead })
            running.letPass(.seconds(10) - Self.margin)
            #expect(running.connections { $0.machine.phase } == [.readingHead])
            running.letPass(.seconds(10))
            let response = try connection.readResponse()
            #expect(response.status == 408)
            #expect(response["Connection"] == "close")
            #expect(connection.isClosedByPeer())
        }
    }

    @Test func `a head that trickles in is not given more time for each byte (RFC 9110 §15.5.9)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            try connection.send("G")
            #expect(running.waitForConnections { $0.pendingBytes == 1 })
            let deadlines = running.connections { $0.readDeadline.expires }
            for (index, byte) in "ET / HTTP/1.1\r\nHost: a\r\n".utf8.enumerated() {
                try connection.send([byte])
                #expect(running.waitForConnections { $0.pendingBytes == index + 2 })
            }
            #expect(running.connections { $0.readDeadline.expires } == deadlines)
        }
    }

    @Test func `the second request of a connection gets 408 when its head does not end (RFC 9110 §15.5.9)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(request("GET /1")).status == 200)
            try connection.send("GET /2 HTTP/1.1\r\n")
            #expect(running.waitForConnections { $0.machine.phase == .readingHead })
            running.letPass(.seconds(10))
            #expect(try connection.readResponse().status == 408)
        }
    }

    @Test func `a connection on which nothing is said for 10 s is closed without an answer`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            #expect(running.waitForConnections(1))
            running.letPass(.seconds(10) - Self.margin)
            #expect(running.server.connectionCount == 1)
            running.letPass(.seconds(10))
            #expect(try connection.readToEnd().isEmpty)
        }
    }

    @Test func `a connection may idle as long as a load balancer's, and is closed after 75 s without an answer (RFC 9112 §9.5)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(request("GET /1")).status == 200)
            running.letPass(.seconds(60))
            #expect(try connection.exchange(request("GET /2")).status == 200)
            running.letPass(.seconds(75))
            #expect(try connection.readToEnd().isEmpty)
            #expect(running.waitForConnections(0))
        }
    }

    @Test func `content that stops coming for 30 s is an error to the handler, which answers 408 (RFC 9110 §15.5.9)`() async throws {
        let responder: Responder = { request in
            do throws(RequestBodyError) {
                return .text("\(try await request.body.collect(upTo: 1_000).count)")
            } catch {
                return .text("\(error)", status: error == .timedOut ? 408 : 400)
            }
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("POST /", "Content-Length: 100", body: "half"))
            #expect(running.waitForConnections { $0.body.remainingBytes == 96 && $0.body.isWanted })
            running.letPass(.seconds(30) - Self.margin)
            #expect(running.connections { $0.body.isReading } == [true])
            running.letPass(.seconds(30))
            let response = try connection.readResponse()
            #expect(response.status == 408)
            #expect(response["Connection"] == "close")
        }
    }

    @Test func `a slow handler is not mistaken for slow content`() async throws {
        let gate = Gate()
        let responder: Responder = { request in
            await gate.pass()
            return .text("\((try? await request.body.collect(upTo: 1_000).count) ?? -1)")
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("POST /", "Content-Length: 4", body: "ha"))
            #expect(running.waitForConnections { $0.body.remainingBytes == 2 })
            running.letPass(.seconds(31))
            try connection.send("lf")
            gate.open()
            #expect(try connection.readResponse().text == "4")
        }
    }

    @Test func `a reader that takes nothing for 30 s is dropped`() async throws {
        let events = Events()
        let responder: Responder = { _ in
            Response(
                body: .stream(lengthBytes: nil) { writer in
                    do {
                        while true { try await writer.write([UInt8](repeating: 0x61, count: 50_000)) }
                    } catch {
                        events.add("\(error)")
                        throw error
                    }
                })
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect(receiveBufferBytes: 16_384)
            try connection.send(request("GET /"))
            #expect(running.waitForConnections { $0.isWriteBlocked })
            running.letPass(.seconds(30) - Self.margin)
            #expect(running.server.connectionCount == 1)
            // The kernel may take a last piece now and then, which starts the time anew.
            #expect(
                eventually {
                    running.letPass(.seconds(30))
                    return running.server.connectionCount == 0
                })
            #expect(events.next() == "disconnected")
        }
    }

    @Test func `a reader that takes a little now and then has its time renewed`() async throws {
        let content = [UInt8](repeating: 0x61, count: 20_000_000)
        try await RunningServer.run(answering: { _ in Response(body: .bytes(content)) }) { running in
            let connection = try running.connect(receiveBufferBytes: 65_536)
            try connection.send(request("GET /"))
            #expect(running.waitForConnections { $0.isWriteBlocked })
            let first = running.connections { $0.writeDeadline.expires }
            #expect(
                eventually {
                    _ = try? connection.read(exactly: 100_000)
                    return running.connections { $0.isWriteBlocked && $0.writeDeadline.expires > first[0] } == [true]
                })
        }
    }

    @Test func `a peer that leaves cancels its handler`() async throws {
        let events = Events()
        let responder: Responder = { _ in
            events.add("started")
            do { try await Task.sleep(for: .seconds(60)) } catch { events.add("cancelled") }
            return .text("")
        }
        for ending in ["close", "reset", "half-close"] {
            try await RunningServer.run(answering: responder) { running in
                let connection = try running.connect()
                try connection.send(request("GET /"))
                #expect(events.next() == "started")
                switch ending {
                case "close": connection.close()
                case "reset": connection.reset()
                default: connection.closeWrites()
                }
                #expect(events.next() == "cancelled")
                #expect(running.waitForConnections(0))
            }
        }
    }

    @Test func `a peer that leaves while its content and pipelined requests wait cancels its handler`() async throws {
        let events = Events()
        let responder: Responder = { _ in
            events.add("started")
            do { try await Task.sleep(for: .seconds(60)) } catch { events.add("cancelled") }
            return .text("")
        }
        try await RunningServer.run(configure: { $0.pipelineBytes = 1_024 }, answering: responder) { running in
            let connection = try running.connect()
            try connection.send((1...100).map { request("GET /\($0)") }.joined())
            #expect(events.next() == "started")
            connection.close()
            #expect(events.next() == "cancelled")
            #expect(running.waitForConnections(0))
        }
    }
}
