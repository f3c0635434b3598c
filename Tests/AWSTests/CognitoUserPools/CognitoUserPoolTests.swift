import HTTPClient
import Platform
import Testing

@testable import AWS

@Suite struct CognitoUserPoolTests {
    private func pool(_ world: CallWorld) -> CognitoUserPoolClient {
        // Nobody has to be able to sign.
        CognitoUserPoolClient(
            appClientID: "app", world.client(.cognitoUserPools) { $0.credentials = CredentialChain([]) })
    }

    private func answering(_ json: String, status: Int = 200) -> CallWorld {
        CallWorld { _, _ in HTTPClientResponse(status: status, body: Array(json.utf8)) }
    }

    private func sent(_ world: CallWorld) -> String { String(decoding: world.http.requests[0].body, as: UTF8.self) }

    @Test func `signing in gives tokens, without a signature`() async throws {
        let world = answering(#"{"AuthenticationResult":{"AccessToken":"a","IdToken":"i","RefreshToken":"r","ExpiresIn":3600,"TokenType":"Bearer"}}"#)
        let outcome = try await pool(world).signIn(username: "me", password: Secret("pass"))
        #expect(
            outcome == .signedIn(CognitoTokens(accessToken: Secret("a"), idToken: Secret("i"), refreshToken: Secret("r"), lifetime: .seconds(3_600))))
        #expect(!world.http.requests[0].headers.contains { $0.name == "Authorization" })
        #expect(sent(world) == #"{"AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"me","PASSWORD":"pass"},"ClientId":"app"}"#)
    }

    @Test func `a challenge is told with what answers it`() async throws {
        let world = answering(#"{"ChallengeName":"NEW_PASSWORD_REQUIRED","Session":"s","ChallengeParameters":{"USER_ID_FOR_SRP":"me"}}"#)
        let outcome = try await pool(world).signIn(username: "me", password: Secret("pass"))
        #expect(outcome == .challenged(name: "NEW_PASSWORD_REQUIRED", session: Secret("s"), parameters: ["USER_ID_FOR_SRP": "me"]))
    }

    @Test func `an account is made and tells where its code went`() async throws {
        let world = answering(#"{"UserConfirmed":false,"UserSub":"sub-1","CodeDeliveryDetails":{"Destination":"m***@e***","DeliveryMedium":"EMAIL"}}"#)
        let made = try await pool(world).signUp(username: "me", password: Secret("pass"), attributes: ["email": "me@example.com"])
        #expect(made.sub == "sub-1" && made.delivery == CognitoDelivery(destination: "m***@e***", medium: "EMAIL"))
        #expect(sent(world).contains(#""UserAttributes":[{"Name":"email","Value":"me@example.com"}]"#))
    }

    @Test func `what an access token allows names no app client`() async throws {
        let world = answering(#"{"Username":"me","UserAttributes":[{"Name":"sub","Value":"s"},{"Name":"email","Value":"me@example.com"}]}"#)
        let user = try await pool(world).user(Secret("token"))
        #expect(user == CognitoUser(username: "me", attributes: ["sub": "s", "email": "me@example.com"]))
        #expect(sent(world) == #"{"AccessToken":"token"}"#)
    }

    @Test(arguments: ["NotAuthorizedException", "CodeMismatchException", "UsernameExistsException"]) func `errors have Cognito's codes`(code: String) async {
        let world = answering("{\"__type\":\"\(code)\",\"message\":\"no\"}", status: 400)
        let error = await #expect(throws: AWSError.self) { _ = try await pool(world).refresh(Secret("r")) }
        #expect(error?.code == code && error?.attempts == 1)
    }

    @Test func `an operation without an output is answered by nothing`() async throws {
        try await pool(answering("")).revoke(Secret("r"))
    }

    @Test func `a new address tells where its code went, and is proven by it`() async throws {
        let world = answering(#"{"CodeDeliveryDetailsList":[{"Destination":"n***@e***","DeliveryMedium":"EMAIL"}]}"#)
        let delivery = try await pool(world).updateAttributes(Secret("token"), ["email": "new@example.com"])
        #expect(delivery == CognitoDelivery(destination: "n***@e***", medium: "EMAIL"))
        #expect(sent(world) == #"{"UserAttributes":[{"Name":"email","Value":"new@example.com"}],"AccessToken":"token"}"#)
        let proof = answering("{}")
        try await pool(proof).verifyEmail(Secret("token"), code: "123456")
        #expect(sent(proof) == #"{"AttributeName":"email","Code":"123456","AccessToken":"token"}"#)
    }

    @Test func `an administrator signs, and a user who is gone is as good as deleted`() async throws {
        let world = answering(#"{"__type":"UserNotFoundException","message":"User does not exist."}"#, status: 400)
        let administrator = CognitoUserPoolAdministrator(userPoolID: "us-east-1_Pool", world.client(.cognitoUserPools))
        try await administrator.deleteUser("sub-1")
        #expect(world.http.requests[0].headers.contains { $0.name == "Authorization" && $0.value.contains("/cognito-idp/aws4_request") })
        #expect(sent(world) == #"{"UserPoolId":"us-east-1_Pool","Username":"sub-1"}"#)
        let error = await #expect(throws: AWSError.self) { try await administrator.signOutEverywhere("sub-1") }
        #expect(error?.code == "UserNotFoundException")
    }

    @Test func `a user's groups are named`() async throws {
        let world = answering(#"{"Groups":[{"GroupName":"teachers"},{"GroupName":"admins"}]}"#)
        let administrator = CognitoUserPoolAdministrator(userPoolID: "us-east-1_Pool", world.client(.cognitoUserPools))
        #expect(try await administrator.groups("sub-1") == ["teachers", "admins"])
    }
}
