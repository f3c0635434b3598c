import HTTPCore
import JSON
import Platform
import Synchronization
import TestKit
import Testing
import Web

/// A caller who signs in with a name.
private struct Member: RequestInput {
    static var isCredential: Bool { true }

    static func resolve(in context: RequestContext) async throws -> Member {
        guard let name = context.request.fields["X-Member"] else { throw HTTPError.unauthorized() }
        context.userID = name
        return Member()
    }
}

/// A store that is away.
private struct AwayStore: RateLimitStore {
    struct Away: Error {}
    func take(_ cost: Int, of limit: RateLimit, for key: String) async throws -> RateLimitDecision { throw Away() }
}

/// Remembers under which keys it was asked.
private final class KeyStore: RateLimitStore {
    let keys = Lock<[String]>([])

    func take(_ cost: Int, of limit: RateLimit, for key: String) async throws -> RateLimitDecision {
        keys.withLock { $0.append(key) }
        return RateLimitDecision(isAllowed: true, remaining: 1, untilWhole: .zero, retryAfter: .zero)
    }
}

@Suite struct `A route with a rate limit` {
    private let clock = ManualClock()

    private func application(
        _ change: (inout ApplicationConfiguration) -> Void = { _ in }, _ declare: (inout RouteGroup) throws -> Void
    ) rethrows -> Application {
        var configuration = ApplicationConfiguration()
        configuration.clock = clock
        change(&configuration)
        return try Application(configuration, declare)
    }

