import Glibc
import HTTPClient
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A curl client without an answer` {
    private let client = CurlClient()

    private func failure(_ request: HTTPClientRequest, _ client: CurlClient? = nil) async -> HTTPClientError? {
        do throws(HTTPClientError) {
            _ = try await (client ?? self.client).send(request)
            return nil
        } catch {
            return error
        }
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

    @Test func `waits no longer than the task has left that asks, for a free thread neither`() async throws {
        let server = ScriptedServer { _ in .stall("") }
        defer { server.stop() }
        var configuration = CurlClient.Configuration()
        configuration.threads = 1
        let client = CurlClient(configuration), request = HTTPClientRequest(url: server.url("/"), limits: HTTPClientLimits(totalTimeout: .seconds(600)))
        // The clock stands still, so that nobody cancels the tasks.
        let watch = DeadlineWatch(clock: ManualClock())
        let failures = (0..<3).map { _ in
            Task {
                let ticket = watch.begin(until: .milliseconds(200))
                defer { _ = watch.end(ticket) }
                return await failure(request, client)
            }
        }
        for failure in failures { #expect(await failure.value == .timedOut) }
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"])
    func `gives up when the time is over`(text: String) async {
        let server = ScriptedServer { _ in .stall(text) }
        defer { server.stop() }
        let limits = HTTPClientLimits(totalTimeout: .milliseconds(150))
        #expect(await failure(HTTPClientRequest(url: server.url("/"), limits: limits)) == .timedOut)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + String(repeating: "x", count: 101),
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n" + String(repeating: "x", count: 101) + "\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: 2000) + "\r\n\r\n",
    ])
    func `refuses an answer that is too large`(text: String) async {
        let server = ScriptedServer { _ in .lastText(text) }
        defer { server.stop() }
        let limits = HTTPClientLimits(maximumResponseBytes: 100, maximumHeaderBytes: 1000)
        #expect(await failure(HTTPClientRequest(url: server.url("/"), limits: limits)) == .responseTooLarge(limitBytes: 100))
    }

    @Test func `accepts an answer that just fits`() async {
        let server = ScriptedServer { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + String(repeating: "x", count: 100)) }
        defer { server.stop() }
        #expect(await failure(HTTPClientRequest(url: server.url("/"), limits: HTTPClientLimits(maximumResponseBytes: 100))) == nil)
    }

    @Test func `ends at once when the caller is cancelled, and works afterwards`() async throws {
        let server = ScriptedServer { $0.path == "/slow" ? .stall("") : .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
        defer { server.stop() }
        let clock = SystemClock()
        let limits = HTTPClientLimits(totalTimeout: .seconds(60))
        let caller = Task { await failure(HTTPClientRequest(url: server.url("/slow"), limits: limits)) }
        while server.seen.isEmpty { await Task.yield() }
        let start = clock.uptime()
        caller.cancel()
        #expect(await caller.value == .cancelled)
        #expect(clock.uptime() - start < .seconds(10))
        #expect(try await client.send(HTTPClientRequest(url: server.url("/fast"))).status == 200)
    }

    @Test func `is busy when too many wait already`() async {
        var configuration = CurlClient.Configuration()
        configuration.threads = 1
        configuration.queueLimit = 0
        let narrow = CurlClient(configuration)
        let server = ScriptedServer { _ in .stall("") }
        defer { server.stop() }
        let first = Task { await failure(HTTPClientRequest(url: server.url("/")), narrow) }
        while server.seen.isEmpty { await Task.yield() }
        #expect(await failure(HTTPClientRequest(url: server.url("/")), narrow) == .busy)
        first.cancel()
        #expect(await first.value == .cancelled)
    }
}
