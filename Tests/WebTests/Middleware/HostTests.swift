import HTTPCore
import TestKit
import Testing
import Web

// Beside each expectation stands what Starlette 1.10 answers to the same request where it differs.

@Suite struct `A trusted host` {
    private let client = TestClient(
        Application { routes in
            routes.use(TrustedHost("example.com", "*.Example.org", "www.example.net", "[::1]", "127.0.0.1", exempting: ["/healthz"], redirectsToWWW: true))
            routes.get("/") { (context: RequestContext) in Text(context.host ?? "none") }
            routes.get("/healthz") { () in Text("ok") }
        })

    @Test(arguments: [
        ("example.com", "example.com"), ("EXAMPLE.com:8000", "example.com"), ("a.b.example.ORG", "a.b.example.org"), ("[::1]", "::1"), ("[::1]:80", "::1"),
        ("127.0.0.1:3000", "127.0.0.1"), ("www.example.net", "www.example.net"), ("example.com:", "example.com"),
        // Starlette: 400, though it is the same host (RFC 3986 §3.2.2).
        ("example.com.", "example.com"),
    ])
    func `is known in any case, with any port, as a subdomain or a literal`(host: String, name: String) async throws {
        let response = try await client.get("/", headers: [.host: host])
        #expect(response.status == .ok && response.text == name)
    }

    @Test(arguments: ["example.org", "evilexample.org", ".example.org", "example.com.evil", "a.example.com", "[::2]", "128.0.0.1", ""])
    func `is not whoever looks like one`(host: String) async throws {
        let response = try await client.get("/", headers: [.host: host])
        #expect(response.status == .badRequest && response.text.contains(#""type":"bad-host""#))
    }

    @Test func `counts as the absolute target names it, whatever the field says`() async throws {
        #expect(try await client.get("http://evil.example/", headers: [.host: "example.com"]).status == .badRequest)
        #expect(try await client.get("http://example.com/", headers: [.host: "evil.example"]).text == "example.com")
        #expect(try await client.get("/").status == .badRequest)
    }

    @Test func `does not matter to probes`() async throws {
        #expect(try await client.get("/healthz?x=1", headers: [.host: "10.0.0.7"]).text == "ok")
        #expect(try await client.get("/healthz/", headers: [.host: "10.0.0.7"]).status == .badRequest)
    }

    // Starlette: 307.
    @Test func `sends to its www name where that alone is trusted`() async throws {
        let response = try await client.get("/a%20b?c=d", headers: [.host: "example.net:8000"])
        #expect(response.status == 308 && response[.location] == "http://www.example.net:8000/a%20b?c=d")
    }

    @Test(arguments: ["", "*", "*.", "*.*.example.com", "a*.example.com", "https://example.com", "example.com:80", "example.com."])
    func `that makes no sense traps at start-up`(host: String) async {
        await #expect(processExitsWith: .failure) { [host] in
            endSoon()
            _ = TrustedHost(host)
        }
    }
}

@Suite struct `A redirect to HTTPS` {
    private func client(hops: Int, _ kind: HTTPSRedirect.Kind = .temporary) -> TestClient {
        var configuration = ApplicationConfiguration()
        configuration.trustedHopCount = hops
        return TestClient(
            Application(configuration) { routes in
                routes.use(HTTPSRedirect(kind, exempting: ["/healthz"]))
                routes.get("/x") { (context: RequestContext) in Text(context.isSecure ? "secure" : "plain") }
                routes.get("/healthz") { () in Text("ok") }
            })
    }

    @Test(arguments: [
        ("example.com", "https://example.com/x?y=%20"), ("example.com:80", "https://example.com/x?y=%20"), ("example.com:443", "https://example.com/x?y=%20"),
        ("example.com:8000", "https://example.com:8000/x?y=%20"), ("[::1]:8000", "https://[::1]:8000/x?y=%20"),
    ])
    func `keeps the target, and the port unless it is one of the two known ones`(host: String, location: String) async throws {
        let response = try await client(hops: 1).get("/x?y=%20", headers: [.host: host, "X-Forwarded-Proto": "http"])
        #expect(response.status == 307 && response[.location] == location && response[.cacheControl] == "no-store")
        #expect(try await client(hops: 1, .permanent).get("/x", headers: [.host: host]).status == 308)
    }

    @Test(
        arguments: [
            (0, ["http"], "plain"), (0, ["https"], "plain"), (1, ["https"], "secure"), (1, [" HTTPS "], "secure"), (1, ["http, https"], "secure"),
            (1, ["http", "https"], "secure"), (1, ["https, http"], nil), (2, ["https, http"], "secure"), (2, ["https"], "secure"), (1, [], nil),
            (1, ["wss"], nil),
        ] as [(Int, [String], String?)])
    func `believes as many proxies as are trusted, and none without`(hops: Int, proto: [String], answer: String?) async throws {
        var headers: Fields = [.host: "example.com"]
        for value in proto { headers.append("X-Forwarded-Proto", value) }
        let response = try await client(hops: hops).get("/x", headers: headers)
        #expect(answer == nil ? response.status == 307 : response.text == answer)
    }

    @Test func `leaves probes alone`() async throws {
        #expect(try await client(hops: 1).get("/healthz", headers: [.host: "10.0.0.7"]).text == "ok")
    }

    @Test func `needs a host to send to`() async throws {
        #expect(try await client(hops: 1).get("/x").status == .badRequest)
    }
}