    @Test func `answers 429 above it, says when to come back, and then lets pass again`() async throws {
        let client = TestClient(application { $0.get("/", options: [.rateLimit(2, per: .minute, by: .client)]) { () in NoContent() } })
        for _ in 0..<2 { #expect(try await client.get("/").status == .noContent) }
        let refused = try await client.get("/")
        #expect(refused.status == .tooManyRequests && refused[.retryAfter] == "30" && refused.text.contains(#""type":"rate-limited""#))
        clock.advance(by: .seconds(30))
        #expect(try await client.get("/").status == .noContent)
        #expect(try await client.get("/").status == .tooManyRequests)
    }

    @Test func `tells on every answer what is left, errors included`() async throws {
        let client = TestClient(
            application { routes in
                routes.get("/{word_id}", options: [.rateLimit(10, per: .minute, by: .client, burst: 3)]) { (path: Path<WordID>) -> NoContent in
                    throw HTTPError.notFound("word-not-found", "No such word.")
                }
            })
        let expected = [
            ("/7", 404, #""10-per-minute";r=2;t=6"#, "2"), ("/x", 422, #""10-per-minute";r=1;t=12"#, "1"), ("/7", 404, #""10-per-minute";r=0;t=18"#, "0"),
            ("/7", 429, #""10-per-minute";r=0;t=18"#, "0"),
        ]
        for (path, status, left, remaining) in expected {
            let response = try await client.get(path)
            #expect(response.status.code == status && response["RateLimit"] == left)
            #expect(response["RateLimit-Policy"] == #""10-per-minute";q=3;w=18"#)
            #expect(response["RateLimit-Limit"] == "3" && response["RateLimit-Remaining"] == remaining)
        }
    }

    @Test func `counts each client for itself, an IPv6 client by its network`() async throws {
        let app = application { $0.get("/", options: [.rateLimit(1, per: .minute, by: .client)]) { () in NoContent() } }
        let expected = [
            ("10.0.0.1", 204), ("10.0.0.2", 204), ("10.0.0.1", 429), ("::ffff:10.0.0.1", 429), ("2001:db8::1", 204), ("2001:db8:0:0:1::2", 429),
            ("2001:db8:0:1::1", 204),
        ]
        for (peer, status) in expected { #expect(try await TestClient(app, peer: peer).get("/").status.code == status, "\(peer)") }
    }

    @Test func `refuses a client before it looks at credentials, and a user after`() async throws {
        let client = TestClient(
            application { routes in
                routes.get("/client", options: [.rateLimit(1, per: .minute, by: .client)]) { (member: Member) in NoContent() }
                routes.get("/user", options: [.rateLimit(1, per: .minute, by: .user)]) { (member: Member) in NoContent() }
            })
        #expect(try await client.get("/client").status == .unauthorized)
        #expect(try await client.get("/client", headers: ["X-Member": "ann"]).status == .tooManyRequests)
        #expect(try await client.get("/user").status == .unauthorized)
        #expect(try await client.get("/user", headers: ["X-Member": "ann"]).status == .noContent)
        #expect(try await client.get("/user", headers: ["X-Member": "bob"]).status == .noContent)
        #expect(try await client.get("/user", headers: ["X-Member": "ann"]).status == .tooManyRequests)
    }

    @Test func `may choose its key, and let pass who has none`() async throws {
        let client = TestClient(
            application { routes in
                let key = RateLimitSubject.key { $0.request.fields["X-Tenant"] }
                routes.get("/", options: [.rateLimit(1, per: .minute, by: key)]) { () in NoContent() }
            })
        for (tenant, status) in [("a", 204), ("a", 429), ("b", 204)] {
            #expect(try await client.get("/", headers: ["X-Tenant": tenant]).status.code == status)
        }
        for _ in 0..<2 {
            let response = try await client.get("/")
            #expect(response.status == .noContent && response["RateLimit"] == nil)
        }
    }

    @Test func `shares the allowance of its group with the other routes, beside one of its own`() async throws {
        let client = TestClient(
            application { routes in
                let group = routes.group("/a", options: [.rateLimit(4, per: .hour, by: .client, name: "all")])
                group.get("/one", options: [.rateLimit(2, per: .minute, by: .client, name: "one")]) { () in NoContent() }
                group.get("/two") { () in NoContent() }
                routes.get("/outside") { () in NoContent() }
            })
        let first = try await client.get("/a/one")
        #expect(first.fields.all("RateLimit") == [#""one";r=1;t=30"#, #""all";r=3;t=900"#] && first["RateLimit-Remaining"] == "1")
        #expect(first.fields.all("RateLimit-Limit") == ["2"])
        #expect(try await client.get("/a/one").status == .noContent)
        // What the route refuses is not counted for the group.
        for _ in 0..<5 { #expect(try await client.get("/a/one").status == .tooManyRequests) }
        for status in [204, 204, 429] { #expect(try await client.get("/a/two").status.code == status) }
        #expect(try await client.get("/outside")["RateLimit"] == nil)
    }

    @Test func `is counted apart from a like one elsewhere, also in a group without a path, and alike in every process`() async throws {
        func keys() async throws -> [String] {
            let store = KeyStore()
            let client = TestClient(
                application({ $0.rateLimitStore = store }) { routes in
                    for path in ["/a", "/b"] {
                        routes.group(options: [.rateLimit(9, per: .minute, by: .everyone)]).get(path) { () in NoContent() }
                    }
                    routes.post("/a", options: [.rateLimit(9, per: .minute, by: .everyone)]) { () in NoContent() }
                })
            for path in ["/a", "/b"] { _ = try await client.get(path) }
            _ = try await client.post("/a")
            return store.keys.withLock { $0 }
        }
        let made = try await keys()
        #expect(Set(made).count == 3)
        #expect(try await keys() == made)
    }

    @Test func `bounds the keys it makes`() async throws {
        let store = KeyStore()
        let client = TestClient(
            application({ $0.rateLimitStore = store }) { routes in
                routes.get("/", options: [.rateLimit(9, per: .minute, by: .key { $0.request.fields["X-Tenant"] })]) { () in NoContent() }
            })
        for letter in ["a", "b"] { _ = try await client.get("/", headers: ["X-Tenant": String(repeating: letter, count: 5_000)]) }
        let keys = store.keys.withLock { $0 }
        #expect(Set(keys).count == 2 && keys.allSatisfy { $0.utf8.count < 512 })
    }

    @Test func `passes or refuses when the store is away, as it says, and the log hears of it once a second`() async throws {
        let sink = CapturingLogSink()
        let client = TestClient(
            application({
                $0.rateLimitStore = AwayStore()
                $0.logger = Logger(service: "test", sink: sink)
            }) { routes in
                routes.get("/open", options: [.rateLimit(1, per: .minute, by: .client)]) { () in NoContent() }
                routes.get("/closed", options: [.rateLimit(1, per: .minute, by: .client, whenUnavailable: .refuse)]) { () in NoContent() }
            })
        for _ in 0..<3 { #expect(try await client.get("/open").status == .noContent) }
        #expect(sink.lines.count { $0.contains("rate-limit.unavailable") } == 1)
        clock.advance(by: .seconds(1))
        #expect(try await client.get("/open").status == .noContent)
        #expect(sink.lines.count { $0.contains("rate-limit.unavailable") } == 2)
        let refused = try await client.get("/closed")
        #expect(refused.status == .serviceUnavailable && refused[.retryAfter] == "5" && refused.text.contains("rate-limit-unavailable"))
    }

    @Test func `costs as many as it says`() async throws {
        let client = TestClient(application { $0.get("/", options: [.rateLimit(10, per: .minute, by: .client, cost: 4)]) { () in NoContent() } })
        for status in [204, 204, 429] { #expect(try await client.get("/").status.code == status) }
    }

    @Test func `documents the refusal with its fields`() async throws {
        let document = try await Document(
            of: application { routes in
                let group = routes.group(options: [.rateLimit(100, per: .hour, by: .client)])
                group.get("/a", options: [.rateLimit(3, per: .seconds(90), by: .client), .answers(.tooManyRequests, "Too many keys")]) { () in NoContent() }
                routes.get("/b") { () in NoContent() }
            })
        let refusal = try document.operation("get", "/a")["responses"]?["429"]
        #expect(refusal?["description"]?.stringValue == "Too many keys; Too many requests: 3 per 90 seconds, 100 per hour")
        for name in ["Retry-After", "RateLimit", "RateLimit-Policy"] { #expect(refusal?["headers"]?[name] != nil, "\(name)") }
        #expect(try document.operation("get", "/b")["responses"]?["429"] == nil)
    }

    @Test func `with two limits of one name traps at start-up`() async {
        await #expect(processExitsWith: .failure) {
            endSoon()
            let limit = RouteOption.rateLimit(1, per: .minute, by: .client)
            _ = Application { $0.group("/a", options: [limit]).get("/b", options: [limit]) { () in NoContent() } }
        }
    }
}
