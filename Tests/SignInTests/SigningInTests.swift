import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import local_cloud

@Suite(.timeLimit(.minutes(5))) struct `Signing in with a password` {
    @Test func `gives a page the access token and the browser a sealed session`() async throws {
        let house = try House()
        let user = try house.learner()
        let browser = Browser(try house.service())
        let response = try await browser.signIn()
        let state = try response.json
        #expect(response.status == .ok && state["signed_in"]?.boolValue == true && state["user"]?["id"]?.stringValue == user.sub)
        #expect(state["user"]?["given_name"]?.stringValue == "楓")
        #expect(state["access_token"]?.stringValue?.split(separator: ".").count == 3)
        #expect(state["access_token_expires_at"]?.stringValue == "2026-02-08T18:20:23Z" && state["expires_at"]?.stringValue == "2026-02-09T17:20:23Z")
        #expect(response[.cacheControl]?.contains("no-store") == true)
        let cookie = try #require(browser.setCookies.first { $0.hasPrefix("__Secure-session=") })
        for part in ["; Domain=.app-dw.net", "; Path=/", "; Max-Age=3600", "; Secure", "; HttpOnly", "; SameSite=Strict"] { #expect(cookie.contains(part)) }
    }

    @Test func `keeps the refresh token from everybody but the sealed cookie`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        let response = try await browser.signIn()
        #expect(!response.text.contains("refresh"))
        #expect(browser.session?.contains(".") == false)
    }

    @Test func `sends no cookie to scripts`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        #expect(browser.setCookies.count >= 3 && browser.setCookies.allSatisfy { $0.contains("; HttpOnly") && $0.contains("; Secure") })
    }

    @Test(arguments: [(House.email, "Wrong-2026!"), ("nobody@example.com", House.password)])
    func `tells nobody whether an account exists`(email: String, password: String) async throws {
        let house = try House()
        try house.learner()
        let response = try await Browser(try house.service()).signIn(email, password)
        let answer = try response.json
        #expect(response.status == .unauthorized && answer["type"]?.stringValue == "wrong-password")
        #expect(answer["detail"]?.stringValue == "The e-mail address or the password is not right; check both and try again.")
    }

    @Test func `asks who has not confirmed the address to do so`() async throws {
        let house = try House()
        let names = [House.name("given_name"), House.name("family_name")]
        _ = try house.pool.signUp(name: House.email, password: House.password, attributes: names, client: "web-client-local")
        let response = try await Browser(try house.service()).signIn()
        let type = try response.json["type"]?.stringValue
        #expect(response.status == .forbidden && type == "account-not-confirmed")
    }

    @Test func `says when the pool is away, and changes nothing`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        let token = try await browser.csrfToken()
        house.cloud.isAway.withLock { $0 = true }
        let response = try await browser.write(.post, "/api/auth/sign-in", #"{"email":"\#(House.email)","password":"x"}"#, token: token)
        let type = try response.json["type"]?.stringValue
        #expect(response.status == .serviceUnavailable && type == "sign-in-unavailable" && browser.session == nil)
    }

    @Test func `leaves the session behind that was there before`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        let first = browser.cookies
        try await browser.signIn()
        let old = Browser(try house.service(), cookies: first)
        let state = try await old.get("/api/auth/session")
        let isSignedIn = try state.json["signed_in"]?.boolValue
        #expect(isSignedIn == false)
    }

    @Test func `writes down what happened without an address`() async throws {
        let house = try House()
        let user = try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn(House.email, "Wrong-2026!")
        try await browser.signIn()
        #expect(house.audit.contains { $0.contains(#""security_event":"sign-in-refused""#) && $0.contains(#""reason":"wrong-password""#) })
        #expect(house.audit.contains { $0.contains(#""security_event":"signed-in""#) })
        #expect(!house.log.lines.contains { $0.contains(House.email) || $0.contains(House.password) || $0.contains("Wrong-2026!") })
        #expect(!house.audit.contains { $0.contains(user.sub) })
    }
}
