import HTTPClient
import Platform
import Reactor
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `The connections of a curl client` {
    private func greeting() -> ScriptedServer { ScriptedServer { .text("HTTP/1.1 200 OK\r\nContent-Length: \($0.path.utf8.count)\r\n\r\n\($0.path)") } }

    @Test func `are used again`() async throws {
        let server = greeting()
        defer { server.stop() }
        let client = client(on: oneLoop)
        for _ in 0..<20 { _ = try await client.send(HTTPClientRequest(url: server.url("/"))) }
        #expect(server.seen.count == 20 && server.connections == 1)
    }

    @Test func `are few for a thousand calls at once, and every call gets its own answer`() async throws {
        let server = greeting()
        defer { server.stop() }
        let client = client { ($0.connectionsPerHost, $0.waitingLimit) = (4, 2_000) }
        // Under the sanitizer, on two cores, the last of them waits for long.
        let limits = HTTPClientLimits(totalTimeout: .seconds(240))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<1_000 {
                group.addTask {
                    let response = try await client.send(HTTPClientRequest(url: server.url("/\(number)"), limits: limits))
                    #expect(response.body == Array("/\(number)".utf8))
                }
            }
            try await group.waitForAll()
        }
        #expect(server.seen.count == 1_000 && server.connections <= 4)
    }

    @Test func `are replaced when the server has closed them`() async throws {
        let server = ScriptedServer { _ in .lastText("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") }
        defer { server.stop() }
        let client = client(on: oneLoop)
        let body = pattern(300_000)
        for _ in 0..<10 {
            #expect(try await client.send(HTTPClientRequest(method: "PUT", url: server.url("/"), body: body)).status == 200)
        }
        #expect(server.seen.count == 10 && server.seen.allSatisfy { $0.body == body })
    }

    @Test(
        arguments: [
            ("GET", nil, 0), ("DELETE", nil, 0), ("PUT", nil, 9), ("PUT", nil, 300_000), ("POST", true, 9), ("POST", true, 0), ("PATCH", true, 300_000),
        ] as [(String, Bool?, Int)])
    func `are replaced when they break before an answer, for what may be sent twice`(method: String, isIdempotent: Bool?, bodyBytes: Int) async throws {
        let (outcome, seen) = try await sendingIntoABreak(method, isIdempotent, bodyBytes)
        #expect(outcome == nil && seen.count == 2 && seen.allSatisfy { $0.body == pattern(bodyBytes) })
    }

    @Test(
        arguments: [
            ("POST", nil, 9), ("POST", nil, 0), ("POST", nil, 300_000), ("PATCH", nil, 9), ("PURCHASE", nil, 9), ("PUT", false, 9), ("DELETE", false, 0),
        ] as [(String, Bool?, Int)])
    func `are not replaced for what may have been carried out and must not be twice`(method: String, isIdempotent: Bool?, bodyBytes: Int) async throws {
        let (outcome, seen) = try await sendingIntoABreak(method, isIdempotent, bodyBytes)
        guard case .interrupted = outcome else {
            Issue.record("\(String(describing: outcome))")
            return
        }
        #expect(outcome?.wasNeverSent == false && seen.map(\.body) == [pattern(bodyBytes)])
    }

    /// What comes of a request when the server takes it on a kept connection and closes that without an answer, once; and the requests it took.
    private func sendingIntoABreak(
        _ method: String, _ isIdempotent: Bool?, _ bodyBytes: Int
    ) async throws -> (HTTPClientError?, [ScriptedServer.Seen]) {
        let breaks = Counter()
        let server = ScriptedServer { request in
            guard request.path == "/break", breaks.value == 0 else { return .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
            breaks.add()
            return .lastText("")
        }
        defer { server.stop() }
        let client = client(on: oneLoop)
        _ = try await client.send(HTTPClientRequest(url: server.url("/warm")))
        let request = HTTPClientRequest(method: method, url: server.url("/break"), body: pattern(bodyBytes), isIdempotent: isIdempotent)
        let outcome = await failure { () async throws(HTTPClientError) in try await client.send(request) }
        return (outcome, server.seen.filter { $0.path == "/break" })
    }

    @Test(arguments: [("PUT", nil, true), ("POST", true, true), ("POST", nil, false), ("PUT", false, false)] as [(String, Bool?, Bool)])
    func `are replaced when they break while the body is sent, for what may be sent twice`(method: String, isIdempotent: Bool?, arrives: Bool) async throws {
        let breaks = Counter(), body = pattern(8_000_000), ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
        let server = ScriptedServer(readsBodies: false) { request in
            guard request.path == "/break" else { return .text(ok) }
            breaks.add()
            // With most of the body unread, so that what is sent is answered by a reset.
            if breaks.value == 1 { return .script { _ in } }
            return .script { peer in if peer.read(exactly: body.count) == body { peer.send(ok) } }
        }
        defer { server.stop() }
        let client = client(on: oneLoop)
        _ = try await client.send(HTTPClientRequest(url: server.url("/warm")))
        let request = HTTPClientRequest(method: method, url: server.url("/break"), body: body, isIdempotent: isIdempotent)
        let outcome = await failure { () async throws(HTTPClientError) in try await client.send(request) }
        #expect((outcome == nil) == arrives && breaks.value == (arrives ? 2 : 1), "\(String(describing: outcome))")
    }

    @Test func `are replaced once`() async throws {
        let breaks = Counter()
        let server = ScriptedServer(readsBodies: false) { request in
            guard request.path == "/break" else { return .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
            breaks.add()
            return .script { _ in }
        }
        defer { server.stop() }
        let client = client(on: oneLoop)
        _ = try await client.send(HTTPClientRequest(url: server.url("/warm")))
        let request = HTTPClientRequest(method: "PUT", url: server.url("/break"), body: pattern(8_000_000))
        let outcome = await failure { () async throws(HTTPClientError) in try await client.send(request) }
        guard case .interrupted = outcome else { return #expect(Bool(false), "\(String(describing: outcome))") }
        #expect(breaks.value == 2)
    }

    @Test func `belong to the loop of the caller, one of another group too`() async throws {
        let server = greeting()
        defer { server.stop() }
        let (client, other) = (client(on: oneLoop), EventLoopGroup(count: 1))
        let stayed = try await call(client, server.url("/a"), on: other.loops[0])
        #expect(stayed)
        _ = try await client.send(HTTPClientRequest(url: server.url("/b")))
        #expect(server.connections == 2)
        _ = try await call(client, server.url("/c"), on: other.loops[0])
        #expect(server.connections == 2)
    }

    /// Whether the caller was on its loop before and after.
    private func call(_ client: CurlClient, _ url: String, on loop: isolated EventLoop) async throws -> Bool {
        let isBefore = EventLoop.current === loop
        _ = try await client.send(HTTPClientRequest(url: url))
        let stream = try await client.stream(HTTPClientRequest(url: url))
        while try await stream.next() != nil {}
        return isBefore && EventLoop.current === loop
    }

    @Test func `are closed when the client is gone`() async throws {
        let server = greeting()
        defer { server.stop() }
        try await call(client(), server)
        try await eventually { server.openConnections == 0 }
    }

    private func call(_ client: CurlClient, _ server: ScriptedServer) async throws {
        for _ in 0..<4 { _ = try await client.send(HTTPClientRequest(url: server.url("/"))) }
        #expect(server.openConnections > 0)
    }
}
