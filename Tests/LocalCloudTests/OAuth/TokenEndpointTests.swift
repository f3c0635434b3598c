import Crypto
import Encoding
import HTTPCore
import JSON
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct TokenEndpointTests {
    private let fixture: HostedFixture

    init() throws {
        fixture = try HostedFixture()
        try fixture.pool.learner()
    }

    private func error(_ response: TestResponse) throws -> String? { try response.json["error"]?.stringValue }

    @Test func `a code brings tokens that name the request's nonce and the access token's hash`() async throws {
        let answer = try await fixture.exchange(try await fixture.code()), tokens = try answer.json
        #expect(answer.status == .ok && answer["Cache-Control"] == "no-store" && answer["Pragma"] == "no-cache")
        #expect(tokens["token_type"] == "Bearer" && tokens["expires_in"] == 3_600 && tokens["scope"] == "openid email profile")
        let access = tokens["access_token"]?.stringValue ?? "", claims = try Claims(tokens["id_token"]?.stringValue ?? "")
        #expect(claims["nonce"] == "n-1" && claims["auth_time"]?.intValue == Int(fixture.pool.clock.now().seconds))
        #expect(claims["at_hash"] == .string(Base64.encode(Array(SHA256.hash(access).prefix(16)), alphabet: .urlSafe, padded: false)))
        #expect(try claims["email"] == "kaede@example.com" && claims["given_name"] == "楓" && Claims(access)["scope"] == "openid email profile")
    }

    @Test(arguments: [
        ("openid", true, ["email", "given_name", "email_verified"]), ("openid email", true, ["email", "email_verified"]),
        ("openid profile", true, ["given_name", "family_name"]), ("email profile", false, []),
    ])
    func `scopes decide whether there is an ID token, and what it and userInfo tell`(scope: String, isThere: Bool, told: [String]) async throws {
        let tokens = try await fixture.exchange(try await fixture.code(query: HostedFixture.query(["scope": scope]))).json
        #expect((tokens["id_token"] != nil) == isThere)
        let bearer: Fields = [.authorization: "Bearer \(tokens["access_token"]?.stringValue ?? "")"]
        let info = try await fixture.client.get("/oauth2/userInfo", headers: bearer)
        guard isThere else {
            #expect(info.status == .forbidden && info["WWW-Authenticate"]?.contains("insufficient_scope") == true)
            return
        }
        let claims = try Claims(tokens["id_token"]?.stringValue ?? "")
        for name in ["email", "email_verified", "given_name", "family_name"] where scope != "openid" {
            #expect(try [claims[name] != nil, info.json[name] != nil] == [told.contains(name), told.contains(name)], "\(name)")
        }
        for name in told { #expect(try claims[name] != nil && info.json[name] != nil) }
        #expect(try info.json["sub"] == claims["sub"] && info.json["username"] == claims["sub"])
    }

    @Test func `a code shown twice brings nothing, and ends what it brought`() async throws {
        let code = try await fixture.code(), tokens = try await fixture.exchange(code).json
        let again = try await fixture.exchange(code)
        #expect(try again.status == .badRequest && error(again) == "invalid_grant")
        #expect(try error(await fixture.refresh(tokens["refresh_token"]?.stringValue ?? "")) == "invalid_grant")
        let info = try await fixture.client.get("/oauth2/userInfo", headers: [.authorization: "Bearer \(tokens["access_token"]?.stringValue ?? "")"])
        #expect(info.status == .unauthorized && info["WWW-Authenticate"]?.contains("invalid_token") == true)
    }

    @Test(arguments: [
        ["code_verifier": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"], ["redirect_uri": "http://localhost:3001/callback"], ["client_id": "another"],
    ])
    func `a code in other hands is worth nothing, and is used up by one guess`(changes: [String: String]) async throws {
        let code = try await fixture.code(), (name, value) = try #require(changes.first)
        let answer = try await fixture.exchange(code, [name: value])
        #expect(try error(answer) == (name == "client_id" ? "invalid_client" : "invalid_grant"))
        if name != "client_id" { #expect(try error(await fixture.exchange(code)) == "invalid_grant") }
    }

    @Test func `a code injected into another's sign-in lacks its verifier`() async throws {
        let stolen = try await fixture.code()
        let victims = "victim-verifier-of-another-sign-in-000000000000000"
        #expect(try error(await fixture.exchange(stolen, ["code_verifier": victims])) == "invalid_grant")
    }

    @Test(arguments: [
        ("code_verifier", "", "invalid_request"), ("code", "", "invalid_request"), ("redirect_uri", "", "invalid_request"), ("client_id", "", "invalid_client"),
        ("client_secret", "x", "invalid_client"), ("grant_type", "", "invalid_request"), ("grant_type", "password", "unsupported_grant_type"),
        ("grant_type", "client_credentials", "unsupported_grant_type"), ("code", "unknown", "invalid_grant"),
    ])
    func `each fault has OAuth's name`(name: String, value: String, expected: String) async throws {
        let answer = try await fixture.exchange(try await fixture.code(), [name: value])
        #expect(try answer.status == .badRequest && error(answer) == expected && answer["Content-Type"] == "application/json;charset=UTF-8")
    }

    @Test func `a proof key cannot be left out at either end`() async throws {
        let begun = try await fixture.get("/oauth2/authorize?\(HostedFixture.query(["code_challenge": "", "code_challenge_method": ""]))")
        #expect(HostedFixture.parameter("error", of: begun["Location"] ?? "") == "invalid_request")
        #expect(try error(await fixture.exchange(try await fixture.code(), ["code_verifier": ""])) == "invalid_request")
    }

    @Test func `parameters count in the form alone, each once, and no client has a secret to show`() async throws {
        let code = try await fixture.code()
        let inQuery = try await fixture.send("/oauth2/token?grant_type=authorization_code&code=\(code)", [("client_id", PoolFixture.client)])
        #expect(try error(inQuery) == "invalid_request")
        let twice = try await fixture.send("/oauth2/token", [("grant_type", "refresh_token"), ("grant_type", "authorization_code")])
        #expect(try error(twice) == "invalid_request")
        let json = try await fixture.client.post("/oauth2/token", json: "{}")
        #expect(try error(json) == "invalid_request")
        let basic = try await fixture.exchange(code, headers: [.authorization: "Basic d2ViOngK"])
        #expect(try basic.status == .unauthorized && error(basic) == "invalid_client" && basic["WWW-Authenticate"]?.hasPrefix("Basic") == true)
        #expect(try await fixture.exchange(code).status == .ok)
    }

    @Test func `a refresh token brings new tokens without a nonce, of as many scopes or fewer`() async throws {
        let first = try await fixture.exchange(try await fixture.code()).json, token = try #require(first["refresh_token"]?.stringValue)
        fixture.pool.clock.advance(by: .seconds(100))
        let second = try await fixture.refresh(token).json
        #expect(second["refresh_token"] == nil && second["scope"] == "openid email profile")
        let claims = try (Claims(first["id_token"]?.stringValue ?? ""), Claims(second["id_token"]?.stringValue ?? ""))
        #expect(claims.1["nonce"] == nil && claims.0["auth_time"] == claims.1["auth_time"] && claims.1["at_hash"] != nil)
        let narrowed = try await fixture.refresh(token, [("scope", "email")]).json
        #expect(narrowed["scope"] == "email" && narrowed["id_token"] == nil)
        #expect(try error(await fixture.refresh(token, [("scope", "openid phone")])) == "invalid_scope")
        #expect(try error(await fixture.refresh(token, [("scope", "all")])) == "invalid_scope")
        #expect(try error(await fixture.refresh("unknown")) == "invalid_grant")
    }

    @Test func `revoking ends a session, says nothing of unknown tokens and refuses other kinds`() async throws {
        let tokens = try await fixture.exchange(try await fixture.code()).json
        let (access, refresh) = (tokens["access_token"]?.stringValue ?? "", tokens["refresh_token"]?.stringValue ?? "")
        let revoke = { (token: String, client: String) in try await self.fixture.send("/oauth2/revoke", [("token", token), ("client_id", client)]) }
        #expect(try error(await revoke(access, PoolFixture.client)) == "unsupported_token_type")
        #expect(try error(await revoke(refresh, "x")) == "invalid_client")
        #expect(try error(await fixture.send("/oauth2/revoke", [("client_id", PoolFixture.client)])) == "invalid_request")
        #expect(try await fixture.refresh(refresh).status == .ok)
        #expect(try await revoke("unknown", PoolFixture.client).status == .ok)
        let gone = try await revoke(refresh, PoolFixture.client)
        #expect(gone.status == .ok && gone.body.isEmpty)
        #expect(try error(await fixture.refresh(refresh)) == "invalid_grant")
    }

    @Test(arguments: ["", "Basic x", "Bearer", "Bearer x"]) func `userInfo wants an access token`(header: String) async throws {
        let answer = try await fixture.client.get("/oauth2/userInfo", headers: header.isEmpty ? [:] : [.authorization: header])
        #expect(answer.status == (header == "Bearer x" ? .unauthorized : .badRequest) && answer["WWW-Authenticate"]?.hasPrefix("Bearer error=") == true)
        #expect(try await fixture.client.post("/oauth2/userInfo", headers: [.authorization: "Bearer x"]).status == .unauthorized)
    }

    @Test func `tokens of the API open neither userInfo nor do hosted ones without the scope open the API`() async throws {
        let api = try fixture.pool.signIn()
        #expect(try await fixture.client.get("/oauth2/userInfo", headers: [.authorization: "Bearer \(api.accessToken)"]).status == .forbidden)
        let hosted = try await fixture.exchange(try await fixture.code()).json["access_token"]?.stringValue ?? ""
        #expect(throws: CognitoError.notAuthorized(.missingScope)) { try fixture.pool.pool.user(accessToken: hosted) }
        let all = try await fixture.exchange(try await fixture.code(query: HostedFixture.query(["scope": ""]))).json["access_token"]?.stringValue ?? ""
        #expect(try fixture.pool.pool.user(accessToken: all).email.text == HostedFixture.email)
    }

    @Test(arguments: ["/oauth2/token", "/oauth2/userInfo"]) func `scripts of the four apps may call, those of others may not`(path: String) async throws {
        for (origin, isAllowed) in [("http://localhost:3000", true), ("http://localhost:3003", true), ("http://evil.example", false)] {
            let preflight: Fields = [.origin: origin, .accessControlRequestMethod: "POST", .accessControlRequestHeaders: "authorization, content-type"]
            let answer = try await fixture.client.send(.options, path, headers: preflight)
            #expect((answer["Access-Control-Allow-Origin"] == origin) == isAllowed)
        }
    }
}
