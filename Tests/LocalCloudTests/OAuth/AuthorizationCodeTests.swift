import Platform
import Testing

@testable import local_cloud

@Suite struct AuthorizationCodeTests {
    private let start = UnixTime(seconds: 1_000)

    private func grant(_ sub: String = "a") -> AuthorizationGrant {
        AuthorizationGrant(
            sub: sub, redirectURI: HostedFixture.callback, scopes: .all, nonce: nil, proofKey: ProofKey(challenge: String(repeating: "a", count: 43))!,
            authenticatedAt: start)
    }

    @Test func `a code is good once, for five minutes`() {
        var codes = AuthorizationCodes()
        let one = codes.issue(grant(), at: start), two = codes.issue(grant(), at: start)
        #expect(codes.redeem(one, at: start + .seconds(299)) == .granted(grant()))
        #expect(codes.redeem(two, at: start + .seconds(300)) == .unknown)
        #expect(codes.redeem("another", at: start) == .unknown)
    }

    @Test func `a code shown twice names the session to end, for an hour`() {
        var codes = AuthorizationCodes()
        let code = codes.issue(grant(), at: start)
        _ = codes.redeem(code, at: start)
        let isGood = codes.remember("origin", for: code)
        #expect(isGood)
        #expect(codes.redeem(code, at: start + .seconds(3_599)) == .replayed(sub: "a", originID: "origin"))
        #expect(codes.redeem(code, at: start + .seconds(3_600)) == .unknown)
    }

    @Test func `a code shown again before its session began ends that session`() {
        var codes = AuthorizationCodes()
        let code = codes.issue(grant(), at: start)
        _ = codes.redeem(code, at: start)
        #expect(codes.redeem(code, at: start) == .replayed(sub: "a", originID: nil))
        let isGood = codes.remember("origin", for: code)
        #expect(!isGood)
    }

    @Test func `one user's codes push out nobody else's`() {
        var codes = AuthorizationCodes()
        let other = codes.issue(grant("b"), at: start), first = codes.issue(grant(), at: start)
        for _ in 0..<AuthorizationCodes.maximumPerUser { _ = codes.issue(grant(), at: start) }
        #expect(codes.redeem(first, at: start) == .unknown && codes.redeem(other, at: start) == .granted(grant("b")))
        #expect(codes.count == AuthorizationCodes.maximumPerUser + 1)
    }

    @Test(arguments: [
        ("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", true), ("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl", false),
        ("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", false), ("", false), ("short", false), (String(repeating: "a", count: 129), false),
    ])
    func `a verifier proves the challenge of RFC 7636's appendix B`(verifier: String, isRight: Bool) throws {
        #expect(try #require(ProofKey(challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")).isProven(by: verifier) == isRight)
    }
}
