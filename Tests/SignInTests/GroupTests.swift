import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import SignIn
@testable import local_cloud

@Suite(.timeLimit(.minutes(5))) struct `The groups of a learner` {
    /// A learner in two groups, and what their tokens name.
    private func house() throws -> House {
        let house = try House()
        try house.learner()
        for (name, precedence) in [("readers", 2), ("teachers", 1)] {
            _ = try house.pool.createGroup(name, details: nil, precedence: precedence, pool: house.pool.configuration.poolID)
            try house.pool.add(House.email, to: name, pool: house.pool.configuration.poolID)
        }
        return house
    }

    private func groups(_ response: TestResponse) throws -> [String]? { try response.json["user"]?["groups"]?.arrayValue?.compactMap(\.stringValue) }

    @Test func `are told with who is signed in, by every route and every task`() async throws {
        let house = try house(), browser = Browser(try house.service())
        let expected = ["teachers", "readers"]
        #expect(try await groups(browser.signIn()) == expected)
        #expect(try await groups(browser.write(.post, "/api/auth/refresh")) == expected)
        #expect(try await groups(browser.get("/api/auth/session")) == expected)
        let response = try await Browser(try house.service(), cookies: browser.cookies).get("/api/auth/session")
        let token = try response.json["access_token"]
        #expect(try groups(response) == expected && token == nil)
    }

    @Test func `are none for who is in none`() async throws {
        let house = try house(), browser = Browser(try house.service())
        try house.learner("other@example.com")
        #expect(try await groups(browser.signIn("other@example.com")) == [])
    }

    @Test func `change with the next access token`() async throws {
        let house = try house(), browser = Browser(try house.service())
        try await browser.signIn()
        try house.pool.remove(House.email, from: "teachers", pool: house.pool.configuration.poolID)
        #expect(try await groups(browser.get("/api/auth/session")) == ["teachers", "readers"])
        house.clock.advance(by: .seconds(3_301))
        #expect(try await groups(browser.get("/api/auth/session")) == ["readers"])
    }

    @Test func `are left out while the pool is away, and who is signed in is told all the same`() async throws {
        let house = try house(), browser = Browser(try house.service())
        try await browser.signIn()
        house.cloud.isAway.withLock { $0 = true }
        let response = try await Browser(try house.service(), cookies: browser.cookies).get("/api/auth/session")
        let state = try response.json
        #expect(state["signed_in"]?.boolValue == true && state["user"]?["email"]?.stringValue == House.email)
        #expect(state["user"]?["groups"] == nil)
    }

    @Test func `that come too late are told the next time, and not asked for twice`() async throws {
        let house = try house(), browser = Browser(try house.service())
        try await browser.signIn()
        let elsewhere = Browser(try house.service(), cookies: browser.cookies)
        let calls = { house.cloud.calls.withLock { $0.count { $0 == "InitiateAuth" } } }, before = calls()
        house.cloud.isHeld.withLock { $0 = true }
        #expect(try await groups(elsewhere.get("/api/auth/session")) == nil)
        house.cloud.isHeld.withLock { $0 = false }
        try await eventually { try await groups(elsewhere.get("/api/auth/session")) == ["teachers", "readers"] }
        #expect(calls() == before + 1)
    }

    @Test func `of a session that the pool has ended are nobody's`() async throws {
        let house = try house(), browser = Browser(try house.service())
        try await browser.signIn()
        try house.pool.adminSignOut(name: House.email, pool: house.pool.configuration.poolID)
        let elsewhere = Browser(try house.service(), cookies: browser.cookies)
        let state = try await elsewhere.get("/api/auth/session").json
        #expect(state["signed_in"]?.boolValue == false && elsewhere.session == nil)
    }
}
