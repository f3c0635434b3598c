import Dispatch
import HTTPCore
import Platform
import Reactor
import TestKit
import Testing

@testable import HTTPServer

@Suite struct ExchangeTests {
    /// Answers with method and target; `/slow` after a moment.
    private static let echo: Responder = { request in
        if request.target.path == "/slow" { try? await Task.sleep(for: .milliseconds(50)) }
        return .text("\(request.method.name) \(request.target.description)")
    }

    @Test func `a request is answered and the connection stays (RFC 9112 §9.3)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            for number in 1...3 {
                let response = try connection.exchange(request("GET /\(number)"))
                #expect(response.statusLine == "HTTP/1.1 200 OK")
                #expect(response.text == "GET /\(number)")
                #expect(response["Connection"] == nil)
            }
            #expect(running.server.connectionCount == 1)
        }
    }

    @Test func `pipelined requests are answered in order, slow ones too (RFC 9112 §9.3.2)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            try connection.send(["/slow", "/1", "/slow", "/2", "/3"].map { request("GET \($0)") }.joined())
            for target in ["/slow", "/1", "/slow", "/2", "/3"] { #expect(try connection.readResponse().text == "GET \(target)") }
        }
    }

    @Test func `a thousand pipelined requests are answered in order (RFC 9112 §9.3.2)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            try connection.send((1...1_000).map { request("GET /\($0)") }.joined())
            for number in 1...1_000 { #expect(try connection.readResponse().text == "GET /\(number)") }
        }
    }

    @Test func `pipelining beyond what may wait is slowed down and not lost (RFC 9112 §9.3.2)`() async throws {
        try await RunningServer.run(configure: { $0.pipelineBytes = 1_024 }, answering: Self.echo) { running in
            let connection = try running.connect()
            try connection.send(request("GET /slow") + (1...2_000).map { request("GET /\($0)") }.joined())
            #expect(try connection.readResponse().text == "GET /slow")
            for number in 1...2_000 { #expect(try connection.readResponse().text == "GET /\(number)") }
        }
    }

    @Test func `of a peer that is always ahead no more is kept than waits`() async throws {
        let (count, filler) = (400, "X-A: " + String(repeating: "a", count: 12_000))
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            let sending = Promised<Bool>()
            // One thread sends, the other receives.
            nonisolated(unsafe) let sender = connection
            DispatchQueue(label: "sending").async {
                do { for number in 1...count { try sender.send(request("GET /\(number)", filler)) } } catch {}
                sending.keep(true)
            }
            var most = 0
            for number in 1...count {
                #expect(try connection.readResponse().text == "GET /\(number)")
                most = max(most, running.connections { $0.pending.count }.max() ?? 0)
            }
            #expect(sending.wait() == true)
            // All that was sent is 4.8 MB.
            #expect(most <= 512 * 1_024)
        }
    }

    @Test func `a request may arrive byte by byte (RFC 9112 §2.2)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            for byte in request("GET /bytes").utf8 { try connection.send([byte]) }
            #expect(try connection.readResponse().text == "GET /bytes")
        }
    }

    @Test func `empty lines between requests are ignored (RFC 9112 §2.2)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            try connection.send(request("GET /1") + "\r\n" + request("GET /2"))
            #expect(try connection.readResponse().text == "GET /1")
            #expect(try connection.readResponse().text == "GET /2")
        }
    }

    @Test func `Connection close is answered with close and closes (RFC 9112 §9.6)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            let response = try connection.exchange(request("GET /", "Connection: close"))
            #expect(response["Connection"] == "close")
            #expect(connection.isClosedByPeer())
        }
    }

    @Test func `requests after Connection close are not answered (RFC 9112 §9.6)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            try connection.send(request("GET /1", "Connection: close") + request("GET /2"))
            #expect(try connection.readResponse().text == "GET /1")
            #expect(connection.isClosedByPeer())
        }
    }

    @Test func `HTTP/1.0 is answered and closed (RFC 9112 §9.3)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            let response = try connection.exchange("GET /old HTTP/1.0\r\n\r\n")
            #expect(response.text == "GET /old")
            #expect(response["Connection"] == "close")
            #expect(connection.isClosedByPeer())
        }
    }

    @Test func `HTTP/1.0 with keep-alive stays and is told so (RFC 9112 §9.3)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            for _ in 1...2 {
                let response = try connection.exchange("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                #expect(response["Connection"] == "keep-alive")
            }
        }
    }

    @Test func `HEAD gets the length and no content, and the next answer follows (RFC 9110 §9.3.2)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            try connection.send(request("HEAD /a") + request("GET /b"))
            #expect(try connection.readResponse(isHead: true)["Content-Length"] == "7")
            #expect(try connection.readResponse().text == "GET /b")
        }
    }

    @Test(arguments: [204, 304] as [Status]) func `204 and 304 have no content, and the next answer follows (RFC 9110 §6.4.1)`(status: Status) async throws {
        let responder: Responder = { $0.target.path == "/empty" ? .text("ignored", status: status) : .text("next") }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("GET /empty") + request("GET /"))
            #expect(try connection.readResponse().status == Int(status.code))
            #expect(try connection.readResponse().text == "next")
        }
    }

    @Test func `each form of a target reaches the handler (RFC 9112 §3.2)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(request("GET http://test/a?b")).text == "GET http://test/a?b")
            #expect(try connection.exchange(request("OPTIONS *")).text == "OPTIONS *")
        }
    }

    @Test func `answers carry a date of now (RFC 9110 §6.6.1)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let date = try #require(try running.connect().exchange(request("GET /"))["Date"])
            #expect(date.count == 29)
            #expect(date.hasSuffix(" GMT"))
            #expect(date.contains(":"))
        }
    }

    @Test func `IPv4 and IPv6 are served together, and the peer's address is known`() async throws {
        try await RunningServer.run(addresses: ["127.0.0.1:0", "[::1]:0"], answering: { .text($0.peer) }) { running in
            for (address, peer) in zip(running.server.addresses, ["127.0.0.1", "::1"]) {
                let own = try RawConnection(to: address)
                #expect(try own.exchange(request("GET /")).text == peer)
            }
        }
    }

    @Test func `many connections on two loops are all served`() async throws {
        try await RunningServer.run(loops: 2, answering: Self.echo) { running in
            let connections = try (0..<64).map { _ in try running.connect() }
            for (index, connection) in connections.enumerated() { try connection.send(request("GET /\(index)")) }
            for (index, connection) in connections.enumerated() { #expect(try connection.readResponse().text == "GET /\(index)") }
            #expect(running.server.connectionCount == 64)
            // Neither loop holds more than 1.5 times its share.
            #expect((running.server.connectionSpread.max() ?? 0) <= 48)
        }
    }

    @Test func `a taken port is an error that names it`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let taken = running.address
            let outcome = Promised<ServerError?>()
            Task {
                do {
                    try await RunningServer.run(addresses: ["\(taken)"], answering: Self.echo) { _ in }
                    outcome.keep(nil)
                } catch {
                    outcome.keep(error as? ServerError)
                }
            }
            #expect(outcome.wait() == .addressInUse(taken))
        }
    }
}
