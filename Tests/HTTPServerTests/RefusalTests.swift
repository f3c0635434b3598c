import HTTPCore
import HTTPServer
import Reactor
import TestKit
import Testing

@Suite struct RefusalTests {
    private static let echo: Responder = { .text($0.target.description) }

    @Test(arguments: [
        ("GET /\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\nHost: a\n\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nA : b\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501), ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
        ("GET / HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\n\r\n", 417),
        ("GET /\(String(repeating: "t", count: 8_192)) HTTP/1.1\r\n", 414), ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 16_384))", 431),
        ("GET / HTTP/1.1\r\nHost: a\r\n" + (1...100).map { "X-\($0): y\r\n" }.joined(), 431),
    ]) func `what is no request gets its status and the connection closes (RFC 9112 §9.6)`(bytes: String, status: Int) async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            let response = try connection.exchange(bytes)
            #expect(response.status == status)
            #expect(response["Connection"] == "close")
            #expect(response["Date"] != nil)
            #expect(connection.isClosedByPeer())
            #expect(running.waitForConnections(0))
        }
    }

    @Test func `good requests before a bad one are answered first (RFC 9112 §9.3.2)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            let connection = try running.connect()
            try connection.send(request("GET /1") + request("GET /2") + "broken\r\n\r\n" + request("GET /3"))
            #expect(try connection.readResponse().text == "/1")
            #expect(try connection.readResponse().text == "/2")
            #expect(try connection.readResponse().status == 400)
            #expect(connection.isClosedByPeer())
        }
    }

    @Test func `a refusal survives bytes that are still on their way (RFC 9112 §9.6)`() async throws {
        try await RunningServer.run(configure: { $0.lingerTimeout = .seconds(60) }, answering: Self.echo) { running in
            let connection = try running.connect()
            try connection.send("broken\r\n\r\n")
            // Without lingering, these would be met by a reset that destroys the answer.
            for _ in 0..<20 { try connection.send([UInt8](repeating: 0x41, count: 10_000)) }
            #expect(try connection.readResponse().status == 400)
        }
    }
}
