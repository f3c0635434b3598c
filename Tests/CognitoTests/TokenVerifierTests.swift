import Cognito
import Crypto
import Encoding
import HTTPClient
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A token verifier` {
    private let fixture: VerifierFixture

    init() throws { fixture = try VerifierFixture() }

    @Test func `accepts an access token and tells what it says`() async throws {
        let token = try await fixture.verifier.verify(try UserPool.token())
        #expect(token.subject == "8c1f2a30-0000-4000-8000-000000000001" && token.username == "hanako")
        #expect(token.clientID == UserPool.clientID && token.use == .access)
        #expect(token.scopes == ["openid", "aws.cognito.signin.user.admin"] && token.groups == ["teachers", "日本語"])
        #expect(token.expiresAt == UnixTime(seconds: UserPool.start + 3600) && token.issuedAt == UnixTime(seconds: UserPool.start - 10))
        #expect(token.authenticatedAt == UnixTime(seconds: UserPool.start - 100))
        #expect(token.tokenID == "token-1" && token.originID == "origin-1" && token.email == nil)
        #expect(fixture.publisher.requests.map(\.url) == [UserPool.keySetURL])
    }

    @Test func `does without the claims that Cognito leaves out`() async throws {
        let changes: [String: String?] = ["scope": nil, "cognito:groups": nil, "auth_time": nil, "origin_jti": nil, "jti": nil]
        let token = try await fixture.verifier.verify(try UserPool.token(changing: changes))
        #expect(token.scopes == [] && token.groups == [] && token.authenticatedAt == nil && token.originID == nil && token.tokenID == "")
    }

    @Test func `accepts id tokens only where they are wanted`() async throws {
        let token = try UserPool.token(UserPool.identity)
        #expect(await fixture.refusal(token) == .invalid(.wrongUse))
        let both = try VerifierFixture { $0.policy.acceptedUses = [.access, .id] }
        let verified = try await both.verifier.verify(token)
        #expect(verified.use == .id && verified.username == "hanako" && verified.clientID == UserPool.clientID)
        #expect(verified.email == "hanako@example.test")
        let identityOnly = try VerifierFixture { $0.policy.acceptedUses = [.id] }
        #expect(await identityOnly.refusal(try UserPool.token()) == .invalid(.wrongUse))
    }

    @Test(
        arguments: [
            ("iss", #""https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other""#, .wrongIssuer),
            ("iss", "\"\(UserPool.issuer)/\"", .wrongIssuer),
            ("client_id", #""stranger""#, .wrongClient),
            ("client_id", nil, .missingClaim("client_id")),
            ("token_use", #""refresh""#, .wrongUse),
            ("token_use", #""id""#, .wrongUse),
            ("sub", #""""#, .missingClaim("sub")),
            ("username", nil, .missingClaim("username")),
            ("username", #""""#, .missingClaim("username")),
            ("nbf", "\(UserPool.start + 31)", .notYetValid),
            ("iat", "\(UserPool.start + 31)", .issuedInFuture),
            ("exp", "\(UserPool.start - 11)", .issuedAfterExpiry),
            ("exp", "\(UserPool.start + 86_391)", .lifetimeTooLong),
            ("iss", nil, .missingClaim("iss")), ("exp", nil, .missingClaim("exp")), ("iat", nil, .missingClaim("iat")), ("sub", nil, .missingClaim("sub")),
            ("token_use", nil, .missingClaim("token_use")),
            ("exp", #""soon""#, .wrongType("exp")), ("exp", "\"\(UserPool.start + 60)\"", .wrongType("exp")),
            ("exp", "\(UserPool.start + 60).5", .malformedTime("exp")), ("exp", "null", .wrongType("exp")), ("exp", "1e400", .malformedTime("exp")),
            ("exp", "99999999999999999999", .malformedTime("exp")), ("sub", "7", .wrongType("sub")), ("sub", #""a\u0000""#, .malformedClaim("sub")),
            ("cognito:groups", #""teachers""#, .wrongType("cognito:groups")), ("client_id", "[]", .wrongType("client_id")), ("iss", "{}", .wrongType("iss")),
        ] as [(String, String?, InvalidTokenReason)])
    func `refuses a token with one claim wrong`(claim: String, value: String?, reason: InvalidTokenReason) async throws {
        #expect(await fixture.refusal(try UserPool.token(changing: [claim: value])) == .invalid(reason))
    }

    @Test func `refuses an id token for another client or without one`() async throws {
        let fixture = try VerifierFixture { $0.policy.acceptedUses = [.id] }
        #expect(await fixture.refusal(try UserPool.token(UserPool.identity, changing: ["aud": #""stranger""#])) == .invalid(.wrongClient))
        #expect(await fixture.refusal(try UserPool.token(UserPool.identity, changing: ["aud": nil])) == .invalid(.missingClaim("aud")))
        #expect(
            await fixture.refusal(try UserPool.token(UserPool.identity, changing: ["cognito:username": nil])) == .invalid(.missingClaim("cognito:username")))
    }

    @Test func `refuses an id token that names another client beside ours`() async throws {
        let fixture = try VerifierFixture { $0.policy.acceptedUses = [.id] }
        #expect(await fixture.refusal(try UserPool.token(UserPool.identity, changing: ["client_id": #""stranger""#])) == .invalid(.wrongClient))
        #expect(await fixture.refusal(try UserPool.token(UserPool.identity, changing: ["client_id": "\"\(UserPool.clientID)\""])) == nil)
    }

    @Test(arguments: [(-1, nil), (29, nil), (30, .expired), (1_000_000, .expired)] as [(Int, TokenError?)])
    func `allows thirty seconds beyond the end of a token's life`(secondsAfterExpiry: Int, refusal: TokenError?) async throws {
        let token = try UserPool.token()
        fixture.clock.set(UnixTime(seconds: UserPool.start + 3600 + Int64(secondsAfterExpiry)))
        #expect(await fixture.refusal(token) == refusal)
    }

    @Test(arguments: ["nbf", "iat"]) func `allows thirty seconds before the start of a token's life`(claim: String) async throws {
        #expect(await fixture.refusal(try UserPool.token(changing: [claim: "\(UserPool.start + 30)"])) == nil)
    }

    @Test func `the leeway can be chosen`() async throws {
        let strict = try VerifierFixture { $0.policy.leeway = .zero }
        #expect(await strict.refusal(try UserPool.token(changing: ["exp": "\(UserPool.start)"])) == .expired)
        #expect(await strict.refusal(try UserPool.token(changing: ["nbf": "\(UserPool.start + 1)"])) == .invalid(.notYetValid))
        #expect(await strict.refusal(try UserPool.token(changing: ["exp": "\(UserPool.start + 1)"])) == nil)
    }

    @Test func `says expired only of a token that is right in everything else`() async throws {
        let old: [String: String?] = ["exp": "\(UserPool.start - 100)", "iat": "\(UserPool.start - 3700)"]
        #expect(await fixture.refusal(try UserPool.token(changing: old)) == .expired)
        #expect(await fixture.refusal(try UserPool.token(changing: old, key: UserPool.secondKey)) == .invalid(.badSignature))
        #expect(await fixture.refusal(try UserPool.token(changing: old.merging(["iss": #""x""#]) { $1 })) == .invalid(.wrongIssuer))
        #expect(await fixture.refusal(try UserPool.token(changing: old.merging(["client_id": #""x""#]) { $1 })) == .invalid(.wrongClient))
    }

    @Test func `times at the ends of the number range neither trap nor pass`() async throws {
        for claim in ["exp", "iat", "nbf", "auth_time"] {
            for value in [Int64.min, -1, 253_402_300_800, .max] {
                #expect(await fixture.refusal(try UserPool.token(changing: [claim: "\(value)"])) == .invalid(.malformedTime(claim)))
            }
        }
        #expect(await fixture.refusal(try UserPool.token(changing: ["exp": "0", "iat": "0"])) == .expired)
        #expect(await fixture.refusal(try UserPool.token(changing: ["nbf": "253402300799"])) == .invalid(.notYetValid))
        #expect(await fixture.refusal(try UserPool.token(changing: ["exp": "253402300799"])) == .invalid(.lifetimeTooLong))
    }

    @Test func `the longest life of a token can be chosen`() async throws {
        let narrow = try VerifierFixture { $0.policy.longestLifetime = .seconds(3609) }
        #expect(await narrow.refusal(try UserPool.token()) == .invalid(.lifetimeTooLong))
        let exact = try VerifierFixture { $0.policy.longestLifetime = .seconds(3610) }
        #expect(await exact.refusal(try UserPool.token()) == nil)
    }
}
