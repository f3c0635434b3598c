import Cognito
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A sign-out` {
    private let fixture: VerifierFixture

    init() throws { fixture = try VerifierFixture() }

    private func token(_ changes: [String: String?] = [:]) throws -> String { try UserPool.token(changing: changes) }

    @Test func `ends the tokens of its sign-in at once, those not seen yet too`() async throws {
        let (seen, unseen) = (try token(), try token(["jti": #""token-2""#]))
        let other = try token(["origin_jti": #""origin-2""#])
        for token in [seen, other] { #expect(await fixture.refusal(token) == nil) }
        fixture.verifier.revoke(originID: "origin-1")
        #expect(fixture.verifier.remembered(seen) == nil && fixture.verifier.remembered(other) != nil)
        for token in [seen, unseen] { #expect(await fixture.refusal(token) == .invalid(.revoked)) }
        #expect(await fixture.refusal(other) == nil)
    }

    @Test func `everywhere ends all of a user's tokens that were issued before, and nobody else's`() async throws {
        let seen = try token(["iat": "\(UserPool.start)", "origin_jti": #""origin-3""#]), unseen = try token(["origin_jti": #""origin-4""#])
        let other = try token(["sub": #""somebody""#, "origin_jti": #""origin-5""#])
        for token in [seen, other] { #expect(await fixture.refusal(token) == nil) }
        fixture.verifier.revoke(subject: "8c1f2a30-0000-4000-8000-000000000001")
        for token in [seen, unseen] { #expect(await fixture.refusal(token) == .invalid(.revoked)) }
        #expect(await fixture.refusal(other) == nil)
        let next = try token(["iat": "\(UserPool.start)", "origin_jti": #""origin-6""#])
        #expect(await fixture.refusal(next) == nil, "one may sign in again in the same second")
    }

    @Test func `counts for tokens without an origin, each for itself`() async throws {
        let tokens = try ["1", "2"].map { try token(["origin_jti": nil, "jti": "\"\($0)\"", "iat": "\(UserPool.start)"]) }
        #expect(await fixture.refusal(tokens[0]) == nil)
        fixture.verifier.revoke(subject: "8c1f2a30-0000-4000-8000-000000000001")
        #expect(await fixture.refusal(tokens[0]) == .invalid(.revoked))
        #expect(await fixture.refusal(tokens[1]) == nil)
    }

    @Test func `is remembered for as long as its tokens live, others in between or not`() async throws {
        fixture.verifier.revoke(originID: "origin-1")
        let day = try token(["exp": "\(UserPool.start + 86_390)"])
        for hour in 0..<23 {
            fixture.clock.advance(by: .seconds(3600))
            fixture.verifier.revoke(originID: "origin-of-\(hour)")
            #expect(await fixture.refusal(day) == .invalid(.revoked))
        }
    }

    @Test func `is remembered in bounded number, the last ten thousand at least`() async throws {
        for number in 0..<25_000 { fixture.verifier.revoke(originID: "flood-\(number)") }
        #expect(await fixture.refusal(try token(["origin_jti": #""flood-15001""#])) == .invalid(.revoked))
        #expect(await fixture.refusal(try token(["origin_jti": #""flood-1""#])) == nil)
    }

    @Test func `counts where nothing is remembered`() async throws {
        let fixture = try VerifierFixture { $0.cacheLimit = 0 }
        let token = try token()
        #expect(await fixture.refusal(token) == nil)
        fixture.verifier.revoke(originID: "origin-1")
        #expect(await fixture.refusal(token) == .invalid(.revoked))
    }
}
