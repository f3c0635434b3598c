import Crypto
import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

private struct Visit: JSONObject {
    var user: String, count: Int
    static let json = Object("Visit", { Self(user: $0, count: $1) }, Field("user", \.user), Field("count", \.count, default: 0))
}

/// A browser that keeps one cookie.
private struct Browser {
    let client: TestClient
    var cookie: String?

    mutating func get(_ path: String) async throws -> TestResponse {
        let response = try await client.get(path, headers: cookie.map { [.cookie: "a=b; \($0); c=d"] } ?? [:])
        if let line = response[.setCookie] { cookie = line.contains("Max-Age=0;") ? nil : String(line.prefix { $0 != ";" }) }
        return response
    }
}

private func key(_ byte: UInt8) -> Secret<[UInt8]> { Secret([UInt8](repeating: byte, count: 32)) }

@Suite struct `A session` {
    private let clock = ManualClock()

    private func browser(
        keys: [Secret<[UInt8]>] = [key(1)], cookie: String? = nil, logger: Logger = .silent, _ change: (inout SessionPolicy) -> Void = { _ in }
    ) throws -> Browser {
        var policy = SessionPolicy(), configuration = ApplicationConfiguration()
        change(&policy)
        configuration.logger = logger
        let sessions = try Sessions<Visit>(keys: keys, policy: policy, clock: clock)
        let app = Application(configuration) { routes in
            routes.sessions(sessions)
            routes.get("/untouched") { () in Text("public") }
            routes.get("/read") { (session: Web.Session<Visit>) in Text("\(session.value?.user ?? "nobody") \(session.value?.count ?? 0) \(session.id ?? "-")")
            }
            routes.get("/count") { (session: Web.Session<Visit>) in
                session.value = Visit(user: "ann", count: (session.value?.count ?? 0) + 1)
                return NoContent()
            }
            routes.get("/renew") { (session: Web.Session<Visit>) in
                session.renew()
                return NoContent()
            }
            routes.get("/end") { (session: Web.Session<Visit>) in
                session.value = nil
                return NoContent()
            }
            routes.get("/large") { (session: Web.Session<Visit>) in
                session.value = Visit(user: String(repeating: "x", count: 3_100), count: 1)
                return NoContent()
            }
            routes.get("/refuse") { (session: Web.Session<Visit>) -> NoContent in
                session.value?.count += 1
                throw HTTPError.conflict("taken", "Taken.")
            }
            routes.get("/fault") { (session: Web.Session<Visit>) -> NoContent in
                session.value?.count += 1
                throw CryptoError.invalidKey
            }
            routes.get("/public") { (session: Web.Session<Visit>) in
                session.value?.count += 1
                return Response(fields: [.cacheControl: "public, max-age=60"])
            }
        }
        return Browser(client: TestClient(app), cookie: cookie)
    }

    @Test func `is kept in a cookie only this site gets and no script reads, and nobody can look into`() async throws {
        var browser = try browser()
        let line = try #require(try await browser.get("/count")[.setCookie])
        #expect(line.hasPrefix("__Host-session=") && line.hasSuffix("; Path=/; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax"))
        #expect(!line.contains("Domain"))
        #expect(try await browser.get("/read").text.hasPrefix("ann 1 "))
        _ = try await browser.get("/count")
        #expect(try await browser.get("/read").text.hasPrefix("ann 2 "))
        #expect(try await self.browser { $0.isSecure = false }.client.get("/count")[.setCookie]?.hasSuffix("SameSite=Lax") == true)
    }

    // Starlette sets its cookie with every answer once there is a session, and lets caches keep it.
    @Test func `costs an answer nothing that does not touch it, and sets no cookie unless it changed`() async throws {
        var browser = try browser()
        _ = try await browser.get("/count")
        let untouched = try await browser.get("/untouched")
        #expect(untouched[.setCookie] == nil && untouched[.vary] == nil && untouched[.cacheControl] == nil)
        let read = try await browser.get("/read")
        #expect(read[.setCookie] == nil && read[.vary] == "Cookie" && read[.cacheControl] == "no-store")
        let shared = try await browser.get("/public")
        #expect(shared[.setCookie] != nil && shared.fields.all(.cacheControl) == ["no-store"])
    }

    @Test func `slides while it is used, and is over when it is not`() async throws {
        var browser = try browser()
        _ = try await browser.get("/count")
        let first = browser.cookie
        clock.advance(by: .seconds(86_399))
        #expect(try await browser.get("/read")[.setCookie] == nil)
        clock.advance(by: .seconds(1))
        #expect(try await browser.get("/read")[.setCookie] != nil)
        clock.advance(by: .seconds(14 * 86_400 - 1))
        #expect(try await browser.get("/read").text.hasPrefix("ann 1"))
        var late = try self.browser(cookie: first)
        let response = try await late.get("/read")
        #expect(response.text.hasPrefix("nobody") && response[.setCookie]?.hasPrefix("__Host-session=; Path=/; Max-Age=0;") == true)
    }

