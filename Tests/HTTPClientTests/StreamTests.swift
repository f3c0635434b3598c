import HTTPClient
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A stream of a curl client` {
    private let patient = HTTPClientLimits(
        connectTimeout: .seconds(60), firstByteTimeout: .seconds(240), totalTimeout: .seconds(240), maximumResponseBytes: 100_000_000)

    private func put(_ server: ScriptedServer) -> HTTPClientRequest { HTTPClientRequest(method: "PUT", url: server.url("/"), limits: patient) }

    // MARK: Answers

    @Test func `gives the head and each piece as it arrives`() async throws {
        let gate = Gate()
        let server = ScriptedServer { _ in
            .script { peer in
                peer.send("HTTP/1.1 206 Partial\r\nX-A: b\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n")
                gate.wait()
                peer.send("3\r\ntwo\r\n0\r\n\r\n")
            }
        }
        defer { server.stop() }
        let stream = try await client().stream(HTTPClientRequest(url: server.url("/"), limits: patient))
        #expect(stream.status == 206 && stream.header("x-a") == "b")
        #expect(try await stream.next() == Array("one".utf8))
        gate.open()
        #expect(try await stream.collect() == Array("two".utf8))
        #expect(try await stream.next() == nil)
    }

    @Test func `holds the server back while nobody reads, and loses nothing`() async throws {
        let body = pattern(40_000_000)
        let (taken, gate) = (Counter(), Gate())
        let server = ScriptedServer { _ in
            .script { peer in
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n")
                let count = peer.sendUntilBlocked(body, patienceMilliseconds: 500)
                taken.add(count)
                gate.open()
                _ = peer.send(Array(body[count...]))
            }
        }
        defer { server.stop() }
        let stream = try await client().stream(HTTPClientRequest(url: server.url("/"), limits: patient))
        try await eventually { taken.value > 0 }
        // The system's buffers of both sides, and 256 KiB.
        #expect(taken.value < 20_000_000)
        var (received, isEqual) = (0, true)
        while let piece = try await stream.next() {
            isEqual = isEqual && piece[...] == body[received..<(received + piece.count)]
            received += piece.count
        }
        #expect(received == body.count && isEqual)
    }

    @Test func `gives what had arrived before the error when the server breaks off`() async throws {
        let server = ScriptedServer { _ in .lastText("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf") }
        defer { server.stop() }
        let stream = try await client().stream(HTTPClientRequest(url: server.url("/"), limits: patient))
        #expect(try await stream.next() == Array("half".utf8))
        guard case .interrupted = await failure({ () async throws(HTTPClientError) in try await stream.next() }) else {
            Issue.record("the end was taken for good")
            return
        }
    }

    @Test func `closes its connection when it is let go of before its end`() async throws {
        let server = ScriptedServer { _ in .stall("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf") }
        defer { server.stop() }
        let client = client()
        #expect(try await client.stream(HTTPClientRequest(url: server.url("/"), limits: patient)).status == 200)
        try await eventually { server.openConnections == 0 }
    }

    @Test func `is bounded like any answer`() async throws {
        let server = ScriptedServer { _ in .lastText("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + String(repeating: "x", count: 1_001)) }
        defer { server.stop() }
        let request = HTTPClientRequest(url: server.url("/"), limits: HTTPClientLimits(maximumResponseBytes: 1_000))
        let error = await failure { () async throws(HTTPClientError) in
            let stream = try await client().stream(request)
            while try await stream.next() != nil {}
        }
        #expect(error == .responseTooLarge(limitBytes: 1_000))
    }

    // MARK: Uploads

    @Test(arguments: [true, false])
    func `sends a body that is produced meanwhile, with its length or in chunks`(isDeclared: Bool) async throws {
        let server = ScriptedServer { _ in .text("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok") }
        defer { server.stop() }
        let (body, place) = (pattern(1_000_000), Lock(0))
        let upload = HTTPClientUpload(lengthBytes: isDeclared ? body.count : nil) {
            await Task.yield()
            return place.withLock { place in
                defer { place = min(body.count, place + 70_001) }
                return place < body.count ? Array(body[place..<min(body.count, place + 70_001)]) : nil
            }
        }
        let client = client(on: oneLoop)
        #expect(try await client.stream(put(server), upload: upload).collect() == Array("ok".utf8))
        let seen = try #require(server.seen.first)
        #expect(seen.head.hasPrefix("PUT / ") && seen.body == body)
        #expect(seen.has(line: isDeclared ? "Content-Length: 1000000" : "Transfer-Encoding: chunked"))
        #expect(!seen.has(line: isDeclared ? "Transfer-Encoding: chunked" : "Content-Length: 1000000"))
        _ = try await client.send(HTTPClientRequest(url: server.url("/"), limits: patient))
        #expect(server.connections == 1 && server.seen.last?.body == [])
    }

    @Test func `asks its producer for no more than a slow server takes`() async throws {
        let (gate, produced) = (Gate(), Counter())
        let server = ScriptedServer(readsBodies: false) { _ in
            .script { peer in
                gate.wait()
                let body = peer.readChunks()
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: \((body?.count ?? 0).description.utf8.count)\r\n\r\n\(body?.count ?? 0)")
            }
        }
        defer { server.stop() }
        let (piece, total) = ([UInt8](repeating: 7, count: 65_536), 40_000_000)
        let upload = HTTPClientUpload {
            guard produced.value < total else { return nil }
            produced.add(piece.count)
            return piece
        }
        let client = client()
        let answer = Task { try await client.stream(put(server), upload: upload).collect() }
        var last = -1
        while produced.value != last || last <= 0 {
            last = produced.value
            try await Task.sleep(for: .milliseconds(300))
        }
        #expect(last < 20_000_000)
        gate.open()
        #expect(try await answer.value == Array("\(produced.value)".utf8))
        #expect(produced.value >= total)
    }

    @Test(arguments: [99, 101])
    func `fails when the upload is shorter or longer than was declared, and sends no more than that`(produced: Int) async throws {
        let server = ScriptedServer { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
        defer { server.stop() }
        let left = Lock(produced)
        let upload = HTTPClientUpload(lengthBytes: 100) {
            left.withLock { left in
                defer { left = 0 }
                return left > 0 ? [UInt8](repeating: 1, count: left) : nil
            }
        }
        let client = client()
        guard case .uploadFailed = await failure({ () async throws(HTTPClientError) in try await client.stream(put(server), upload: upload) }) else {
            Issue.record("accepted")
            return
        }
        try await eventually { server.openConnections == 0 }
        #expect(server.seen.isEmpty)
    }

    @Test func `fails with what its producer says`() async throws {
        struct NoMore: Error {}
        let server = ScriptedServer { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
        defer { server.stop() }
        let client = client()
        let error = await failure { () async throws(HTTPClientError) in try await client.stream(put(server), upload: HTTPClientUpload { throw NoMore() }) }
        #expect(error == .uploadFailed(detail: "NoMore()"))
        try await eventually { server.openConnections == 0 }
    }

    @Test func `brings an answer that comes before the upload is over`() async throws {
        let server = ScriptedServer(readsBodies: false) { _ in
            .script { peer in
                peer.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                peer.waitForClose()
            }
        }
        defer { server.stop() }
        let upload = HTTPClientUpload {
            try await Task.sleep(for: .milliseconds(1))
            return [UInt8](repeating: 1, count: 1_000)
        }
        #expect(try await client().stream(put(server), upload: upload).status == 413)
        try await eventually { server.openConnections == 0 }
    }

    @Test func `a stand-in that answers in memory streams too`() async throws {
        struct Echo: HTTPClient {
            func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse { HTTPClientResponse(status: 200, body: request.body) }
        }
        let pieces = Lock([[2], [1]] as [[UInt8]])
        let upload = HTTPClientUpload { pieces.withLock { $0.popLast() } }
        #expect(try await Echo().stream(HTTPClientRequest(url: "http://a/"), upload: upload).collect() == [1, 2])
    }
}
