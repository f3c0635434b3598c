import HTTPClient
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A curl client` {
    private let client = CurlClient(on: loops)

    @Test func `brings back status, headers in order and body`() async throws {
        let server = ScriptedServer { _ in .text("HTTP/1.1 201 Created\r\nX-One: 1\r\nx-two:  two words \r\nX-One: again\r\nContent-Length: 5\r\n\r\nhello") }
        defer { server.stop() }
        let response = try await client.send(HTTPClientRequest(url: server.url("/a?b=c%20d")))
        #expect(response.status == 201 && response.body == Array("hello".utf8))
        #expect(response.headers.map(\.name) == ["X-One", "x-two", "X-One", "Content-Length"])
        #expect(response.header("X-TWO") == "two words" && response.header("x-one") == "1" && response.header("none") == nil)
        #expect(server.seen.first?.head.hasPrefix("GET /a?b=c%20d HTTP/1.1\r\n") == true)
    }

    @Test(arguments: ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])
    func `sends the body as it is, with the caller's headers`(method: String) async throws {
        let server = ScriptedServer { _ in .text("HTTP/1.1 204 No Content\r\n\r\n") }
        defer { server.stop() }
        let body = (0..<5000).map { UInt8(truncatingIfNeeded: $0) }
        let headers = [HTTPClientHeader("Content-Type", "application/octet-stream"), HTTPClientHeader("X-Empty", ""), HTTPClientHeader("X-Blank", " \t")]
        let response = try await client.send(HTTPClientRequest(method: method, url: server.url("/"), headers: headers, body: body))
        let seen = try #require(server.seen.first)
        #expect(response.status == 204 && response.body == [])
        #expect(seen.head.hasPrefix("\(method) / HTTP/1.1") && seen.body == body)
        #expect(seen.has(line: "Content-Type: application/octet-stream") && seen.has(line: "X-Empty:") && seen.has(line: "Content-Length: 5000"))
        #expect(seen.has(line: "X-Blank:"), "it may be signed")
        #expect(seen.has(line: "User-Agent: app-dw"))
    }

    @Test func `adds no content type and asks for no interim answer by itself`() async throws {
        let server = ScriptedServer { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
        defer { server.stop() }
        _ = try await client.send(HTTPClientRequest(method: "POST", url: server.url("/"), body: [UInt8](repeating: 1, count: 2_000_000)))
        _ = try await client.send(HTTPClientRequest(method: "POST", url: server.url("/")))
        let heads = server.seen.map { $0.head.lowercased() }
        #expect(heads.count == 2 && heads[1].contains("content-length: 0"))
        for head in heads { #expect(!head.contains("content-type") && !head.contains("expect:")) }
    }

    @Test func `HEAD has headers and no body`() async throws {
        let server = ScriptedServer { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n") }
        defer { server.stop() }
        let response = try await client.send(HTTPClientRequest(method: "HEAD", url: server.url("/")))
        #expect(response.header("Content-Length") == "500" && response.body == [])
        #expect(server.seen.first?.head.hasPrefix("HEAD ") == true)
    }

    @Test func `swallows interim answers, undoes chunks and leaves trailers out`() async throws {
        let server = ScriptedServer { _ in
            .text(
                "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: t\r\n\r\n"
            )
        }
        defer { server.stop() }
        let response = try await client.send(HTTPClientRequest(url: server.url("/")))
        #expect(response.status == 200 && response.body == Array("abcde".utf8))
        #expect(response.header("Link") == nil && response.header("X-Trailer") == nil)
    }

    @Test(arguments: [301, 302, 307, 308, 400, 404, 500, 503])
    func `returns any status as it is and follows no redirect`(status: Int) async throws {
        let server = ScriptedServer { _ in .text("HTTP/1.1 \(status) X\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n") }
        defer { server.stop() }
        #expect(try await client.send(HTTPClientRequest(url: server.url("/"))).status == status)
        #expect(server.seen.count == 1)
    }

    @Test func `sends the path as it is, dot segments included`() async throws {
        let server = ScriptedServer { _ in .text("HTTP/1.1 204 No Content\r\n\r\n") }
        defer { server.stop() }
        _ = try await client.send(HTTPClientRequest(url: server.url("/a/../b/./c//d?e=/../f")))
        #expect(server.seen.first?.path == "/a/../b/./c//d?e=/../f")
    }

    @Test(arguments: [true, false])
    func `undoes a content coding only when it is asked to`(decompresses: Bool) async throws {
        let server = ScriptedServer { _ in .script { send(zippedBody, by: $0) } }
        defer { server.stop() }
        let response = try await client.send(HTTPClientRequest(url: server.url("/"), decompresses: decompresses))
        #expect(decompresses ? response.body == Array("hello hello hello".utf8) : response.body == zippedBody)
        #expect(server.seen.first?.head.lowercased().contains("accept-encoding: ") == decompresses)
        let second = try await client.send(HTTPClientRequest(url: server.url("/")))
        #expect(second.body == zippedBody)
    }

    @Test func `forgets everything about the exchange before`() async throws {
        let server = ScriptedServer { _ in .text("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n") }
        defer { server.stop() }
        _ = try await client.send(HTTPClientRequest(method: "PUT", url: server.url("/1"), headers: [HTTPClientHeader("X-Secret", "s")], body: [1, 2]))
        let second = try await client.send(HTTPClientRequest(url: server.url("/2")))
        let head = try #require(server.seen.last?.head.lowercased())
        #expect(head.hasPrefix("get /2 ") && !head.contains("x-secret") && !head.contains("cookie") && !head.contains("content-length"))
        #expect(second.headers.count == 2)
    }

    @Test func `several exchanges run at once`() async throws {
        let server = ScriptedServer { .text("HTTP/1.1 200 OK\r\nContent-Length: \($0.path.utf8.count)\r\n\r\n\($0.path)") }
        defer { server.stop() }
        try await withThrowingTaskGroup(of: Void.self) { [client] group in
            for number in 0..<40 {
                group.addTask {
                    let response = try await client.send(HTTPClientRequest(url: server.url("/\(number)")))
                    #expect(response.body == Array("/\(number)".utf8))
                }
            }
            try await group.waitForAll()
        }
    }
}

/// `hello hello hello` as gzip.
private let zippedBody: [UInt8] = [31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 72, 205, 201, 201, 87, 200, 64, 144, 0, 128, 136, 249, 229, 17, 0, 0, 0]

private func send(_ body: [UInt8], by peer: ScriptedPeer) {
    peer.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n")
    _ = peer.send(body)
}
