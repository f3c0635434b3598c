import HTTPCore
import JSON
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct HostedSignInTests {
    private let fixture: HostedFixture

    init() throws {
        fixture = try HostedFixture()
        try fixture.pool.learner()
    }

    private func authorize(_ changes: KeyValuePairs<String, String> = [:]) async throws -> String {
        let answer = try await fixture.get("/oauth2/authorize?\(HostedFixture.query(changes))")
        #expect(answer.status == 302 && answer["Cache-Control"] == "no-store")
        return try #require(answer["Location"])
    }

    @Test func `a learner signs in at one app, and at the next without a password`() async throws {
        let begun = try await authorize()
        #expect(begun.hasPrefix("/login?"))
        let page = try await fixture.get(begun)
        #expect(page.status == .ok && page.text.contains("autocomplete=\"current-password\""))
        let signedIn = try await fixture.signIn()
        #expect(signedIn.status == 303 && signedIn["Location"]?.hasPrefix(HostedFixture.callback + "?code=") == true)
        #expect(HostedFixture.parameter("state", of: signedIn["Location"] ?? "") == "a state")
        fixture.pool.clock.advance(by: .seconds(600))
        let next = try await authorize(["redirect_uri": "http://localhost:3001/callback"])
        let code = try #require(HostedFixture.parameter("code", of: next))
        let tokens = try await fixture.exchange(code, ["redirect_uri": "http://localhost:3001/callback"]).json
        let claims = try Claims(tokens["id_token"]?.stringValue ?? "")
        #expect(claims["auth_time"]?.intValue == Int(fixture.pool.clock.now().seconds) - 600)
    }

    @Test func `the browser's cookie is for an hour, for this host, and not for scripts`() async throws {
        let lines = try await fixture.signIn().fields.all(.setCookie)
        let cookie = try #require(lines.first { $0.hasPrefix("cognito=") })
        for part in ["; Path=/", "; Max-Age=3600", "; HttpOnly", "; SameSite=Lax"] { #expect(cookie.contains(part)) }
        #expect(!cookie.contains("Domain") && !cookie.contains("Secure"))
        fixture.pool.clock.advance(by: .seconds(3_600))
        #expect(try await authorize().hasPrefix("/login?"))
    }

    @Test func `behind TLS the cookies are Secure and bound to the host`() async throws {
        let secure = try HostedFixture(domain: "https://auth.app-dw.net")
        try secure.pool.learner()
        let answer = try await secure.post(
            "/login", ["email": HostedFixture.email, "password": PoolFixture.password], headers: [.origin: "https://auth.app-dw.net"])
        #expect(answer.status == 303)
        #expect(secure.cookies.keys.sorted() == ["__Host-XSRF-TOKEN", "__Host-cognito"])
        for line in answer.fields.all(.setCookie) { #expect(line.contains("; Secure")) }
        let configuration = try JSON.parse(try await secure.client.get("/us-east-1_LocalPool/.well-known/openid-configuration").body)
        #expect(configuration["token_endpoint"] == "https://auth.app-dw.net/oauth2/token" && configuration["issuer"] == .string(PoolFixture.issuer))
    }

    @Test func `prompt=none shows no page, prompt=login always does`() async throws {
        #expect(HostedFixture.parameter("error", of: try await authorize(["prompt": "none"])) == "login_required")
        _ = try await fixture.signIn()
        #expect(HostedFixture.parameter("code", of: try await authorize(["prompt": "none"])) != nil)
        #expect(try await authorize(["prompt": "login"]).hasPrefix("/login?"))
        fixture.pool.clock.advance(by: .seconds(61))
        #expect(HostedFixture.parameter("error", of: try await authorize(["prompt": "none", "max_age": "60"])) == "login_required")
    }

    @Test func `lang chooses the language of the pages`() async throws {
        let page = try await fixture.get(try await authorize(["lang": "ja"]))
        #expect(page.text.contains("<html lang=\"ja\">") && page["Content-Language"] == "ja")
    }

    @Test func `a wrong password and an unknown address look the same on the page`() async throws {
        let known = try await fixture.signIn("Wrong-2026!")
        let unknown = try await fixture.post("/login", ["email": "nobody@example.com", "password": "Wrong-2026!"])
        #expect(known.status == .unprocessableContent && unknown.status == known.status)
        #expect(known.text == unknown.text.replacing("nobody@example.com", with: HostedFixture.email))
        #expect(!known.text.contains("Wrong-2026!"))
    }

    @Test(arguments: ["kaede@example.com", "nobody@example.com"]) func `guessing is slowed down, known or not`(email: String) async throws {
        for _ in 0..<5 { #expect(try await fixture.post("/login", ["email": email, "password": "Wrong-2026!"]).status == .unprocessableContent) }
        let locked = try await fixture.post("/login", ["email": email, "password": PoolFixture.password])
        #expect(locked.status == .tooManyRequests && locked["Retry-After"] == "900" && locked["Location"] == nil)
    }

    @Test func `one visitor sends 60 forms a minute, whatever is in them`() async throws {
        for _ in 0..<60 { _ = try await fixture.send("/login?\(HostedFixture.query())", []) }
        let answer = try await fixture.send("/login?\(HostedFixture.query())", [])
        #expect(answer.status == .tooManyRequests && answer["Retry-After"] != nil && answer.text.contains("<form"))
        #expect(answer["X-Frame-Options"] == "DENY")
    }

    @Test func `signing out ends the browser's session, also for who kept the cookie`() async throws {
        _ = try await fixture.signIn()
        let kept = try #require(fixture.cookies["cognito"])
        let answer = try await fixture.get("/logout?client_id=web-client-local&logout_uri=http%3A%2F%2Flocalhost%3A3000%2Flogout&state=x")
        #expect(answer.status == 302 && answer["Location"] == "http://localhost:3000/logout?state=x" && fixture.cookies["cognito"] == nil)
        fixture.cookies["cognito"] = kept
        #expect(try await authorize().hasPrefix("/login?"))
    }

    @Test func `signing out may lead to a new sign-in`() async throws {
        _ = try await fixture.signIn()
        let answer = try await fixture.get("/logout?\(HostedFixture.query())")
        #expect(answer["Location"]?.hasPrefix("/login?") == true && fixture.cookies["cognito"] == nil)
    }

    @Test(arguments: [
        "", "client_id=web-client-local", "client_id=x&logout_uri=http%3A%2F%2Flocalhost%3A3000%2Flogout",
        "client_id=web-client-local&logout_uri=http%3A%2F%2Fevil.example", "client_id=web-client-local&logout_uri=http%3A%2F%2Flocalhost%3A3000%2Flogout%2F",
        "client_id=web-client-local&logout_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback",
        "client_id=web-client-local&logout_uri=http%3A%2F%2Flocalhost%3A3000%2Flogout&logout_uri=http%3A%2F%2Fevil.example",
        "client_id=web-client-local&redirect_uri=http%3A%2F%2Fevil.example&response_type=code",
    ])
    func `a wrong logout leads nowhere and signs nobody out`(query: String) async throws {
        _ = try await fixture.signIn()
        let answer = try await fixture.get("/logout?\(query)")
        #expect(answer.status == .badRequest && answer["Location"] == nil && answer.text.contains("<h1>") && fixture.cookies["cognito"] != nil)
    }

    @Test func `signing out everywhere, a new password and deletion end the browser's session`() async throws {
        _ = try await fixture.signIn()
        try fixture.pool.pool.globalSignOut(accessToken: try fixture.pool.signIn().accessToken)
        #expect(try await authorize().hasPrefix("/login?"))
        _ = try await fixture.signIn()
        try fixture.pool.pool.adminDelete(name: HostedFixture.email, pool: "us-east-1_LocalPool")
        #expect(try await authorize().hasPrefix("/login?"))
    }

    @Test(arguments: ["x", "", "5a7b1f0e-3c94-4d2a-9b61-0d3e8c6f2a17.x", "../etc.passwd", String(repeating: "a", count: 4_000)])
    func `a cookie that is none of ours is nobody's`(cookie: String) async throws {
        fixture.cookies["cognito"] = cookie
        #expect(try await authorize().hasPrefix("/login?"))
    }

    @Test func `of two cookies of one name neither counts`() async throws {
        _ = try await fixture.signIn()
        let cookie = try #require(fixture.cookies["cognito"])
        let answer = try await fixture.client.get("/oauth2/authorize?\(HostedFixture.query())", headers: [.cookie: "cognito=planted; cognito=\(cookie)"])
        #expect(answer["Location"]?.hasPrefix("/login?") == true)
    }
}
