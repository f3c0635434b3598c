import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import SignIn

@Suite(.timeLimit(.minutes(5))) struct `A write in somebody's name` {
    /// Every route that changes something with cookies alone, and a body it would accept.
    static let writes: [(method: HTTPCore.Method, target: String, json: String?)] = [
        (.post, "/api/auth/sign-in", #"{"email":"kaede@example.com","password":"Kaede-2026!"}"#),
        (.post, "/api/auth/sign-up", #"{"email":"new@example.com","password":"Kaede-2026!","given_name":"K","family_name":"M"}"#),
        (.post, "/api/auth/confirm", #"{"email":"kaede@example.com","code":"123456"}"#), (.post, "/api/auth/resend", #"{"email":"kaede@example.com"}"#),
        (.post, "/api/auth/forgot", #"{"email":"kaede@example.com"}"#),
        (.post, "/api/auth/confirm-forgot", #"{"email":"kaede@example.com","code":"123456","new_password":"Kaede-2027!"}"#),
        (.post, "/api/auth/session", #"{"code":"c","state":"s"}"#), (.post, "/api/auth/refresh", nil),
        (.post, "/api/auth/change-password", #"{"old_password":"Kaede-2026!","new_password":"Kaede-2027!"}"#), (.post, "/api/auth/sign-out", nil),
        (.post, "/api/auth/sign-out-everywhere", nil), (.delete, "/api/auth/sessions/0123", nil), (.post, "/words", nil),
    ]

    private func signedIn(_ house: House) async throws -> Browser {
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        return browser
    }

    @Test(arguments: writes.indices)
    func `is refused without a token`(index: Int) async throws {
        let browser = try await signedIn(try House()), write = Self.writes[index]
        let response = try await browser.send(write.method, write.target, ["Origin": House.origin, "Sec-Fetch-Site": "same-origin"], write.json)
        let type = try response.json["type"]?.stringValue
        #expect(response.status == .forbidden && type == "csrf-refused")
    }

    static let foreignOrigins = [
        "https://evil.example", "https://evil.app-dw.net", "https://lang-portal.app-dw.net.evil.example", "null", "http://lang-portal.app-dw.net",
    ]

    @Test(arguments: writes.indices, foreignOrigins)
    func `is refused from another origin, with a good token too`(index: Int, origin: String) async throws {
        let browser = try await signedIn(try House()), write = Self.writes[index]
        let token = try await browser.csrfToken()
        let response = try await browser.send(write.method, write.target, ["Origin": origin, "X-CSRF-Token": token], write.json)
        #expect(response.status == .forbidden)
    }

    @Test(arguments: ["cross-site", "same-site", "none"])
    func `is refused when the browser says it comes from elsewhere`(site: String) async throws {
        let browser = try await signedIn(try House())
        let token = try await browser.csrfToken()
        let response = try await browser.send(.post, "/words", ["Sec-Fetch-Site": site, "X-CSRF-Token": token], nil)
        #expect(response.status == .forbidden)
    }

    @Test func `is refused with the token of another session, of another visitor, or an old one`() async throws {
        let house = try House()
        let browser = try await signedIn(house)
        let own = try await browser.csrfToken()
        let stranger = try await Browser(try house.service()).csrfToken()
        #expect(try await browser.write(.post, "/words", token: stranger).status == .forbidden)
        #expect(try await browser.write(.post, "/words", token: own + "A").status == .forbidden)
        #expect(try await browser.write(.post, "/words", token: own).status == .ok)
        try house.learner("other@example.com")
        let other = Browser(try house.service())
        try await other.signIn("other@example.com")
        let others = try await other.csrfToken()
        #expect(try await browser.write(.post, "/words", token: others).status == .forbidden)
    }

    @Test func `cannot sign a visitor in as somebody else with the attacker's own token`() async throws {
        let house = try House()
        try house.learner()
        let attackers = try await Browser(try house.service()).csrfToken()
        let victim = Browser(try house.service())
        _ = try await victim.csrfToken()
        let response = try await victim.write(.post, "/api/auth/sign-in", #"{"email":"\#(House.email)","password":"\#(House.password)"}"#, token: attackers)
        #expect(response.status == .forbidden && victim.session == nil)
    }

    @Test func `is written down`() async throws {
        let house = try House()
        let browser = try await signedIn(house)
        _ = try await browser.send(.post, "/words", ["Origin": "https://evil.example"], nil)
        #expect(house.audit.contains { $0.contains(#""security_event":"forgery-refused""#) })
    }
}

@Suite(.timeLimit(.minutes(5))) struct `A form in somebody's name` {
    /// Every form of a page, with fields it would accept.
    static let forms: [(target: String, fields: [(String, String)])] = [
        ("/login", [("email", House.email), ("password", House.password)]),
        ("/register", [("email", "new@example.com"), ("password", House.password), ("given_name", "K"), ("family_name", "M")]),
        ("/confirm", [("email", House.email), ("code", "123456")]), ("/forgot-password", [("email", House.email)]),
        ("/reset-password", [("email", House.email), ("code", "123456"), ("new_password", "Kaede-2027!")]), ("/logout", []),
        ("/profile/password", [("old_password", House.password), ("new_password", "Kaede-2027!")]), ("/profile/sessions/end", [("session", "0123")]),
        ("/profile/sign-out-everywhere", []), ("/profile/export", []), ("/profile/delete", [("confirmation", House.email)]),
    ]

    /// Whose cookie the browser has.
    enum Visitor: CaseIterable { case nobody, learner, planted, over, unknown }

    private func browser(of visitor: Visitor, _ house: House) async throws -> Browser {
        try house.learner()
        let registry = BrokenRegistry(house.registry)
        let browser = Browser(try house.service(registry: registry))
        if visitor == .nobody { return browser }
        try await browser.signIn()
        switch visitor {
        case .planted:
            try house.learner("attacker@example.com")
            let attacker = Browser(try house.service())
            try await attacker.signIn("attacker@example.com")
            browser.cookies["__Secure-session"] = attacker.session
        case .over: house.clock.advance(by: .seconds(3_600))
        case .unknown:
            house.clock.advance(by: RememberedSessions.memory)
            registry.failing.withLock { $0 = ["isOpen"] }
        case .nobody, .learner: break
        }
        return browser
    }

    @Test(arguments: forms.indices, Visitor.allCases)
    func `is refused without a token, whoever looks at the page`(index: Int, visitor: Visitor) async throws {
        let house = try House(), form = Self.forms[index]
        let browser = try await browser(of: visitor, house)
        let calls = house.cloud.calls.withLock { $0.count }
        let response = try await browser.submit(form.target, form.fields, token: "none")
        if form.target.hasPrefix("/profile"), visitor != .learner {
            let notice = visitor == .planted || visitor == .over ? "&notice=session-over" : ""
            #expect(response.status == 303 && response[.location] == "/login?next=%2Fprofile\(notice)")
        } else {
            #expect(response.status == .forbidden && response.text.contains("send it once more"))
        }
        #expect(!browser.setCookies.contains { $0.hasPrefix("__Secure-session=") && !$0.contains("Max-Age=0") })
        #expect(house.cloud.calls.withLock { $0.count } == calls && house.rights.asked.withLock { $0.isEmpty })
    }

    @Test func `passes with the page's token for who had a session that is over`() async throws {
        let house = try House()
        let browser = try await browser(of: .over, house), over = browser.session
        let token = try await browser.hiddenToken("/login")
        browser.cookies["__Secure-session"] = over
        let response = try await browser.submit("/login", [("email", House.email), ("password", House.password)], token: token)
        #expect(response.status == 303 && browser.session != nil)
    }
}

@Suite(.timeLimit(.minutes(5))) struct `A cookie that somebody else planted` {
    /// A learner and an attacker, each signed in by a browser of their own.
    private func houseOfTwo() async throws -> (House, victim: Browser, attacker: Browser) {
        let house = try House()
        try house.learner()
        try house.learner("attacker@example.com")
        let (victim, attacker) = (Browser(try house.service()), Browser(try house.service()))
        try await victim.signIn()
        try await attacker.signIn("attacker@example.com")
        return (house, victim, attacker)
    }

    @Test func `of nonsense does not keep the learner's own from working`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        let own = browser.session ?? ""
        let cookie = "__Secure-session=nonsense; __Secure-session=\(own); __Host-seat=\(browser.cookies["__Host-seat"] ?? "")"
        let state = try await Browser(try house.service()).send(.get, "/api/auth/session", ["Cookie": cookie], nil).json
        #expect(state["signed_in"]?.boolValue == true)
    }

    @Test(arguments: [true, false])
    func `with a good session of the attacker does not make the learner somebody else`(besideOwn: Bool) async throws {
        let (house, victim, attacker) = try await houseOfTwo()
        let planted = attacker.session ?? ""
        let own = besideOwn ? "; __Secure-session=\(victim.session ?? "")" : ""
        let cookie = "__Secure-session=\(planted)\(own); __Host-seat=\(victim.cookies["__Host-seat"] ?? "")"
        let state = try await Browser(try house.service()).send(.get, "/api/auth/session", ["Cookie": cookie], nil).json
        #expect(state["user"]?["email"]?.stringValue == (besideOwn ? House.email : nil))
        #expect(house.audit.contains { $0.contains(#""security_event":"session-planted""#) })
    }

    @Test func `beside the learner's own is nobody's where nobody has a seat`() async throws {
        let (house, victim, attacker) = try await houseOfTwo()
        let cookie = "__Secure-session=\(victim.session ?? ""); __Secure-session=\(attacker.session ?? "")"
        let state = try await Browser(try house.service()).send(.get, "/api/auth/session", ["Cookie": cookie], nil).json
        #expect(state["signed_in"]?.boolValue == false)
    }

    /// As many cookies as a head of 16 KiB has room for beside one's own; more are refused before anybody reads them.
    private func crowd(_ planted: String, before own: String, _ seat: String) -> String {
        let pair = "__Secure-session=\(planted); ", end = "__Secure-session=\(own); __Host-seat=\(seat)"
        return String(repeating: pair, count: (16_000 - end.utf8.count) / pair.utf8.count) + end
    }

    @Test(arguments: ["x", String(repeating: "x", count: 160), "altered", "attacker"])
    func `before the learner's own, as often as a request has room for, does not keep it from being found`(planted: String) async throws {
        let (house, victim, attacker) = try await houseOfTwo()
        let own = victim.session ?? ""
        let values = ["altered": String(own.reversed()), "attacker": attacker.session ?? ""]
        let cookie = crowd(values[planted] ?? planted, before: own, victim.cookies["__Host-seat"] ?? "")
        let state = try await Browser(try house.service()).send(.get, "/api/auth/session", ["Cookie": cookie], nil).json
        #expect(state["user"]?["email"]?.stringValue == House.email)
    }

    @Test func `does not keep anybody from signing in anew`() async throws {
        let house = try House()
        try house.learner()
        try house.learner("attacker@example.com")
        let (victim, attacker) = (Browser(try house.service()), Browser(try house.service()))
        try await attacker.signIn("attacker@example.com")
        victim.cookies["__Secure-session"] = String(repeating: "\(attacker.session ?? ""); __Secure-session=", count: 9)
        try await victim.signIn()
        let cookie = crowd(attacker.session ?? "", before: victim.session ?? "", victim.cookies["__Host-seat"] ?? "")
        let state = try await Browser(try house.service()).send(.get, "/api/auth/session", ["Cookie": cookie], nil).json
        #expect(state["user"]?["email"]?.stringValue == House.email)
    }

    @Test func `for another purpose is no session`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        for name in ["__Host-seat", "__Host-device"] {
            let state = try await Browser(try house.service(), cookies: ["__Secure-session": browser.cookies[name] ?? ""]).get("/api/auth/session").json
            #expect(state["signed_in"]?.boolValue == false)
        }
    }

    @Test func `before the sign-in does not survive it (session fixation)`() async throws {
        let house = try House()
        try house.learner()
        try house.learner("attacker@example.com")
        let attacker = Browser(try house.service())
        try await attacker.signIn("attacker@example.com")
        let victim = Browser(try house.service(), cookies: ["__Secure-session": attacker.session ?? ""])
        try await victim.signIn()
        #expect(victim.session != attacker.session)
        let state = try await victim.get("/api/auth/session", site: "same-origin").json
        #expect(state["user"]?["email"]?.stringValue == House.email)
    }
}
