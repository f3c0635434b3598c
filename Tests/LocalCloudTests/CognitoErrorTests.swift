import JSON
import Testing

@testable import local_cloud

/// Bodies as clients send them, without HTTP.
@Suite struct CognitoErrorTests {
    struct Refused: Sendable, CustomTestStringConvertible {
        let action: CognitoAction
        let body: String
        let type: String
        let message: String
        var testDescription: String { "\(action.rawValue): \(type)" }

        init(_ action: CognitoAction, _ body: String, _ type: String, _ message: String) {
            (self.action, self.body, self.type, self.message) = (action, body, type, message)
        }
    }

    private static let names = #""UserAttributes":[{"Name":"given_name","Value":"a"},{"Name":"family_name","Value":"b"}]"#
    private static let taken = #""Username":"kaede@example.com","ClientId":"web-client-local""#

    private static func signUp(_ password: String) -> String {
        #"{"Username":"new@example.com","Password":\#(password),"ClientId":"web-client-local",\#(names)}"#
    }

    private static func auth(_ flow: String, _ parameters: String, client: String = "web-client-local") -> String {
        #"{"AuthFlow":"\#(flow)","ClientId":"\#(client)","AuthParameters":\#(parameters)}"#
    }

    static let all: [Refused] = [
        .init(.signUp, signUp(#""Ka-2026""#), "InvalidPasswordException", "Password did not conform with policy: Password not long enough"),
        .init(.signUp, signUp(#""kaede-2026!""#), "InvalidPasswordException", "Password did not conform with policy: Password must have uppercase characters"),
        .init(.signUp, signUp(#""KAEDE-2026!""#), "InvalidPasswordException", "Password did not conform with policy: Password must have lowercase characters"),
        .init(.signUp, signUp(#""Kaede-kaede""#), "InvalidPasswordException", "Password did not conform with policy: Password must have numeric characters"),
        .init(.signUp, signUp(#""Kaede2026""#), "InvalidPasswordException", "Password did not conform with policy: Password must have symbol characters"),
        .init(
            .signUp, signUp(#"" Kaede-2026!""#), "InvalidParameterException",
            #"1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\S]+.*[\S]+$"#),
        .init(
            .signUp, signUp("null"), "InvalidParameterException",
            "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null"),
        .init(.signUp, signUp("5"), "SerializationException", "NUMBER_VALUE can not be converted to a String"),
        .init(.signUp, signUp("[]"), "SerializationException", "Start of structure or map found where not expected"),
        .init(.signUp, "[1]", "SerializationException", "The request body is not a JSON object."),
        .init(.signUp, "{", "SerializationException", "The request body is not a JSON object."),
        .init(
            .signUp, "", "InvalidParameterException",
            "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must not be null"),
        .init(.signUp, #"{\#(taken),"Password":"Kaede-2026!",\#(names)}"#, "UsernameExistsException", "An account with the given email already exists."),
        .init(.confirmSignUp, #"{\#(taken),"ConfirmationCode":"1"}"#, "NotAuthorizedException", "User cannot be confirmed. Current status is CONFIRMED"),
        .init(
            .confirmSignUp, #"{"Username":"waiting@example.com","ClientId":"web-client-local","ConfirmationCode":"none"}"#, "CodeMismatchException",
            "Invalid verification code provided, please try again."),
        .init(
            .confirmSignUp, #"{"Username":"nobody@example.com","ClientId":"web-client-local","ConfirmationCode":"1"}"#, "ExpiredCodeException",
            "Invalid code provided, please request a code again."),
        .init(.resendConfirmationCode, "{\(taken)}", "InvalidParameterException", "User is already confirmed."),
        .init(
            .initiateAuth, auth("USER_PASSWORD_AUTH", #"{"USERNAME":"kaede@example.com","PASSWORD":"no"}"#), "NotAuthorizedException",
            "Incorrect username or password."),
        .init(
            .initiateAuth, auth("USER_PASSWORD_AUTH", #"{"USERNAME":"waiting@example.com","PASSWORD":"Kaede-2026!"}"#), "UserNotConfirmedException",
            "User is not confirmed."),
        .init(
            .initiateAuth, auth("USER_PASSWORD_AUTH", #"{"USERNAME":"x"}"#), "InvalidParameterException", "Missing required parameter PASSWORD"),
        .init(.initiateAuth, auth("USER_PASSWORD_AUTH", "[]"), "SerializationException", "Expected a map"),
        .init(.initiateAuth, auth("REFRESH_TOKEN_AUTH", "{}"), "InvalidParameterException", "Missing required parameter REFRESH_TOKEN"),
        .init(.initiateAuth, auth("REFRESH_TOKEN", #"{"REFRESH_TOKEN":"x"}"#), "NotAuthorizedException", "Invalid Refresh Token"),
        .init(.initiateAuth, auth("USER_SRP_AUTH", "{}"), "InvalidParameterException", "USER_SRP_AUTH is not enabled for the client."),
        .init(.initiateAuth, auth("USER_PASSWORD_AUTH", "{}", client: "x"), "ResourceNotFoundException", "User pool client x does not exist."),
        .init(.getUser, #"{"AccessToken":"x"}"#, "NotAuthorizedException", "Invalid Access Token"),
        .init(.globalSignOut, #"{"AccessToken":"x"}"#, "NotAuthorizedException", "Invalid Access Token"),
        .init(
            .adminConfirmSignUp, #"{"UserPoolId":"us-east-1_Other","Username":"x"}"#, "ResourceNotFoundException",
            "User pool us-east-1_Other does not exist."),
        .init(.adminConfirmSignUp, #"{"UserPoolId":"us-east-1_LocalPool","Username":"x"}"#, "UserNotFoundException", "User does not exist."),
    ]

    @Test(arguments: all) func `each refusal has Cognito's type and sentence`(refused: Refused) throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        try fixture.signUp("waiting@example.com")
        do throws(CognitoError) {
            _ = try CognitoAPI(pool: fixture.pool).perform(refused.action, ActionInput(Array(refused.body.utf8)))
            Issue.record("\(refused.action) should have been refused")
        } catch {
            #expect(error.type == refused.type && error.message == refused.message)
        }
    }

    @Test func `an unknown flow is told the known ones`() throws {
        let fixture = try PoolFixture()
        do throws(CognitoError) {
            _ = try CognitoAPI(pool: fixture.pool).perform(.initiateAuth, ActionInput(Array(Self.auth("MAGIC", "{}").utf8)))
            Issue.record("the flow should have been refused")
        } catch {
            #expect(error.type == "InvalidParameterException" && error.message.contains("'authFlow'") && error.message.contains("USER_PASSWORD_AUTH"))
        }
    }

    @Test(arguments: [("Username", 129), ("Password", 257)]) func `a text that is too long is refused by its name`(name: String, count: Int) throws {
        let fixture = try PoolFixture()
        var members = ["Username": "a@b.co", "Password": "Kaede-2026!", "ClientId": PoolFixture.client]
        members[name] = String(repeating: "a", count: count)
        let body = JSON.encode(JSONFragment.object(members.map { .init($0.key, .string($0.value)) }))
        #expect(throws: CognitoError.constraint(name, "Member must have length less than or equal to \(count - 1)")) {
            _ = try CognitoAPI(pool: fixture.pool).perform(.signUp, ActionInput(body))
        }
    }
}
