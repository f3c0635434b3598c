import HTTPCore
import Platform
import Reactor
import TestKit
import Testing

@testable import HTTPServer

/// Answers without an end of their own: heartbeats, and what becomes of them when somebody leaves.
@Suite struct EndlessAnswerTests {
    private static func endless(_ events: Events) -> Responder {
        { _ in
            Response(
                body: .stream(lengthBytes: nil) { writer in
                    try await writer.declareEndless(heartbeat: Array("beat".utf8), every: .seconds(15))
                    try await writer.write(Array("first".utf8))
                    events.add("started")
                    do { try await Task.sleep(for: .seconds(600)) } catch { events.add("cancelled") }
                })
        }
    }

    @Test func `a heartbeat is sent where nothing else is`() async throws {
        let events = Events()
        try await RunningServer.run(answering: Self.endless(events)) { running in
            let connection = try running.connect()
            try connection.send(request("GET /"))
            _ = try connection.readHead()
            #expect(try connection.read(exactly: 10) == Array("5\r\nfirst\r\n".utf8))
            #expect(events.next() == "started")
            running.letPass(.seconds(14))
            running.letPass(.seconds(16))
            #expect(running.waitForConnections { $0.output.isEmpty })
            running.letPass(.seconds(20))
            running.letPass(.seconds(40))
            #expect(try connection.read(exactly: 18) == Array("4\r\nbeat\r\n4\r\nbeat\r\n".utf8))
        }
    }

    @Test func `a server that goes away cancels the handler and ends the answer as a whole one`() async throws {
        let events = Events()
        try await RunningServer.run(configure: { $0.drainLimit = .seconds(60) }, answering: Self.endless(events)) { running in
            let connection = try running.connect()
            try connection.send(request("GET /"))
            #expect(events.next() == "started")
            let finished = running.startShutdown()
            #expect(try connection.readResponse().text == "first")
            #expect(events.next() == "cancelled")
            #expect(connection.isClosedByPeer())
            connection.close()
            #expect(finished.wait() == true)
        }
    }

    @Test func `the next answer on the connection has no heartbeats`() async throws {
        let events = Events()
        let responder: Responder = { request in
            if request.target.path == "/plain" { return .text("plain") }
            return Response(
                body: .stream(lengthBytes: nil) { writer in
                    try await writer.declareEndless(heartbeat: Array("beat".utf8), every: .seconds(15))
                    try await writer.write([65])
                })
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(request("GET /")).text == "A")
            running.letPass(.seconds(20))
            #expect(try connection.exchange(request("GET /plain")).text == "plain")
            #expect(events.isEmpty)
        }
    }
}
