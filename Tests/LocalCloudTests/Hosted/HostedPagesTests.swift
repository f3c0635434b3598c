import HTTPCore
import JSON
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct HostedPagesTests {
    private let fixture: HostedFixture
    private static let paths = HostedPages.steps.map(\.path)

    init() throws { fixture = try HostedFixture() }

    private static let new: KeyValuePairs = ["given_name": "楓", "family_name": "Test", "email": "kaede@example.com", "password": PoolFixture.password]

    private func sent(_ answer: TestResponse) -> String { answer.text.replacing(/value="[^"]*"/, with: "") }

    @Test func `a learner signs up, confirms, forgets the password, sets another and signs in`() async throws {
        let signedUp = try await fixture.post("/signup", Self.new)
        #expect(signedUp.status == .ok && signedUp.text.contains("action=\"/confirmUser?"))
        let early = try await fixture.signIn()
        #expect(early.status == .unprocessableContent && early.text.contains("action=\"/confirmUser?"))
        let confirmed = try await fixture.post("/confirmUser", ["email": "kaede@example.com", "code": try fixture.pool.newestCode()])
        #expect(confirmed.status == .ok && confirmed.text.contains("Your address is confirmed."))
        let asked = try await fixture.post("/forgotPassword", ["email": "kaede@example.com"])
        #expect(asked.text.contains("action=\"/confirmForgotPassword?"))
        let reset: KeyValuePairs = ["email": "kaede@example.com", "code": try fixture.pool.newestCode(), "new_password": "Momiji-2027?"]
        #expect(try await fixture.post("/confirmForgotPassword", reset).text.contains("Your new password is set."))
        #expect(try await fixture.signIn("Momiji-2027?").status == 303)
    }

    @Test(arguments: paths) func `no page is framed, kept, or leads elsewhere`(path: String) async throws {
        let page = try await fixture.get("\(path)?\(HostedFixture.query())")
        let policy = try #require(page["Content-Security-Policy"])
        #expect(page.status == .ok && page["X-Frame-Options"] == "DENY" && policy.contains("frame-ancestors 'none'"))
        #expect(policy.contains("form-action 'self' http://localhost:3000;") && policy.contains("default-src 'none'"))
        #expect(page["Cache-Control"]?.contains("no-store") == true && page["Referrer-Policy"] == "no-referrer")
        #expect(page.text.contains("action=\"\(path)?client_id="))
    }

    @Test(arguments: paths) func `a page without an app's request says so, and has no form`(path: String) async throws {
        for query in ["", "?redirect_uri=http%3A%2F%2Fevil.example", "?\(HostedFixture.query(["redirect_uri": "http://evil.example/"]))"] {
            for page in [try await fixture.get(path + query), try await fixture.send(path + query, [])] {
                #expect(page.status == .badRequest && !page.text.contains("<form") && !page.text.contains("evil") && page["Location"] == nil)
                #expect(page["X-Frame-Options"] == "DENY")
            }
        }
    }

    @Test(arguments: paths) func `a form without the token of its page changes nothing`(path: String) async throws {
        try fixture.pool.learner()
        let letters = fixture.pool.pool.mailbox.letters().count
        let fields = ["email", "password", "given_name", "family_name", "code", "new_password"].map {
            ($0, $0 == "email" ? "kaede@example.com" : "Kaede-2026!")
        }
        let page = try await fixture.get("\(path)?\(HostedFixture.query())"), token = try #require(HostedFixture.token(in: page.text))
        let target = "\(path)?\(HostedFixture.query())"
        let foreign: Fields = [.cookie: "XSRF-TOKEN=\(String(repeating: "a", count: 43))"]
        for (form, headers) in [
            (fields, [:] as Fields), (fields + [("csrf_token", "")], [:]), (fields + [("csrf_token", token + "x")], [:]),
            (fields + [("csrf_token", token)], foreign), (fields + [("csrf_token", fixture.cookies["XSRF-TOKEN"] ?? "")], [:]),
            (fields + [("csrf_token", token), ("csrf_token", token)], [:]), (fields + [("csrf_token", token)], ["Sec-Fetch-Site": "cross-site"]),
            (fields + [("csrf_token", token)], ["Sec-Fetch-Site": "same-site"]), (fields + [("csrf_token", token)], [.origin: "http://evil.example"]),
            (fields + [("csrf_token", token)], [.origin: "null"]), (fields + [("csrf_token", token)], [.origin: "http://localhost:3000"]),
        ] {
            let answer = try await fixture.send(target, form, headers: headers)
            #expect(answer.status == .badRequest && answer["Location"] == nil && fixture.cookies["cognito"] == nil)
        }
        #expect(fixture.pool.pool.mailbox.letters().count == letters)
        for headers: Fields in [["Sec-Fetch-Site": "same-origin"], [.origin: "http://localhost:4566"], [:]] {
            #expect(try await fixture.send(target, fields + [("csrf_token", token)], headers: headers).status != .badRequest)
        }
    }

    @Test func `signing up tells nobody whether an address has an account, but its owner`() async throws {
        let signUp = {
            let before = self.fixture.pool.store.writes.withLock { $0 }
            let answer = try await self.fixture.post("/signup", Self.new)
            return (answer, self.fixture.pool.store.writes.withLock { $0 } - before)
        }
        let (new, known) = try await (signUp(), signUp())
        #expect(new.0.status == known.0.status && sent(new.0) == sent(known.0) && [new.1, known.1] == [1, 1])
        #expect(fixture.pool.pool.mailbox.letters().map(\.subject) == ["You have an account already", "Your verification code"])
        #expect(fixture.pool.pool.user(named: "kaede@example.com")?.isConfirmed == false)
    }

    @Test(arguments: ["/forgotPassword", "/confirmForgotPassword", "/confirmUser"])
    func `unknown addresses look like known ones`(path: String) async throws {
        try fixture.pool.learner()
        let answer = { (email: String) in
            try await fixture.post(path, ["email": email, "code": "000001", "new_password": "Momiji-2027?"])
        }
        let known = try await answer("kaede@example.com"), unknown = try await answer("nobody@example.com")
        #expect(known.status == unknown.status && known.text.replacing("kaede", with: "nobody") == unknown.text)
        for _ in 0..<3 { _ = try await (answer("kaede@example.com"), answer("nobody@example.com")) }
        let last = try await (answer("kaede@example.com"), answer("nobody@example.com")),
            over = try await (answer("kaede@example.com"), answer("nobody@example.com"))
        #expect(last.0.status == last.1.status && over.0.status == .tooManyRequests && over.1.status == .tooManyRequests)
    }

    @Test(arguments: ["kaede@example.com", "waiting@example.com", "nobody@example.com"]) func `asking for another code tells nothing`(
        email: String
    ) async throws {
        try fixture.pool.learner()
        try fixture.pool.signUp("waiting@example.com")
        for _ in 0..<5 {
            let answer = try await fixture.post("/confirmUser", ["email": email, "action": "resend"])
            #expect(answer.status == .ok && answer.text.contains("a code is on its way"))
        }
        #expect(try await fixture.post("/confirmUser", ["email": email, "action": "resend"]).status == .tooManyRequests)
    }

    @Test(arguments: [
        ("email", "no address", "whole address"), ("password", "kaede", "upper-case"), ("password", " Kaede-2026!", "begin or end"),
        ("given_name", "", "given name"),
        ("password", String(repeating: "aA1!", count: 65), "at most 256"), ("family_name", String(repeating: "x", count: 101), "at most 100"),
    ])
    func `what cannot be is told beside its field, and what was typed is kept`(name: String, value: String, told: String) async throws {
        let page = try await fixture.get("/signup?\(HostedFixture.query())"), token = try #require(HostedFixture.token(in: page.text))
        let form = Self.new.map { ($0.key, $0.key == name ? value : $0.value) } + [("csrf_token", token)]
        let answer = try await fixture.send("/signup?\(HostedFixture.query())", form)
        #expect(answer.status == .unprocessableContent && answer.text.contains(told) && answer.text.contains("value=\"楓\"") == (name != "given_name"))
        #expect(!answer.text.contains("Kaede-2026!") && fixture.pool.store.users().isEmpty)
    }

    @Test func `what is typed or hinted is text, not markup`() async throws {
        let answer = try await fixture.post("/login", ["email": "\"><script>@x.example", "password": "x"])
        #expect(!answer.text.contains("<script>@"))
        let hinted = try await fixture.get("/login?\(HostedFixture.query(["login_hint": "\"><b>"]))")
        #expect(hinted.text.contains("&quot;&gt;&lt;b&gt;") && !hinted.text.contains("\"><b>"))
    }

    @Test func `a name that was bound to loopback meanwhile is refused`() async throws {
        for path in ["/login", "/oauth2/authorize", "/logout"] {
            #expect(try await fixture.get("\(path)?\(HostedFixture.query())", headers: [.host: "evil.example:4566"]).status == .forbidden)
            #expect(try await fixture.get("\(path)?\(HostedFixture.query())", headers: [.host: "127.0.0.1:4566"]).status != .forbidden)
        }
    }

    @Test func `the style sheet and scripts that the pages name are there`() async throws {
        let page = try await fixture.get("/login?\(HostedFixture.query())")
        let paths = page.text.matches(of: /"(\/assets\/house\/[^"]+)"/).map { String($0.1) }
        #expect(paths.count >= 3)
        for path in paths { #expect(try await fixture.get(path).status == .ok) }
    }

    @Test func `keys rotate on demand, for programs and own pages alone`() async throws {
        let before = try await fixture.get("/_keys").json["keys"]?.arrayValue ?? []
        #expect(try await fixture.client.post("/_keys/rotate", headers: ["Sec-Fetch-Site": "cross-site"]).status == .forbidden)
        let after = try await fixture.client.post("/_keys/rotate").json["keys"]?.arrayValue ?? []
        #expect(before.count == 2 && after.count == 3 && after[0] == before[1])
        let published = try await fixture.client.get("/us-east-1_LocalPool/.well-known/jwks.json").json["keys"]?.arrayValue?.compactMap { $0["kid"] }
        #expect(published == after)
    }
}
