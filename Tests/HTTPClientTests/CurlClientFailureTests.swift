import Glibc
import HTTPClient
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A curl client without an answer` {
    private let client = CurlClient(on: loops)

    private func failure(_ request: HTTPClientRequest, _ client: CurlClient? = nil) async -> HTTPClientError? {
        await HTTPClientTests.failure { () async throws(HTTPClientError) in try await (client ?? self.client).send(request) }
    }

    @Test(arguments: [
        HTTPClientRequest(method: "GE T", url: "http://127.0.0.1/"), HTTPClientRequest(method: "", url: "http://127.0.0.1/"),
        HTTPClientRequest(method: "GET\r\nX: y", url: "http://127.0.0.1/"), HTTPClientRequest(url: "http://127.0.0.1/\r\nX: y"),
        HTTPClientRequest(url: "http://127.0.0.1/a b"), HTTPClientRequest(url: "file:///etc/passwd"), HTTPClientRequest(url: "/relative"),
        HTTPClientRequest(url: ""), HTTPClientRequest(url: "http://user:password@127.0.0.1/"), HTTPClientRequest(url: "http://"),
        HTTPClientRequest(url: "gopher://127.0.0.1/"), HTTPClientRequest(url: "http://127.0.0.1/" + String(repeating: "a", count: 9000)),
        HTTPClientRequest(url: "http://127.0.0.1/", headers: [HTTPClientHeader("X", "a\r\nY: b")]),
        HTTPClientRequest(url: "http://127.0.0.1/", headers: [HTTPClientHeader("X", "a\u{0}")]),
        HTTPClientRequest(url: "http://127.0.0.1/", headers: [HTTPClientHeader("X Y", "a")]),
        HTTPClientRequest(url: "http://127.0.0.1/", headers: [HTTPClientHeader("Content-Length", "7")]),
        HTTPClientRequest(url: "http://127.0.0.1/", headers: [HTTPClientHeader("transfer-encoding", "chunked")]),
    ])
    func `refuses to write a dangerous or senseless request`(request: HTTPClientRequest) async {
        guard case .invalidRequest = await failure(request) else {
            Issue.record("\(request.method) \(request.url.prefix(60)) was not refused")
            return
        }
    }

    @Test func `says that nobody listens`() async {
        let server = ScriptedServer { _ in .text("") }
        server.stop()
        let error = await failure(HTTPClientRequest(url: server.url("/")))
        guard case .connectionFailed = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.wasNeverSent == true)
    }

    @Test func `says that a name has no address`() async {
        guard case .unresolvedHost = await failure(HTTPClientRequest(url: "http://no-such-host.invalid/")) else {
            Issue.record("resolved")
            return
        }
    }

    @Test(arguments: [
        "", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "SSH-2.0-OpenSSH\r\n\r\n",
    ])
    func `says that an answer broke off or was no HTTP`(text: String) async {
        let server = ScriptedServer { _ in .lastText(text) }
        defer { server.stop() }
        let error = await failure(HTTPClientRequest(url: server.url("/")))
        guard case .interrupted = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.wasNeverSent == false)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + String(repeating: "x", count: 101),
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n" + String(repeating: "x", count: 101) + "\r\n0\r\n\r\n",
    ])
    func `refuses an answer that is too large`(text: String) async {
        let server = ScriptedServer { _ in .lastText(text) }
        defer { server.stop() }
        let limits = HTTPClientLimits(maximumResponseBytes: 100, maximumHeaderBytes: 1000)
        #expect(await failure(HTTPClientRequest(url: server.url("/"), limits: limits)) == .responseTooLarge(limitBytes: 100))
    }

    @Test func `refuses a head that is too large, and names the limit of heads`() async {
        let server = ScriptedServer { _ in .lastText("HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: 2000) + "\r\n\r\n") }
        defer { server.stop() }
        let limits = HTTPClientLimits(maximumResponseBytes: 100, maximumHeaderBytes: 1000)
        #expect(await failure(HTTPClientRequest(url: server.url("/"), limits: limits)) == .responseTooLarge(limitBytes: 1000))
    }

    @Test func `accepts an answer that just fits`() async {
        let server = ScriptedServer { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + String(repeating: "x", count: 100)) }
        defer { server.stop() }
        #expect(await failure(HTTPClientRequest(url: server.url("/"), limits: HTTPClientLimits(maximumResponseBytes: 100))) == nil)
    }

    @Test func `refuses an answer that is too large once a content coding is undone`() async {
        // A megabyte of zeros.
        let bomb: [UInt8] =
            [31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 237, 193, 1, 1, 0, 0, 0, 130, 32, 255, 175, 110, 72, 64, 1] + [UInt8](repeating: 0, count: 968)
            + [175, 6, 158, 203, 121, 18, 64, 66, 15, 0]
        let server = ScriptedServer { _ in
            .script { peer in
                peer.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n")
                _ = peer.send(bomb)
            }
        }
        defer { server.stop() }
        let limits = HTTPClientLimits(maximumResponseBytes: 100_000)
        #expect(await failure(HTTPClientRequest(url: server.url("/"), limits: limits, decompresses: true)) == .responseTooLarge(limitBytes: 100_000))
    }

    @Test func `takes the length in an answer to HEAD for what it is`() async throws {
        let server = ScriptedServer { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n") }
        defer { server.stop() }
        #expect(try await client.send(HTTPClientRequest(method: "HEAD", url: server.url("/"))).header("content-length") == "5000000000")
    }

    @Test func `is busy when too many wait already`() async throws {
        let narrow = HTTPClientTests.client({ ($0.connectionsPerHost, $0.waitingLimit) = (1, 0) }, on: oneLoop)
        let server = ScriptedServer { _ in .stall("") }
        defer { server.stop() }
        let first = Task { await failure(HTTPClientRequest(url: server.url("/")), narrow) }
        try await eventually { !server.seen.isEmpty }
        #expect(await failure(HTTPClientRequest(url: server.url("/")), narrow) == .busy)
        first.cancel()
        #expect(await first.value == .cancelled)
    }
}
