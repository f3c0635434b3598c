import HTTPCore
import Testing

@testable import local_cloud

@Suite struct DestinationTests {
    private func destination(_ target: String = "/", _ fields: Fields = [:]) throws -> Destination {
        Destination(Request(method: .get, target: try RequestTarget(parsing: target), fields: fields))
    }

    @Test(arguments: CloudServiceKind.allCases) func `the scope of a signature tells whose a request is`(kind: CloudServiceKind) throws {
        let credential = "AKIA/20260208/us-east-1/\(kind.rawValue)/aws4_request"
        let header: Fields = [.authorization: "AWS4-HMAC-SHA256 Credential=\(credential), SignedHeaders=host, Signature=0"]
        #expect(try destination("/login", header) == .service(kind))
        #expect(try destination("/login?X-Amz-Credential=\(credential.replacing("/", with: "%2F"))&X-Amz-Signature=0") == .service(kind))
    }

    @Test(arguments: [
        "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 Credential=AKIA/20260208/us-east-1/s2/aws4_request", "AWS4-HMAC-SHA256 Credential=AKIA", "AWS AKIA:signature",
    ])
    func `what is signed for nothing we know is S3's to refuse, unless the target names a service`(authorization: String) throws {
        #expect(try destination("/", [.authorization: authorization]) == .service(.s3))
        #expect(try destination("/", [.authorization: authorization, "X-Amz-Target": "secretsmanager.GetSecretValue"]) == .service(.secretsManager))
    }

    @Test func `what is not signed goes to the routes, but for services that a target names`() throws {
        #expect(try destination("/login?a=b", [.authorization: "Bearer token", .host: "localhost:4566"]) == .routes)
        #expect(try destination("/", ["X-Amz-Target": "secretsmanager.ListSecrets"]) == .service(.secretsManager))
        #expect(try destination("/", ["X-Amz-Target": "AWSCognitoIdentityProviderService.SignUp"]) == .userPool)
        #expect(try destination("/", ["X-Amz-Target": "DynamoDB_20120810.ListTables"]) == .routes)
    }

    @Test(arguments: ["s3.localhost:4566", "login.localhost:4566", "my.bucket.s3.localhost", "LOGIN.localhost"])
    func `a host of S3 makes an unsigned request an anonymous one`(host: String) throws {
        #expect(try destination("/login", [.host: host]) == .service(.s3))
    }

    @Test(arguments: [
        ("localhost:4566", S3Host.elsewhere), ("127.0.0.1:4566", .elsewhere), ("[::1]:4566", .elsewhere), ("localhost.example.com", .elsewhere),
        ("", .elsewhere),
        ("s3.localhost", .pathStyle), ("words.localhost:4566", .bucket("words")), ("my.words.s3.localhost", .bucket("my.words")), ("-x.localhost", .pathStyle),
    ])
    func `a host tells the bucket`(host: String, expected: S3Host) { #expect(S3Host(host) == expected) }

    @Test(arguments: [
        ("abc", true), ("a-1.b", true), (String(repeating: "a", count: 63), true), ("ab", false), (String(repeating: "a", count: 64), false), ("Abc", false),
        ("a..b", false), (".ab", false), ("ab-", false), ("a/b", false), ("äbc", false), ("", false),
    ])
    func `bucket names are as S3 has them`(text: String, isOne: Bool) { #expect((BucketName(text) != nil) == isOne) }
}
