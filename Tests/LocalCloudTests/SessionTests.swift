import JSON
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct SessionTests {
    @Test func `a refresh token brings new tokens and stays the same`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        let first = try fixture.signIn()
        fixture.clock.advance(by: .seconds(3000))
        let second = try fixture.refresh(first)
        #expect(second.refreshToken == nil && second.accessToken != first.accessToken)
        let claims = try (Claims(first.accessToken), Claims(second.accessToken))
        #expect(claims.0["auth_time"] == claims.1["auth_time"] && claims.0["origin_jti"] == claims.1["origin_jti"])
        #expect(claims.0["jti"] != claims.1["jti"] && claims.0["event_id"] != claims.1["event_id"])
        #expect(claims.1["exp"]?.intValue == claims.0["exp"]?.intValue.map { $0 + 3000 })
    }

    @Test func `a refresh token is good for 30 days`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        let tokens = try fixture.signIn()
        fixture.clock.advance(by: .seconds(30 * 86_400 - 1))
        _ = try fixture.refresh(tokens)
        fixture.clock.advance(by: .seconds(1))
        #expect(throws: CognitoError.notAuthorized(.expiredRefreshToken)) { try fixture.refresh(tokens) }
    }

    @Test func `a refresh token nobody issued is invalid`() throws {
        let fixture = try PoolFixture()
        #expect(throws: CognitoError.notAuthorized(.invalidRefreshToken)) { try fixture.pool.refresh(token: "x", client: PoolFixture.client) }
    }

    @Test func `a revoked session ends, others go on`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        let (one, two) = (try fixture.signIn(), try fixture.signIn())
        try fixture.pool.revoke(token: try #require(one.refreshToken), client: PoolFixture.client)
        #expect(throws: CognitoError.notAuthorized(.revokedRefreshToken)) { try fixture.refresh(one) }
        #expect(throws: CognitoError.notAuthorized(.revokedAccessToken)) { try fixture.pool.user(accessToken: one.accessToken) }
        _ = try fixture.refresh(two)
        #expect(try fixture.pool.user(accessToken: two.accessToken).email.text == "kaede@example.com")
    }

    @Test func `signing out everywhere ends every session of this learner alone`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        try fixture.learner("momiji@example.com")
        let (one, two, other) = (try fixture.signIn(), try fixture.signIn(), try fixture.signIn("momiji@example.com"))
        try fixture.pool.globalSignOut(accessToken: one.accessToken)
        for tokens in [one, two] { #expect(throws: CognitoError.notAuthorized(.revokedRefreshToken)) { try fixture.refresh(tokens) } }
        #expect(throws: CognitoError.notAuthorized(.revokedAccessToken)) { try fixture.pool.globalSignOut(accessToken: two.accessToken) }
        _ = try fixture.refresh(other)
        _ = try fixture.signIn()
    }

    @Test func `revoking says nothing about unknown tokens and refuses other kinds`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        try fixture.pool.revoke(token: "unknown", client: PoolFixture.client)
        let tokens = try fixture.signIn()
        for token in [tokens.accessToken, try #require(tokens.idToken)] {
            #expect(throws: CognitoError.unsupportedTokenType) { try fixture.pool.revoke(token: token, client: PoolFixture.client) }
        }
    }

    @Test func `the oldest of too many sessions makes room`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        let first = try fixture.signIn(), second = try fixture.signIn()
        for _ in 2...User.maximumSessions { _ = try fixture.signIn() }
        #expect(throws: CognitoError.notAuthorized(.invalidRefreshToken)) { try fixture.refresh(first) }
        _ = try fixture.refresh(second)
        #expect(fixture.pool.user(named: "kaede@example.com")?.sessions.count == User.maximumSessions)
    }

    @Test func `sessions survive a restart, revoked ones stay revoked`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        let (one, two) = (try fixture.signIn(), try fixture.signIn())
        try fixture.pool.revoke(token: try #require(one.refreshToken), client: PoolFixture.client)
        let restarted = try PoolFixture(store: fixture.store)
        _ = try restarted.refresh(two)
        #expect(throws: CognitoError.notAuthorized(.revokedRefreshToken)) { try restarted.refresh(one) }
        #expect(try restarted.pool.user(accessToken: two.accessToken).isConfirmed)
    }

    @Test func `the store holds no refresh token, code or password in clear`() throws {
        let fixture = try PoolFixture()
        try fixture.signUp("momiji@example.com")
        try fixture.learner()
        let token = try #require(try fixture.signIn().refreshToken), code = try fixture.newestCode("momiji@example.com")
        let text = fixture.store.users().map { String(reflecting: $0) }.joined()
        #expect(!text.contains(token) && !text.contains("\"\(code)\"") && !text.contains(PoolFixture.password))
    }
}
