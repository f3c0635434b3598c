import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import SignIn
@testable import local_cloud

@Suite(.timeLimit(.minutes(5))) struct `The life of a session` {
    private func isSignedIn(_ browser: Browser) async throws -> Bool {
        try await browser.get("/api/auth/session", site: "same-origin").json["signed_in"]?.boolValue == true
    }

    @Test func `is shared by another task and another app, and survives a restart`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        let vocab = "https://vocab.app-dw.net"
        let elsewhere = Browser(try house.service(vocab), origin: vocab, cookies: ["__Secure-session": browser.session ?? ""])
        #expect(try await isSignedIn(elsewhere))
        #expect(elsewhere.cookies["__Host-seat"] != nil)
    }

    @Test func `ends after an hour without a sign of life, and not with one`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        for _ in 0..<3 {
            house.clock.advance(by: .seconds(3_599))
            #expect(try await isSignedIn(browser))
        }
        house.clock.advance(by: .seconds(3_600))
        let response = try await browser.write(.post, "/api/auth/refresh", token: "x")
        let type = try response.json["type"]?.stringValue
        #expect(response.status == .unauthorized && type == "session-over" && browser.session == nil)
    }

    @Test func `ends after an hour though a page asks by itself all the time, also where it takes a seat`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        for _ in 0..<59 {
            house.clock.advance(by: .seconds(60))
            browser.cookies["__Host-seat"] = nil
            let response = try await browser.get("/api/auth/session", site: "same-origin", ["X-Watch": "1"])
            #expect(try response.json["signed_in"]?.boolValue == true && browser.cookies["__Host-seat"] != nil)
        }
        let place = try await browser.get("/api/auth/sessions", site: "same-origin", ["X-Watch": "1"]).json["items"]?.arrayValue?.first
        #expect(place?["seen_at"] != nil && place?["seen_at"]?.stringValue == place?["began_at"]?.stringValue)
        house.clock.advance(by: .seconds(60))
        #expect(try await !isSignedIn(browser))
    }

    @Test func `ends after a day, however much it is used`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        for _ in 0..<47 {
            house.clock.advance(by: .seconds(1_800))
            #expect(try await isSignedIn(browser))
        }
        house.clock.advance(by: .seconds(1_800))
        #expect(try await !isSignedIn(browser))
    }

    @Test func `opens under a key that was rotated, and not under one that is gone`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        let new = Secret([UInt8](repeating: 8, count: 32))
        #expect(try await isSignedIn(Browser(try house.service(keys: [new] + house.keys), cookies: browser.cookies)))
        #expect(try await !isSignedIn(Browser(try house.service(keys: [new]), cookies: browser.cookies)))
    }

    @Test func `gives new access tokens five minutes ahead, one refresh for all who ask`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        let token = { try await browser.write(.post, "/api/auth/refresh").json["access_token"]?.stringValue }
        let first = try await token()
        house.clock.advance(by: .seconds(3_000))
        let same = try await token()
        #expect(first != nil && first == same)
        house.clock.advance(by: .seconds(301))
        let renewed = try await token()
        #expect(renewed != nil && renewed != first)
    }

    @Test func `ends with the sign-out, here and at the pool`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        let kept = browser.cookies
        let response = try await browser.write(.post, "/api/auth/sign-out")
        #expect(response.status == .noContent && browser.session == nil)
        let replayed = Browser(try house.service(), cookies: kept)
        #expect(try await !isSignedIn(replayed))
        #expect(house.pool.state.withLock { $0.user(named: House.email)?.sessions.allSatisfy(\.isRevoked) } == true)
    }

    @Test func `is ended elsewhere within half a minute`() async throws {
        let house = try House()
        try house.learner()
        let (desk, phone) = (Browser(try house.service()), Browser(try house.service()))
        try await desk.signIn()
        try await phone.signIn()
        #expect(try await isSignedIn(phone))
        let items = try await desk.get("/api/auth/sessions", site: "same-origin").json["items"]?.arrayValue ?? []
        #expect(items.count == 2 && items.filter { $0["current"]?.boolValue == true }.count == 1)
        #expect(items.allSatisfy { $0["device"]?.stringValue == "Firefox on Linux" })
        let other = items.first { $0["current"]?.boolValue == false }?["id"]?.stringValue ?? ""
        let ended = try await desk.write(.delete, "/api/auth/sessions/\(other)")
        #expect(ended.status == .noContent)
        house.clock.advance(by: .seconds(30))
        #expect(try await !isSignedIn(phone))
        #expect(try await isSignedIn(desk))
    }

    @Test func `of somebody else cannot be ended`() async throws {
        let house = try House()
        try house.learner()
        try house.learner("other@example.com")
        let (mine, theirs) = (Browser(try house.service()), Browser(try house.service()))
        try await mine.signIn()
        try await theirs.signIn("other@example.com")
        let items = try await theirs.get("/api/auth/sessions", site: "same-origin").json["items"]?.arrayValue ?? []
        let id = items.first?["id"]?.stringValue ?? ""
        let refused = try await mine.write(.delete, "/api/auth/sessions/\(id)")
        #expect(refused.status == .notFound)
        #expect(try await isSignedIn(theirs))
    }

    @Test func `ends everywhere at once when the learner wants it`() async throws {
        let house = try House()
        try house.learner()
        let (desk, phone) = (Browser(try house.service()), Browser(try house.service()))
        try await desk.signIn()
        try await phone.signIn()
        let response = try await desk.write(.post, "/api/auth/sign-out-everywhere")
        #expect(response.status == .noContent)
        house.clock.advance(by: .seconds(30))
        #expect(try await !isSignedIn(phone))
        #expect(try await !isSignedIn(desk))
    }

    @Test func `ends when the pool has revoked it`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        let token = try await browser.signIn().json["access_token"]?.stringValue ?? ""
        try house.pool.globalSignOut(accessToken: token)
        house.clock.advance(by: .seconds(3_301))
        let response = try await browser.write(.post, "/api/auth/refresh")
        #expect(response.status == .unauthorized && browser.session == nil)
    }

    @Test func `goes on here and ends elsewhere when the password is changed`() async throws {
        let house = try House()
        try house.learner()
        let (desk, phone) = (Browser(try house.service()), Browser(try house.service()))
        try await desk.signIn()
        try await phone.signIn()
        let weak = try await desk.write(.post, "/api/auth/change-password", #"{"old_password":"\#(House.password)","new_password":"weak"}"#)
        let rules = try weak.json["detail"]?.arrayValue?.compactMap { $0["ctx"]?["rule"]?.stringValue } ?? []
        #expect(weak.status == .unprocessableContent && rules == ["length", "uppercase", "number", "symbol"])
        let changed = try await desk.write(.post, "/api/auth/change-password", #"{"old_password":"\#(House.password)","new_password":"Momiji-2027!"}"#)
        #expect(changed.status == .noContent)
        house.clock.advance(by: .seconds(30))
        #expect(try await isSignedIn(desk))
        #expect(try await !isSignedIn(phone))
        let again = try await Browser(try house.service()).signIn(House.email, "Momiji-2027!")
        #expect(again.status == .ok)
    }
}
