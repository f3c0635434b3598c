import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import SignIn
@testable import local_cloud

@Suite(.timeLimit(.minutes(5))) struct `The pages at the door` {
    private func post(_ browser: Browser, _ path: String, _ fields: [(String, String)], token: String? = nil) async throws -> TestResponse {
        try await browser.submit(path, fields, token: token)
    }

    @Test func `lead from a new account to being signed in, without JavaScript`() async throws {
        let house = try House()
        let browser = Browser(try house.service())
        let names = [("given_name", "楓"), ("family_name", "Mori"), ("email", House.email)]
        let weak = try await post(browser, "/register?next=/words", names + [("password", "weak")])
        #expect(weak.status == .unprocessableContent && weak.text.contains(House.email) && !weak.text.contains("value=\"weak\""))
        let registered = try await post(browser, "/register?next=/words", names + [("password", House.password)])
        #expect(registered.status == 303 && registered[.location] == "/confirm?next=%2Fwords")
        let confirmed = try await post(browser, "/confirm?next=/words", [("email", House.email), ("code", " \(try house.code()) ")])
        #expect(confirmed.status == 303 && confirmed[.location] == "/login?next=%2Fwords&notice=confirmed")
        let signedIn = try await post(browser, "/login?next=/words", [("email", House.email), ("password", House.password)])
        #expect(signedIn.status == 303 && signedIn[.location] == "/words" && browser.session != nil)
        let again = try await browser.get("/login?next=/words")
        #expect(again.status == 303 && again[.location] == "/words")
    }

    @Test func `say what is missing beside its field`() async throws {
        let browser = Browser(try House().service())
        let response = try await post(browser, "/register", [("email", "no address"), ("given_name", String(repeating: "x", count: 65))])
        #expect(response.status == .unprocessableContent)
        for field in ["email", "given-name", "family-name", "password"] { #expect(response.text.contains("\(field)-error"), "\(field)") }
    }

    @Test(arguments: [" \(House.password)", "\(House.password) "])
    func `refuse a new password with a space at its edge in words of its own`(password: String) async throws {
        let browser = Browser(try House().service())
        let names = [("given_name", "楓"), ("family_name", "Mori"), ("email", House.email)]
        let page = try await post(browser, "/register", names + [("password", password)])
        #expect(page.status == .unprocessableContent && page.text.contains("space"))
        let body = #"{"email":"\#(House.email)","password":"\#(password)","given_name":"K","family_name":"M"}"#
        let answer = try await browser.write(.post, "/api/auth/sign-up", body)
        let problem = try answer.json["detail"]?[0]
        #expect(answer.status == .unprocessableContent && problem?["msg"]?.stringValue == "Value error, use no space at the beginning or the end")
    }

    @Test func `tell who did not confirm to do so, and know the address then`() async throws {
        let house = try House()
        let browser = Browser(try house.service())
        _ = try house.pool.signUp(
            name: House.email, password: House.password, attributes: [House.name("given_name"), House.name("family_name")], client: "web-client-local")
        let response = try await post(browser, "/login", [("email", House.email), ("password", House.password)])
        #expect(response.status == 303 && response[.location] == "/confirm?notice=not-confirmed")
        let page = try await browser.get("/confirm?notice=not-confirmed", site: "same-origin")
        #expect(page.text.contains(House.email))
    }

    @Test func `refuse a form of another page in words, and keep what was typed`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        let response = try await post(browser, "/login", [("email", House.email), ("password", House.password)], token: "none")
        #expect(response.status == .forbidden && response.text.contains(House.email) && browser.session == nil)
    }

    @Test(arguments: [
        ("/words?a=b", "/words?a=b"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/"), ("words", "/"), ("/a b", "/"),
        ("/\t/evil.example", "/"), ("", "/"), ("/ä", "/"), ("/" + String(repeating: "a", count: 2_048), "/"),
    ])
    func `lead nowhere but to paths of this host`(asked: String, goes: String) { #expect(TargetPath(asked).text == goes) }

    @Test func `ask a browser that comes from another site to come once more, with its strict cookies`() async throws {
        let response = try await Browser(try House().service()).get("/login?next=/words", site: "cross-site")
        #expect(response.status == .ok && response.fields["Refresh"] == "0; url=/login?next=/words")
    }

    @Test func `sign out by a link of ours, and not for a picture`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        _ = try await browser.send(.get, "/logout", ["Sec-Fetch-Site": "same-site", "Sec-Fetch-Dest": "image"], nil)
        #expect(browser.session != nil)
        let response = try await browser.get("/logout", site: "same-origin")
        #expect(browser.session == nil)
        let leads = response.fields["Refresh"] ?? ""
        #expect(leads.hasPrefix("0; url=http://pool.test/logout?client_id=web-client-local&logout_uri=https%3A%2F%2Flang-portal.app-dw.net%2Flogout"))
    }

    @Test func `slow down who guesses, and not the browser that was signed in before`() async throws {
        let house = try House()
        try house.learner()
        let service = try house.service()
        let owner = Browser(service)
        try await owner.signIn()
        var statuses: [Status] = []
        for number in 1...12 { statuses.append(try await Browser(service, peer: "198.51.100.\(number)").signIn(House.email, "Guess-2026!").status) }
        #expect(statuses.prefix(4).allSatisfy { $0 == .unauthorized } && statuses.suffix(8).allSatisfy { $0 == .tooManyRequests })
        let back = try await owner.signIn()
        #expect(back.status == .ok)
        let page = try await post(Browser(service), "/login", [("email", House.email), ("password", House.password)])
        #expect(page.status == .tooManyRequests && page[.retryAfter] != nil)
    }

    @Test func `refuse attempts that cannot be counted`() async throws {
        let house = try House()
        try house.learner()
        let response = try await Browser(try house.service(rateLimits: NoStore())).signIn()
        let type = try response.json["type"]?.stringValue
        #expect(response.status == .serviceUnavailable && type == "sign-in-unavailable")
    }
}

private struct NoStore: RateLimitStore {
    struct Away: Error {}
    func take(_ cost: Int, of limit: RateLimit, for key: String) async throws -> RateLimitDecision { throw Away() }
}
