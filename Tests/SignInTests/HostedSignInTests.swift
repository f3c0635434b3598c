import Encoding
import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import SignIn
@testable import local_cloud

@Suite(.timeLimit(.minutes(5))) struct `Who signed in on the hosted pages` {
    private func signedIn(_ house: House) async throws -> Browser {
        try house.learner()
        let browser = Browser(try house.service())
        let response = try await browser.get(try await house.hostedReturn(of: browser), site: "same-site")
        #expect(response.status == .ok && response.fields["Refresh"] == "0; url=/words")
        return browser
    }

    @Test func `can change the password`() async throws {
        let browser = try await signedIn(try House())
        let response = try await browser.write(
            .post, "/api/auth/change-password", #"{"old_password":"\#(House.password)","new_password":"Momiji-2027!"}"#)
        #expect(response.status == .noContent)
    }

    @Test func `can sign out everywhere`() async throws {
        let house = try House()
        let browser = try await signedIn(house)
        let response = try await browser.write(.post, "/api/auth/sign-out-everywhere")
        #expect(response.status == .noContent && browser.session == nil)
        #expect(house.pool.state.withLock { $0.user(named: House.email)?.sessions.allSatisfy(\.isRevoked) } == true)
    }

    @Test(arguments: [
        ("Access Token does not have required scopes", Status.serviceUnavailable, true), ("Access Token has been revoked", .unauthorized, false),
        ("Incorrect username or password.", .unauthorized, true),
    ])
    func `is not told of a wrong password where the token was refused`(message: String, status: Status, staysSignedIn: Bool) async throws {
        let house = try House()
        let browser = try await signedIn(house)
        house.cloud.refuse("ChangePassword", "NotAuthorizedException", message)
        let response = try await browser.write(
            .post, "/api/auth/change-password", #"{"old_password":"\#(House.password)","new_password":"Momiji-2027!"}"#)
        let type = try response.json["type"]?.stringValue
        #expect(response.status == status && (type == "wrong-password") == message.hasPrefix("Incorrect"))
        #expect((browser.session != nil) == staysSignedIn)
    }

    @Test func `may have begun in two tabs, and finishes in both`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        let first = try await house.hostedReturn(of: browser, next: "/words"), second = try await house.hostedReturn(of: browser, next: "/groups")
        let finished = try await browser.get(first, site: "same-site"), other = try await browser.get(second, site: "same-site")
        #expect(finished.fields["Refresh"] == "0; url=/words" && other.fields["Refresh"] == "0; url=/groups")
        let again = try await browser.get(second, site: "same-site")
        #expect(again.status == 303 && again[.location] == "/")
        let stranger = try await Browser(try house.service()).get(second, site: "same-site")
        #expect(stranger.status == .badRequest)
    }

    @Test func `may have begun often, with long targets: the cookie fits, and the newest counts`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service()), long = "/" + String(repeating: "%22", count: 340)
        var returns: [String] = []
        for _ in 0..<6 {
            returns.append(try await house.hostedReturn(of: browser, next: PercentEncoding.encode(long)))
            #expect((browser.cookies["__Host-transaction"]?.utf8.count ?? 9_999) < 4_000)
        }
        let refused = try await browser.get(returns[0], site: "same-site")
        #expect(refused.status == .badRequest)
        let newest = try await browser.get(returns[5], site: "same-site")
        #expect(newest.fields["Refresh"] == "0; url=\(long)")
    }

    @Test func `is told by the session's answer where to go on`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        let query = try QueryString(parsing: Array(try await house.hostedReturn(of: browser).drop { $0 != "?" }.dropFirst().utf8).span)
        let (code, state) = (query.last("code") ?? "", query.last("state") ?? "")
        let answer = try await browser.write(.post, "/api/auth/session", #"{"code":"\#(code)","state":"\#(state)"}"#).json
        #expect(answer["signed_in"]?.boolValue == true && answer["next"]?.stringValue == "/words")
        let later = try await browser.get("/api/auth/session", site: "same-origin").json
        #expect(later["next"] == nil)
    }

    @Test func `and who signed in with a password are given the token that came along`() async throws {
        let house = try House()
        let browser = try await signedIn(house)
        _ = try await browser.write(.post, "/api/auth/refresh")
        #expect(house.cloud.calls.withLock { !$0.contains("InitiateAuth") })
        try await browser.signIn()
        #expect(house.cloud.calls.withLock { $0.count { $0 == "InitiateAuth" } } == 1)
    }
}
