import HTTPCore
import HTTPServer
import Reactor
import TestKit
import Testing

/// Time-outs, shortened; deadlines are looked at twice a second.
@Suite struct PatienceTests {
    private static let echo: Responder = { .text($0.target.description) }

    @Test func `a head that does not end gets 408 (RFC 9110 §15.5.9)`() async throws {
        try await RunningServer.run(configure: { $0.headerTimeout = .milliseconds(100) }, answering: Self.echo) { running in
            let connection = try running.connect()
            let response = try connection.exchange("GET / HTTP/1.1\r\nHost: a\r\n")
            #expect(response.status == 408)
            #expect(response["Connection"] == "close")
            #expect(connection.isClosedByPeer())
        }
    }

    @Test func `a head that trickles in is not given more time for each byte (RFC 9110 §15.5.9)`() async throws {
        try await RunningServer.run(configure: { $0.headerTimeout = .milliseconds(300) }, answering: Self.echo) { running in
            let connection = try running.connect()
            let start = monotonicSeconds()
            var byte = 0
            let head = [UInt8](request("GET /", "X: \(String(repeating: "x", count: 400))").utf8)
            while byte < head.count, running.server.connectionCount > 0 || byte == 0, monotonicSeconds() - start < 4 {
                do { try connection.send([head[byte]]) } catch { break }
                byte += 1
                usleepMilliseconds(20)
                if monotonicSeconds() - start > 1.5 { break }
            }
            #expect(try connection.readResponse().status == 408)
            #expect(byte < head.count)
        }
    }

    @Test func `a connection on which nothing is said is closed without an answer`() async throws {
        try await RunningServer.run(configure: { $0.headerTimeout = .milliseconds(100) }, answering: Self.echo) { running in
            let own = try running.connect()
            #expect(try own.readToEnd().isEmpty)
        }
    }

    @Test func `an idle connection is closed without an answer (RFC 9112 §9.5)`() async throws {
        try await RunningServer.run(configure: { $0.idleTimeout = .milliseconds(100) }, answering: Self.echo) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(request("GET /")).status == 200)
            #expect(try connection.readToEnd().isEmpty)
            #expect(running.waitForConnections(0))
        }
    }

    @Test func `the header time-out does not run while a connection idles (RFC 9112 §9.5)`() async throws {
        try await RunningServer.run(configure: { $0.headerTimeout = .milliseconds(100) }, answering: Self.echo) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(request("GET /1")).status == 200)
            usleepMilliseconds(1_200)
            #expect(try connection.exchange(request("GET /2")).status == 200)
        }
    }

    @Test func `content that stops coming is an error to the handler, which answers 408 (RFC 9110 §15.5.9)`() async throws {
        let responder: Responder = { request in
            do throws(RequestBodyError) {
                return .text("\(try await request.body.collect(upTo: 1_000).count)")
            } catch {
                return .text("\(error)", status: error == .timedOut ? 408 : 400)
            }
        }
        try await RunningServer.run(configure: { $0.bodyProgressTimeout = .milliseconds(100) }, answering: responder) { running in
            let connection = try running.connect()
            let response = try connection.exchange(request("POST /", "Content-Length: 100", body: "half"))
            #expect(response.status == 408)
            #expect(response["Connection"] == "close")
        }
    }

    @Test func `a slow handler is not mistaken for slow content`() async throws {
        let responder: Responder = { request in
            try? await Task.sleep(for: .milliseconds(1_300))
            return .text("\((try? await request.body.collect(upTo: 1_000).count) ?? -1)")
        }
        try await RunningServer.run(configure: { $0.bodyProgressTimeout = .milliseconds(100) }, answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("POST /", "Content-Length: 4"))
            usleepMilliseconds(20)
            try connection.send("four")
            #expect(try connection.readResponse().text == "4")
        }
    }

    @Test func `a reader that takes nothing is dropped`() async throws {
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
        try await RunningServer.run(configure: { $0.writeTimeout = .milliseconds(200) }, answering: responder) { running in
            let connection = try running.connect(receiveBufferBytes: 16_384)
            try connection.send(request("GET /"))
            #expect(events.next() == "disconnected")
            #expect(running.waitForConnections(0))
        }
    }

    @Test func `a reader that takes a little now and then is not dropped`() async throws {
        let content = [UInt8](repeating: 0x61, count: 20_000_000)
        try await RunningServer.run(configure: { $0.writeTimeout = .milliseconds(800) }, answering: { _ in Response(body: .bytes(content)) }) { running in
            let connection = try running.connect(receiveBufferBytes: 65_536)
            try connection.send(request("GET /"))
            for _ in 0..<12 {
                _ = try connection.read(exactly: 500_000)
                usleepMilliseconds(150)
            }
            #expect(try connection.read(exactly: 1_000_000).count == 1_000_000)
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
