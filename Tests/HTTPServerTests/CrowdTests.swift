import HTTPCore
import Platform
import Reactor
import TestKit
import Testing

@testable import HTTPServer

/// More peers than there is room for.
@Suite struct CrowdTests {
    private static let echo: Responder = { .text($0.target.description) }
    /// As many as fit are there and were answered.
    private static func full(_ running: RunningServer) throws -> RawConnection {
        let first = try running.connect()
        #expect(try first.exchange(request("GET /first")).status == 200)
        return first
    }

    @Test func `one connection too many gets 503 and the next is served when one leaves`() async throws {
        try await RunningServer.run(configure: { $0.connectionLimit = 2 }, answering: Self.echo) { running in
            let first = try Self.full(running)
            let second = try Self.full(running)
            let refused = try running.connect().readResponse()
            #expect(refused.status == 503)
            #expect(refused["Retry-After"] != nil)
            #expect(refused["Connection"] == "close")
            #expect(try first.exchange(request("GET /3")).text == "/3")
            second.close()
            #expect(running.waitForConnections(1))
            #expect(try running.connect().exchange(request("GET /4")).status == 200)
        }
    }

    @Test func `10,000 connections fit unless told otherwise`() {
        let shared = ServerShared(configuration: ServerConfiguration(addresses: []), loopCount: 1, logger: .silent, responder: Self.echo)
        for _ in 0..<10_000 { #expect(shared.admit(to: 0)) }
        #expect(!shared.admit(to: 0))
        shared.dismiss(from: 0)
        #expect(shared.admit(to: 0))
    }

    @Test func `everybody who is refused reads the whole 503, having sent a request first (RFC 9112 §9.6)`() async throws {
        try await RunningServer.run(loops: 2, configure: { ($0.connectionLimit, $0.lingerTimeout) = (1, .seconds(60)) }, answering: Self.echo) { running in
            let first = try Self.full(running)
            let crowd = try (0..<100).map { _ in try running.connect() }
            // In two parts: a server that does not read answers the second with a reset.
            for refused in crowd { try refused.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n") }
            for refused in crowd { try refused.send("\r\nhello") }
            for refused in crowd {
                let text = String(decoding: try refused.readToEnd(), as: UTF8.self)
                #expect(text.hasPrefix("HTTP/1.1 503 ") && text.hasSuffix("\r\n\r\n503 Service Unavailable\n"))
                refused.close()
            }
            #expect(eventually { running.refusedCount == 0 })
            #expect(try first.exchange(request("GET /2")).text == "/2")
        }
    }

    @Test func `the refused are listened to for 2 s`() async throws {
        try await RunningServer.run(configure: { ($0.connectionLimit, $0.lingerTimeout) = (1, .seconds(20)) }, answering: Self.echo) { running in
            #expect(ServerConfiguration(addresses: []).lingerTimeout == .seconds(2))
            let first = try Self.full(running)
            let refused = try running.connect()
            #expect(eventually { running.refusedCount == 1 })
            running.letPass(.seconds(5))
            #expect(running.refusedCount == 1)
            running.letPass(.seconds(20))
            #expect(running.refusedCount == 0)
            first.close()
            #expect(try refused.readResponse().status == 503)
        }
    }

    @Test func `the refused may not send for ever`() async throws {
        let configure: (inout ServerConfiguration) -> Void = { ($0.connectionLimit, $0.lingerTimeout, $0.unreadBodyBytes) = (1, .seconds(60), 10_000) }
        try await RunningServer.run(configure: configure, answering: Self.echo) { running in
            let first = try Self.full(running)
            let refused = try running.connect()
            try refused.send([UInt8](repeating: 0x41, count: 9_000))
            #expect(try refused.readResponse().status == 503)
            #expect(running.refusedCount == 1)
            try refused.send([UInt8](repeating: 0x41, count: 1_000))
            #expect(eventually { running.refusedCount == 0 })
            first.close()
        }
    }

    @Test func `only so many of the refused are listened to, the others are closed at once`() async throws {
        let configure: (inout ServerConfiguration) -> Void = { ($0.connectionLimit, $0.lingerTimeout, $0.refusedLimit) = (1, .seconds(60), 2) }
        try await RunningServer.run(configure: configure, answering: Self.echo) { running in
            let first = try Self.full(running)
            let crowd = try (0..<5).map { _ in try running.connect() }
            for refused in crowd { #expect(try refused.readResponse().status == 503) }
            #expect(running.refusedCount == 2)
            #expect(try first.exchange(request("GET /2")).text == "/2")
            for refused in crowd { refused.close() }
        }
    }
}
