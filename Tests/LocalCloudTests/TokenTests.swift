import Crypto
import Encoding
import JSON
import Platform
import TestKit
import Testing

@testable import local_cloud

/// The claims of a token, unverified.
struct Claims {
    let header: JSONFragment
    let payload: JSONFragment

    init(_ token: String) throws {
        let parts = token.split(separator: ".").map(String.init)
        header = try JSON.parse(try #require(Base64.decodeURLSafe(parts[0])))
        payload = try JSON.parse(try #require(Base64.decodeURLSafe(parts[1])))
    }

    subscript(name: String) -> JSONFragment? { payload[name] }
    var names: Set<String> { Set(payload.members?.map(\.name) ?? []) }
}

@Suite struct TokenTests {
    @Test func `an access token has Cognito's claims and no others`() throws {
        let fixture = try PoolFixture()
        let user = try fixture.learner()
        let now = Int(fixture.clock.now().seconds)
        let claims = try Claims(try fixture.signIn().accessToken)
        #expect(
            claims.names == [
                "sub", "iss", "client_id", "origin_jti", "event_id", "token_use", "scope", "auth_time", "exp", "iat", "jti", "username",
            ])
        #expect(claims["sub"] == .string(user.sub) && claims["username"] == .string(user.sub))
        #expect(claims["iss"] == .string(PoolFixture.issuer) && claims["client_id"] == .string(PoolFixture.client))
        #expect(claims["token_use"] == "access" && claims["scope"] == "aws.cognito.signin.user.admin")
        #expect(claims["auth_time"] == .int(now) && claims["iat"] == .int(now) && claims["exp"] == .int(now + 3600))
        for name in ["jti", "origin_jti", "event_id"] { #expect(UUIDText.isUUID(claims[name]?.stringValue ?? "")) }
    }

    @Test func `an ID token tells who the learner is`() throws {
        let fixture = try PoolFixture()
        let user = try fixture.learner()
        let tokens = try fixture.signIn()
        let claims = try Claims(tokens.idToken ?? "")
        #expect(
            claims.names == [
                "sub", "email_verified", "iss", "cognito:username", "origin_jti", "aud", "event_id", "token_use", "auth_time", "exp", "iat", "jti", "email",
                "given_name", "family_name",
            ])
        #expect(claims["aud"] == .string(PoolFixture.client) && claims["token_use"] == "id" && claims["cognito:username"] == .string(user.sub))
        #expect(claims["email"] == "kaede@example.com" && claims["email_verified"] == true && claims["given_name"] == "楓")
        #expect(claims["event_id"] == (try Claims(tokens.accessToken))["event_id"])
    }

    @Test func `groups appear when there are any`() throws {
        let fixture = try PoolFixture()
        var user = try fixture.learner()
        user.groups = ["teachers", "admins"]
        let session = RefreshSession.make(at: fixture.clock.now()).session
        let tokens = try fixture.pool.tokens.mint(for: user, in: session, at: fixture.clock.now(), refreshToken: nil)
        for token in [tokens.accessToken, tokens.idToken ?? ""] { #expect(try Claims(token)["cognito:groups"] == ["teachers", "admins"]) }
    }

    @Test func `the published key verifies both tokens`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        let tokens = try fixture.signIn()
        let published = try #require(fixture.pool.tokens.keySet(at: fixture.clock.now())["keys"]?[0])
        let bytes = { (name: String) in Base64.decodeURLSafe(published[name]?.stringValue ?? "") ?? [] }
        let key = try RSAPublicKey(modulus: bytes("n"), exponent: bytes("e"))
        #expect(published["kty"] == "RSA" && published["alg"] == "RS256" && published["use"] == "sig" && bytes("e") == [1, 0, 1])
        for token in [tokens.accessToken, tokens.idToken ?? ""] {
            let parts = token.split(separator: ".").map(String.init)
            #expect(try Claims(token).header == ["kid": published["kid"] ?? .null, "alg": "RS256"])
            #expect(key.isValidRS256(signature: Base64.decodeURLSafe(parts[2]) ?? [], for: Array("\(parts[0]).\(parts[1])".utf8)))
        }
    }

    @Test func `the pool reads its own access tokens until they expire`() throws {
        let fixture = try PoolFixture()
        let user = try fixture.learner()
        let tokens = try fixture.signIn()
        fixture.clock.advance(by: .seconds(3599))
        #expect(try fixture.pool.user(accessToken: tokens.accessToken).sub == user.sub)
        fixture.clock.advance(by: .seconds(1))
        #expect(throws: CognitoError.notAuthorized(.expiredAccessToken)) { try fixture.pool.user(accessToken: tokens.accessToken) }
    }

    @Test func `the pool reads no ID tokens and nothing that was altered`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        let tokens = try fixture.signIn()
        let parts = tokens.accessToken.split(separator: ".").map(String.init)
        let unsigned = "\(Base64.encode(Array(#"{"alg":"none"}"#.utf8), alphabet: .urlSafe, padded: false)).\(parts[1])."
        let otherPayload = "\(parts[0]).\(Base64.encode(Array(#"{"sub":"x"}"#.utf8), alphabet: .urlSafe, padded: false)).\(parts[2])"
        for token in [tokens.idToken ?? "", "", "a.b.c", unsigned, otherPayload, tokens.accessToken + "x", String(tokens.accessToken.dropLast(4))] {
            #expect(throws: CognitoError.notAuthorized(.invalidAccessToken)) { try fixture.pool.user(accessToken: token) }
        }
    }

    @Test func `another key, issuer or client makes other tokens`() throws {
        let fixture = try PoolFixture()
        let user = try fixture.learner()
        let now = fixture.clock.now(), session = RefreshSession.make(at: fixture.clock.now()).session
        let strangers = [
            TokenIssuer(issuer: PoolFixture.issuer, clientID: PoolFixture.client, keys: try SigningKeys.generate()),
            TokenIssuer(issuer: "http://localhost:4566/us-east-1_Other", clientID: PoolFixture.client, keys: try PoolFixture.keys()),
            TokenIssuer(issuer: PoolFixture.issuer, clientID: "other", keys: try PoolFixture.keys()),
        ]
        for stranger in strangers {
            let token = try stranger.mint(for: user, in: session, at: now, refreshToken: nil).accessToken
            #expect(throws: CognitoError.notAuthorized(.invalidAccessToken)) { try fixture.pool.user(accessToken: token) }
        }
    }

    @Test func `random identifiers are UUIDs of version 4`() {
        for _ in 0..<100 {
            let text = UUIDText.random()
            #expect(UUIDText.isUUID(text) && Array(text)[14] == "4" && "89ab".contains(Array(text)[19]))
        }
        for text in ["", "../../etc/passwd", UUIDText.random().uppercased() + "A", "5a7b1f0e-3c94-4d2a-9b61-0d3e8c6f2a1/"] { #expect(!UUIDText.isUUID(text)) }
    }
}
