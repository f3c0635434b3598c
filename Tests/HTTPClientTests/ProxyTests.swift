import Platform
import Testing

@testable import HTTPClient

@Suite(.timeLimit(.minutes(5))) struct `Proxies` {
    private func proxies(_ environment: [String: String]) throws -> HTTPClientProxies {
        var reader = EnvironmentReader(environment)
        let proxies = HTTPClientProxies(from: &reader)
        try reader.finish()
        return proxies
    }

    private func isDirect(_ url: String, except exceptions: String) throws -> Bool {
        let environment = ["HTTP_PROXY": "http://p:1", "HTTPS_PROXY": "http://p:2", "NO_PROXY": exceptions]
        return try proxies(environment).proxy(for: #require(Origin(url: url))) == nil
    }

    @Test func `are read from the environment, for each scheme its own`() throws {
        let secure = try #require(Origin(url: "https://a.test/")), plain = try #require(Origin(url: "http://a.test/"))
        let both = try proxies(["HTTP_PROXY": "p:1", "https_proxy": "https://u:w@p:2"])
        #expect(both.proxy(for: plain)?.reveal() == "http://p:1" && both.proxy(for: secure)?.reveal() == "https://u:w@p:2")
        #expect(try proxies(["HTTP_PROXY": "http://p:1"]).proxy(for: secure) == nil)
        #expect(!"\(both)".contains("w@p"))
        #expect(throws: EnvironmentError.self) { try proxies(["HTTPS_PROXY": "ftp://p:1"]) }
    }

    @Test(arguments: [
        ("a.test", "*"), ("a.test", "a.test"), ("a.test", "b.test, A.Test"), ("x.a.test", "a.test"), ("x.a.test", ".a.test"), ("a.test:8080", "a.test:8080"),
        ("10.1.2.3", "10.1.2.3"), ("10.1.2.3", "10.0.0.0/8"), ("10.1.2.3:81", "10.1.2.3:81"), ("[fd00::1]", "fd00::1"), ("[fd00::1]", "fd00::/16"),
        ("localhost", "x"), ("127.0.0.1", "x"), ("[::1]", "x"), ("a.localhost", "x"),
    ])
    func `are not used for exceptions and for this machine`(authority: String, exceptions: String) throws {
        #expect(try isDirect("https://\(authority)/", except: exceptions))
    }

    @Test(arguments: [
        ("a.test", "b.test"), ("xa.test", "a.test"), ("a.test", "x.a.test"), ("a.test:8080", "a.test:8081"), ("11.1.2.3", "10.0.0.0/8"),
        ("10.1.2.3", "10.0.0.0/33"), ("10.1.2.3", "10.0.0.0/x"), ("a.test", "."), ("[fd00::1]", "10.0.0.0/8"),
    ])
    func `are used for everybody else`(authority: String, exceptions: String) throws {
        #expect(try !isDirect("http://\(authority)/", except: exceptions))
    }

    @Test func `are given plain requests with the whole URL`() async throws {
        let proxy = ScriptedServer { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") }
        defer { proxy.stop() }
        let client = client { $0.proxies = HTTPClientProxies(http: Secret(proxy.url(""))) }
        #expect(try await client.send(HTTPClientRequest(url: "http://service.test/a?b")).body == Array("ok".utf8))
        #expect(proxy.seen.first?.path == "http://service.test/a?b")
    }

    @Test func `are not given what must reach the server itself`() async throws {
        let proxy = ScriptedServer { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
        defer { proxy.stop() }
        let client = client({ $0.proxies = HTTPClientProxies(http: Secret(proxy.url(""))) }, on: oneLoop)
        _ = try await client.send(HTTPClientRequest(url: "http://no-such-host.invalid/public"))
        let error = await failure { () async throws(HTTPClientError) in
            try await client.send(HTTPClientRequest(url: "http://no-such-host.invalid/secret", isDirect: true))
        }
        guard case .unresolvedHost = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(proxy.seen.map(\.path) == ["http://no-such-host.invalid/public"])
    }

    @Test func `that refuse a tunnel are an error, and nothing was sent`() async {
        let proxy = ScriptedServer { _ in .lastText("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n") }
        defer { proxy.stop() }
        let client = client { $0.proxies = HTTPClientProxies(https: Secret(proxy.url(""))) }
        let error = await failure { () async throws(HTTPClientError) in try await client.send(HTTPClientRequest(url: "https://service.test/secret")) }
        guard case .connectionFailed = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(proxy.seen.map(\.path) == ["service.test:443"])
    }
}