    @Test func `is over at the end of its life however much it is used`() async throws {
        var browser = try browser { $0.lifetime = .seconds(20 * 86_400) }
        _ = try await browser.get("/count")
        clock.advance(by: .seconds(12 * 86_400))
        #expect(try await browser.get("/count")[.setCookie]?.contains("Max-Age=691200;") == true)
        clock.advance(by: .seconds(8 * 86_400 - 1))
        #expect(try await browser.get("/read").text.hasPrefix("ann 2"))
        clock.advance(by: .seconds(1))
        #expect(try await browser.get("/read").text.hasPrefix("nobody"))
    }

    @Test func `gets another identity when it is renewed, keeps it otherwise, and begins anew`() async throws {
        var browser = try browser { $0.lifetime = .seconds(20 * 86_400) }
        _ = try await browser.get("/count")
        let first = try await browser.get("/read").text
        _ = try await browser.get("/count")
        #expect(try await browser.get("/read").text == first.replacing("ann 1", with: "ann 2"))
        clock.advance(by: .seconds(10 * 86_400))
        _ = try await browser.get("/renew")
        let renewed = try await browser.get("/read").text
        #expect(renewed.hasPrefix("ann 2 ") && renewed.count == first.count && renewed.suffix(32) != first.suffix(32))
        clock.advance(by: .seconds(13 * 86_400))
        #expect(try await browser.get("/read").text == renewed)
    }

    @Test func `ends when its content is taken away`() async throws {
        var browser = try browser()
        #expect(try await browser.get("/end")[.setCookie] == nil)
        _ = try await browser.get("/count")
        #expect(try await browser.get("/end")[.setCookie]?.contains("Max-Age=0;") == true)
        #expect(browser.cookie == nil)
    }

    @Test func `opens with every key and is sealed with the first`() async throws {
        var old = try browser(keys: [key(1)])
        _ = try await old.get("/count")
        var rotated = try browser(keys: [key(2), key(1)], cookie: old.cookie)
        #expect(try await rotated.get("/read").text.hasPrefix("ann 1"))
        _ = try await rotated.get("/count")
        var new = try browser(keys: [key(2)], cookie: rotated.cookie)
        #expect(try await new.get("/read").text.hasPrefix("ann 2"))
        var without = try browser(keys: [key(2)], cookie: old.cookie)
        #expect(try await without.get("/read").text.hasPrefix("nobody"))
    }

    @Test func `is nobody's when a single character of its cookie differs, or when it belongs to another cookie`() async throws {
        var browser = try browser()
        _ = try await browser.get("/count")
        let cookie = try #require(browser.cookie), start = cookie.firstIndex(of: "=")!
        for place in stride(from: 1, to: cookie.distance(from: start, to: cookie.endIndex), by: 7) {
            let index = cookie.index(start, offsetBy: place)
            let changed = cookie[..<index] + (cookie[index] == "A" ? "B" : "A") + cookie[cookie.index(after: index)...]
            var forger = try self.browser(cookie: String(changed))
            #expect(try await forger.get("/read").text.hasPrefix("nobody"), "\(place)")
        }
        var other = try self.browser(cookie: cookie.replacing("session", with: "other")) { $0.cookieName = "other" }
        #expect(try await other.get("/read").text.hasPrefix("nobody"))
        var twice = try self.browser(cookie: "__Host-session=planted; \(cookie)")
        #expect(try await twice.get("/read").text.hasPrefix("ann 1"))
    }

    @Test func `is kept with an error that is an answer, not with a fault`() async throws {
        var browser = try browser()
        _ = try await browser.get("/count")
        let refused = try await browser.get("/refuse")
        #expect(refused.status == .conflict && refused[.setCookie] != nil && refused[.cacheControl] == "no-store")
        #expect(try await browser.get("/fault")[.setCookie] == nil)
        #expect(try await browser.get("/read").text.hasPrefix("ann 2"))
    }

    @Test func `that is too large for a cookie is a fault whose line in the log says what to do`() async throws {
        let sink = CapturingLogSink()
        var browser = try browser(logger: Logger(service: "test", sink: sink))
        let response = try await browser.get("/large")
        #expect(response.status == .internalServerError && response[.setCookie] == nil)
        #expect(sink.lines.contains { $0.contains("browsers keep 4096: keep less in it") })
    }

    @Test func `needs good keys and a policy that makes sense`() async {
        for keys in [[], [Secret([UInt8](repeating: 1, count: 31))], (0..<9).map { key($0) }] {
            #expect(throws: CryptoError.invalidKey) { try Sessions<Visit>(keys: keys) }
        }
        for name in ["", "a b", "a=b"] {
            await #expect(processExitsWith: .failure) { [name = name as String] in
                endSoon()
                var policy = SessionPolicy()
                policy.cookieName = name
                _ = try Sessions<Visit>(keys: [key(1)], policy: policy)
            }
        }
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { $0.get("/") { (session: Web.Session<Visit>) in NoContent() } }
        }
    }
}
