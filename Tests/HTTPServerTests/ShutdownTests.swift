import Glibc
import HTTPCore
import HTTPServer
import Reactor
import TestKit
import Testing

@Suite struct ShutdownTests {
    private static let echo: Responder = { .text($0.target.description) }

    @Test func `busy connections finish, idle ones close, and new ones are refused`() async throws {
        let gate = Gate()
        let events = Events()
        let responder: Responder = { request in
            events.add("started")
            await gate.pass()
            return .text(request.target.description)
        }
        try await RunningServer.run(configure: { $0.drainLimit = .seconds(60) }, answering: responder) { running in
            let address = running.address
            let idle = try running.connect()
            let busy = try running.connect()
            #expect(running.waitForConnections(2))
            try busy.send(request("GET /busy"))
            #expect(events.next() == "started")
            let finished = running.startShutdown()
            #expect(try idle.readToEnd().isEmpty)
            idle.close()
            #expect(throws: RawConnectionError.system(call: "connect", errno: ECONNREFUSED)) { try RawConnection(to: address) }
            gate.open()
            let response = try busy.readResponse()
            #expect(response.text == "/busy")
            #expect(response["Connection"] == "close")
            #expect(busy.isClosedByPeer())
            busy.close()
            #expect(finished.wait() == true)
            #expect(running.server.connectionCount == 0)
        }
    }

    @Test func `a lame duck still accepts and answers, saying close`() async throws {
        try await RunningServer.run(configure: { ($0.lameDuck, $0.drainLimit) = (.seconds(4), .seconds(60)) }, answering: Self.echo) { running in
            let old = try running.connect()
            #expect(try old.exchange(request("GET /1"))["Connection"] == nil)
            let finished = running.startShutdown()
            #expect(eventually { running.server.isDraining })
            let response = try running.connect().exchange(request("GET /new"))
            #expect(response.status == 200)
            #expect(response["Connection"] == "close")
            // Connections that are there hear of it on their loop's next pass.
            #expect(eventually { (try? old.exchange(request("GET /2")))?["Connection"] == "close" })
            #expect(old.isClosedByPeer())
            #expect(finished.wait() == true)
        }
    }

    @Test func `a request that does not finish is cut at the drain limit, and its handler is cancelled`() async throws {
        let events = Events()
        let responder: Responder = { _ in
            events.add("started")
            do { try await Task.sleep(for: .seconds(60)) } catch { events.add("cancelled") }
            return .text("")
        }
        try await RunningServer.run(configure: { $0.drainLimit = .milliseconds(300) }, answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("GET /"))
            #expect(events.next() == "started")
            let start = monotonicSeconds()
            #expect(running.shutdown() == false)
            // Long before the handler would have ended by itself; machines under a sanitizer are slow.
            #expect(monotonicSeconds() - start < 30)
            #expect(events.next() == "cancelled")
            #expect(throws: RawConnectionError.self) { try connection.readResponse() }
        }
    }

    @Test func `connections that wait to be accepted when the server stops are answered`() async throws {
        try await RunningServer.run(loops: 2, configure: { $0.drainLimit = .seconds(60) }, answering: Self.echo) { running in
            let connections = try (0..<32).map { _ in try running.connect() }
            for connection in connections { try connection.send(request("GET /")) }
            let finished = running.startShutdown()
            for connection in connections { #expect(try connection.readResponse().status == 200) }
            for connection in connections { connection.close() }
            #expect(finished.wait() == true)
        }
    }

    @Test func `the port is free again afterwards`() async throws {
        let address = try await RunningServer.run(answering: Self.echo) { $0.address }
        try await RunningServer.run(addresses: ["\(address)"], answering: Self.echo) { running in
            let response = try running.connect().exchange(request("GET /again"))
            #expect(response.text == "/again")
        }
    }
}
