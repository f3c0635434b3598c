import AWS
import HTTPCore
import JSON
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct EntranceTests {
    private let fixture: CloudFixture

    init() throws {
        fixture = try CloudFixture(CloudServiceKind.allCases.filter { $0 != .cognito }.map { EchoService(kind: $0) })
    }

    @Test(arguments: CloudServiceKind.allCases.filter { $0 != .cognito })
    func `a signed request reaches its service`(kind: CloudServiceKind) async throws {
        let body: [UInt8] = kind == .s3 ? [] : Array("content".utf8)
        let answer = try await fixture.send(try fixture.signed("POST", "/login/a%20b", kind.rawValue, body: body), body: body)
        #expect(answer.status == .ok && answer.text == "AKIALOCALCLOUDTEST00 /login/a%20b \(kind == .s3 ? "" : "content")")
    }

    @Test func `another secret is refused in each service's own words`() async throws {
        let wrong = AWSCredentials(accessKey: CloudFixture.pair.accessKey, secretKey: Secret("another secret of just the same length.."))
        let s3 = try await fixture.send(try fixture.signed("GET", "/words/cat", "s3", with: wrong))
        #expect(s3.status == 403 && s3.text.contains("<Code>SignatureDoesNotMatch</Code>") && s3.text.contains("<RequestId>"))
        #expect(s3["Content-Type"] == "application/xml" && s3.text.contains("<StringToSign>AWS4-HMAC-SHA256&#xa;"))
        let secrets = try await fixture.send(try fixture.signed("POST", "/", "secretsmanager", with: wrong))
        #expect(try secrets.status == 400 && JSON.parse(secrets.body)["__type"] == "InvalidSignatureException")
        let bedrock = try await fixture.send(try fixture.signed("POST", "/model/x/converse", "bedrock", with: wrong))
        #expect(bedrock.status == 403 && bedrock["x-amzn-ErrorType"] == "InvalidSignatureException" && bedrock.text.contains("message"))
        let sns = try await fixture.send(try fixture.signed("POST", "/", "sns", with: wrong))
        #expect(sns.status == 403 && sns.text.contains("<Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code>"))
    }

    @Test func `content that is not the signed one is refused`() async throws {
        let signed = try fixture.signed("POST", "/", "secretsmanager", body: Array("content".utf8))
        #expect(try await fixture.send(signed, body: Array("contents".utf8)).status == 400)
    }

    @Test func `an anonymous request is denied where it addresses S3, and nowhere else`() async throws {
        let denied = try await fixture.client.get("/cat", headers: [.host: "words.localhost:4566"])
        #expect(denied.status == 403 && denied.text.contains("<Code>AccessDenied</Code><Message>Access Denied</Message>"))
        #expect(try await fixture.client.get("/words/cat", headers: [.host: "localhost:4566"]).status == .notFound)
        #expect(try await fixture.client.get("/_mailbox").status == .ok)
    }

    @Test(arguments: ["/words/cat?AWSAccessKeyId=AKIA&Signature=x&Expires=1", "/words/cat"]) func `a signature of the second version is told so`(
        target: String
    ) async throws {
        let fields: Fields = target.contains("?") ? [:] : [.authorization: "AWS AKIA:x"]
        let answer = try await fixture.client.get(target, headers: fields)
        #expect(answer.status == .badRequest && answer.text.contains("Please use AWS4-HMAC-SHA256."))
    }

    @Test func `an error of a service is written in its dialect`() async throws {
        let answer = try await fixture.send(try fixture.signed("GET", "/refuse", "polly"))
        #expect(answer.status == .notFound && answer.text == #"{"message":"There is none."}"# && answer["x-amzn-ErrorType"] == "NoSuchThing")
        #expect(answer["x-amzn-RequestId"].map(UUIDText.isUUID) == true)
    }

    @Test func `more content than a service takes is refused in its dialect`() async throws {
        let answer = try await fixture.send(try fixture.signed("POST", "/", "polly"), body: [UInt8](repeating: 0, count: 262_145))
        #expect(answer.status == .contentTooLarge && answer["x-amzn-ErrorType"] == "RequestEntityTooLargeException")
    }

    @Test func `the user pool needs no signature, but a wrong one is refused`() async throws {
        let target = SigningRequest.Header("X-Amz-Target", "AWSCognitoIdentityProviderService.GetUser")
        let body = Array(#"{"AccessToken":"x"}"#.utf8)
        let right = try fixture.signed("POST", "/", "cognito-idp", headers: [target], body: body)
        #expect(try await fixture.send(right, body: body)["x-amzn-ErrorType"] == "NotAuthorizedException:")
        let old = try fixture.signed("POST", "/", "cognito-idp", headers: [target], body: body, at: fixture.clock.now() - .seconds(1_000))
        #expect(try await fixture.send(old, body: body)["x-amzn-ErrorType"] == "InvalidSignatureException")
    }

    @Test func `a service that this stand-in has not says so`() async throws {
        let bare = try CloudFixture()
        let answer = try await bare.send(try bare.signed("POST", "/", "polly"))
        #expect(answer.status == 501 && answer.text.contains("This stand-in has no Polly."))
    }

    @Test(arguments: CognitoAction.allCases.filter(\.needsSignature)) func `what administrators do is signed`(action: CognitoAction) async throws {
        let target = SigningRequest.Header("X-Amz-Target", "AWSCognitoIdentityProviderService.\(action.rawValue)")
        let body = Array("{}".utf8)
        let unsigned = try await fixture.client.post("/", json: "{}", headers: ["X-Amz-Target": target.value])
        #expect(unsigned.status == 400 && unsigned["x-amzn-ErrorType"] == "MissingAuthenticationTokenException")
        let signed = try await fixture.send(try fixture.signed("POST", "/", "cognito-idp", headers: [target], body: body), body: body)
        #expect(signed["x-amzn-ErrorType"] == "InvalidParameterException:")
        let other = try await fixture.send(try fixture.signed("POST", "/", "polly", headers: [target], body: body), body: body)
        #expect(other.text.contains("AKIALOCALCLOUDTEST00"), "polly answers, not the user pool")
    }

    @Test func `what the learners do needs no signature`() async throws {
        for action in CognitoAction.allCases where !action.needsSignature {
            let answer = try await fixture.client.post("/", json: "{}", headers: ["X-Amz-Target": "AWSCognitoIdentityProviderService.\(action.rawValue)"])
            #expect(answer["x-amzn-ErrorType"] == "InvalidParameterException:")
        }
    }
}
