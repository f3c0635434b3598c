import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import local_cloud

@Suite struct CognitoRoutesTests {
    private let fixture: PoolFixture
    private let client: TestClient

    init() throws {
        fixture = try PoolFixture()
        var configuration = ApplicationConfiguration.patient
        configuration.cors = LocalCloud.cors([])
        client = TestClient(LocalCloud.application(fixture.pool, BlockingPool(label: "test", threads: 2, queueLimit: 8), configuration))
    }

    private func call(_ action: String, _ body: String, _ headers: Fields = [:]) async throws -> (response: TestResponse, body: JSONFragment) {
        var fields: Fields = ["X-Amz-Target": "AWSCognitoIdentityProviderService.\(action)", "Content-Type": "application/x-amz-json-1.1"]
        fields.append(contentsOf: headers)
        let response = try await client.post("/", json: body, headers: fields)
        return (response, try JSON.parse(response.body))
    }

    @Test func `a learner signs up, reads the code in the mailbox, confirms, signs in and is known`() async throws {
        let names = #"[{"Name":"given_name","Value":"楓"},{"Name":"family_name","Value":"Test"}]"#
        let signedUp = try await call(
            "SignUp", #"{"ClientId":"web-client-local","Username":"a+b@example.com","Password":"Kaede-2026!","UserAttributes":\#(names)}"#)
        #expect(signedUp.response.status == .ok && signedUp.body["UserConfirmed"] == false)
        #expect(signedUp.body["CodeDeliveryDetails"]?["Destination"] == "a***@e***")

        let letters = try JSON.parse(try await client.get("/_mailbox?to=a%2Bb@example.com").body)
        let code = try #require(letters["messages"]?[0]?["code"]?.stringValue)
        #expect(letters["messages"]?[0]?["sent_at"] == "2026-02-08T17:20:23Z")

        let confirmed = try await call("ConfirmSignUp", #"{"ClientId":"web-client-local","Username":"a+b@example.com","ConfirmationCode":"\#(code)"}"#)
        #expect(confirmed.response.text == "{}")
        let parameters = #"{"USERNAME":"a+b@example.com","PASSWORD":"Kaede-2026!"}"#
        let signedIn = try await call("InitiateAuth", #"{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"web-client-local","AuthParameters":\#(parameters)}"#)
        let result = try #require(signedIn.body["AuthenticationResult"])
        #expect(result["ExpiresIn"] == 3600 && result["TokenType"] == "Bearer" && signedIn.body["ChallengeParameters"] == [:])

        let token = try #require(result["AccessToken"]?.stringValue)
        let user = try await call("GetUser", #"{"AccessToken":"\#(token)"}"#)
        #expect(user.body["Username"] == signedUp.body["UserSub"])
        #expect(user.body["UserAttributes"]?.arrayValue?.contains(["Name": "email_verified", "Value": "true"]) == true)
    }

    @Test func `a refusal has the service's status, fields and body`() async throws {
        let (response, body) = try await call("GetUser", #"{"AccessToken":"x"}"#)
        #expect(response.status == .badRequest && body == ["__type": "NotAuthorizedException", "message": "Invalid Access Token"])
        #expect(response["x-amzn-ErrorType"] == "NotAuthorizedException:" && response["x-amzn-ErrorMessage"] == "Invalid Access Token")
        #expect(response["Content-Type"] == "application/x-amz-json-1.1" && response["Cache-Control"] == "no-store")
        #expect(UUIDText.isUUID(response["x-amzn-RequestId"] ?? ""))
    }

    @Test func `our own fault is a 500 that tells nothing`() async throws {
        try fixture.learner()
        fixture.store.isBroken.withLock { $0 = true }
        let parameters = #"{"USERNAME":"kaede@example.com","PASSWORD":"Kaede-2026!"}"#
        let (response, body) = try await call(
            "InitiateAuth", #"{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"web-client-local","AuthParameters":\#(parameters)}"#)
        #expect(response.status == .internalServerError && body == ["__type": "InternalErrorException", "message": "Something went wrong"])
    }

    @Test(arguments: ["", "SignUp", "AWSCognitoIdentityProviderService.", "AWSCognitoIdentityProviderService.DeleteUserPool", "Other.SignUp"])
    func `an action we do not have is an unknown operation`(target: String) async throws {
        let response = try await client.post("/", json: "{}", headers: ["X-Amz-Target": target])
        #expect(response.status == .badRequest && response["x-amzn-ErrorType"] == "UnknownOperationException:")
    }

    @Test func `a body above 128 KiB is refused in the service's shape`() async throws {
        let (response, body) = try await call("GetUser", String(repeating: " ", count: 131_073))
        #expect(response.status == .contentTooLarge && response["x-amzn-ErrorType"] == "RequestEntityTooLargeException:")
        #expect(body == ["__type": "RequestEntityTooLargeException", "message": "Request size exceeded 131072 bytes"])
    }

    @Test func `the keys and the issuer are published below the pool`() async throws {
        let keys = try await client.get("/us-east-1_LocalPool/.well-known/jwks.json")
        #expect(try JSON.parse(keys.body) == fixture.pool.tokens.keySet(at: fixture.clock.now()) && keys["Content-Type"] == "application/json")
        let configuration = try JSON.parse(try await client.get("/us-east-1_LocalPool/.well-known/openid-configuration").body)
        #expect(configuration["issuer"] == .string(PoolFixture.issuer))
        #expect(configuration["jwks_uri"] == .string(PoolFixture.issuer + "/.well-known/jwks.json"))
        #expect(try await client.get("/us-east-1_Other/.well-known/jwks.json").status == .notFound)
    }

    @Test func `discovery names every end point of the domain, and says what is true of a client without a secret`() async throws {
        let configuration = try JSON.parse(try await client.get("/us-east-1_LocalPool/.well-known/openid-configuration").body)
        #expect(configuration["response_types_supported"] == ["code"] && configuration["code_challenge_methods_supported"] == ["S256"])
        #expect(configuration["token_endpoint_auth_methods_supported"] == ["none"])
        for (member, path) in [
            ("authorization_endpoint", "/oauth2/authorize"), ("token_endpoint", "/oauth2/token"), ("userinfo_endpoint", "/oauth2/userInfo"),
            ("revocation_endpoint", "/oauth2/revoke"), ("end_session_endpoint", "/logout"),
        ] {
            #expect(configuration[member] == .string("http://localhost:4566" + path))
        }
    }

    @Test(arguments: [(128, "NotAuthorizedException:"), (129, "InvalidParameterException:")])
    func `a name that nobody can have is not remembered`(length: Int, type: String) async throws {
        let parameters = #"{"USERNAME":"\#(String(repeating: "a", count: length))","PASSWORD":"Kaede-2026!"}"#
        let body = #"{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"web-client-local","AuthParameters":\#(parameters)}"#
        #expect(try await call("InitiateAuth", body).response["x-amzn-ErrorType"] == type)
        #expect(fixture.pool.attempts.withLock { $0.count } == (length > 128 ? 0 : 1))
    }

    @Test func `a published document carries no private part of the key`() async throws {
        let keys = try JSON.parse(try await client.get("/us-east-1_LocalPool/.well-known/jwks.json").body)
        #expect(keys["keys"]?[0]?.members?.map(\.name) == ["alg", "e", "kid", "kty", "n", "use"])
    }

    @Test func `the mailbox shows the newest letter first, to one address or to all`() async throws {
        try fixture.signUp("a@example.com")
        try fixture.signUp("b@example.com")
        let addresses = { (target: String) in
            try JSON.parse(try await client.get(target).body)["messages"]?.arrayValue?.compactMap { $0["to"]?.stringValue }
        }
        #expect(try await addresses("/_mailbox") == ["b@example.com", "a@example.com"])
        #expect(try await addresses("/_mailbox?to=A@example.com") == ["a@example.com"])
        #expect(try await addresses("/_mailbox?to=c@example.com") == [])
    }

    @Test(arguments: ["to=%zz", "to=nobody", "to="]) func `a mailbox is asked for by an address`(query: String) async throws {
        #expect(try await client.get("/_mailbox?\(query)").status == .badRequest)
    }

    @Test(arguments: [("http://localhost:3000", true), ("http://localhost:3003", true), ("http://localhost:3004", false), ("https://evil.example", false)])
    func `browsers on the four apps may call`(origin: String, isAllowed: Bool) async throws {
        let preflight: Fields = ["Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "x-amz-target"]
        let response = try await client.send(.options, "/", headers: preflight)
        #expect(response["Access-Control-Allow-Origin"] == (isAllowed ? origin : nil))
        #expect((response["Access-Control-Allow-Headers"]?.contains("X-Amz-Target") ?? false) == isAllowed)
    }
}
