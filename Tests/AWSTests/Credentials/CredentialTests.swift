import AWS
import Encoding
import HTTPClient
import Platform
import TestKit
import Testing

@Suite struct CredentialTests {
    private static let moment = UnixTime(seconds: 1_770_571_223)

    private static func answer(_ expiration: String = "2026-02-08T23:20:23Z", token: String = "session") -> HTTPClientResponse {
        HTTPClientResponse(
            status: 200,
            body: Array(#"{"AccessKeyId":"ASIA1","SecretAccessKey":"hush","Token":"\#(token)","Expiration":"\#(expiration)","RoleArn":"r"}"#.utf8))
    }

    private static let container = ContainerSettings(url: "http://169.254.170.2/v2/credentials")

    @Test func `a container asks with its token and gets temporary credentials`() async throws {
        let client = ScriptedClient { _, _ in Self.answer() }
        let settings = ContainerSettings(url: "http://169.254.170.23/v1/credentials", token: Secret("Basic abc"))
        let credentials = try await ContainerCredentials(settings, client: client).credentials()
        #expect(
            credentials
                == AWSCredentials(
                    accessKey: "ASIA1", secretKey: Secret("hush"), sessionToken: Secret("session"), expiration: UnixTime(seconds: 1_770_592_823)))
        #expect(client.requests.map(\.url) == ["http://169.254.170.23/v1/credentials"])
        #expect(client.requests[0].headers.contains(HTTPClientHeader("Authorization", "Basic abc")))
        #expect(client.requests[0].isDirect, "no proxy gets to see the token and the keys")
    }

    /// Waits for nothing, and remembers for how long it would have.
    private static func retries(_ waits: Lock<[Duration]> = Lock([])) -> CredentialRetries {
        var retries = CredentialRetries()
        retries.random = { 0.5 }
        retries.pause = { wait in waits.withLock { $0.append(wait) } }
        return retries
    }

    @Test(arguments: [429, 500, 503]) func `an end point that stumbles is asked again`(status: Int) async throws {
        let waits = Lock<[Duration]>([])
        let client = ScriptedClient { _, number throws(HTTPClientError) in
            if number == 1 { throw .connectionFailed(detail: "refused") }
            return number == 2 ? HTTPClientResponse(status: status) : Self.answer()
        }
        #expect(try await ContainerCredentials(Self.container, client: client, retries: Self.retries(waits)).credentials().accessKey == "ASIA1")
        #expect(client.requests.count == 3 && waits.withLock { $0 } == [.milliseconds(250), .milliseconds(500)])
    }

    @Test(arguments: [(500, 3), (403, 1), (404, 1)]) func `but three times at most, and not after a refusal`(status: Int, requests: Int) async {
        let client = ScriptedClient { _, _ in HTTPClientResponse(status: status) }
        await #expect(throws: CredentialError.unavailable("the container endpoint answered with status \(status)")) {
            try await ContainerCredentials(Self.container, client: client, retries: Self.retries()).credentials()
        }
        #expect(client.requests.count == requests)
    }

    @Test func `who is cancelled between two questions hears of that`() async {
        let client = ScriptedClient { _, _ in HTTPClientResponse(status: 500) }
        var retries = CredentialRetries()
        retries.pause = { _ in throw CancellationError() }
        let provider = ContainerCredentials(Self.container, client: client, retries: retries)
        await #expect(throws: CredentialError.cancelled) { try await provider.credentials() }
    }

    @Test func `STS is asked again when it could not reach who knows the identity`() async throws {
        let folder = TemporaryFolder()
        folder.write("token", to: "token")
        let client = ScriptedClient { _, number in
            number == 1
                ? HTTPClientResponse(status: 400, body: Array("<ErrorResponse><Error><Code>IDPCommunicationError</Code></Error></ErrorResponse>".utf8))
                : HTTPClientResponse(status: 200, body: Array(Self.stsAnswer.utf8))
        }
        let settings = WebIdentitySettings(tokenFile: "\(folder.path)/token", roleARN: "r")
        #expect(try await WebIdentityCredentials(settings, client: client, retries: Self.retries()).credentials().accessKey == "ASIA2")
        #expect(client.requests.allSatisfy { $0.isIdempotent == true })
    }

    @Test func `a token file wins over a token, is read anew each time, and loses its line end`() async throws {
        let folder = TemporaryFolder()
        let client = ScriptedClient { _, _ in Self.answer() }
        let settings = ContainerSettings(url: Self.container.url, token: Secret("given"), tokenFile: "\(folder.path)/token")
        let provider = ContainerCredentials(settings, client: client)
        for token in ["first", "second"] {
            folder.write("\(token)\n", to: "token")
            _ = try await provider.credentials()
        }
        #expect(client.requests.map { request in request.headers.first { $0.name == "Authorization" }?.value } == ["first", "second"])
    }

    @Test func `a token that would make a second header is refused, and so is a file that is not there`() async throws {
        let client = ScriptedClient { _, _ in Self.answer() }
        for settings in [
            ContainerSettings(url: Self.container.url, token: Secret("a\r\nX: b")), ContainerSettings(url: Self.container.url, tokenFile: "/nonexistent"),
        ] {
            await #expect(throws: CredentialError.self) { try await ContainerCredentials(settings, client: client).credentials() }
        }
        #expect(client.requests.isEmpty)
    }

    @Test(
        arguments: [
            ("http://localhost:8080/a", true), ("http://127.0.0.1/a", true), ("http://127.9.8.7:1/a", true), ("http://[::1]:9/a", true),
            ("http://[fd00:ec2::23]/a", true), ("http://169.254.170.2/a", true), ("http://169.254.170.23/a", true), ("https://example.com/a", true),
            ("http://example.com/a", false), ("http://169.254.169.254/a", false), ("http://127.0.0.1.example/a", false),
            ("http://127.0.0.1@example.com/a", false),
            ("http://127.1/a", false), ("http://localhost.example/a", false), ("ftp://localhost/a", false), ("/a", false), ("http://[::2]/a", false),
        ]) func `credentials travel without TLS only within the machine or to the agents of AWS`(url: String, isAllowed: Bool) async
    {
        let client = ScriptedClient { _, _ in Self.answer() }
        _ = try? await ContainerCredentials(ContainerSettings(url: url), client: client).credentials()
        #expect(client.requests.count == (isAllowed ? 1 : 0))
        var environment = EnvironmentReader(["AWS_CONTAINER_CREDENTIALS_FULL_URI": url])
        #expect(ContainerSettings(&environment)?.url == url)
        #expect(((try? environment.finish()) != nil) == isAllowed)
    }

    @Test func `the relative URI belongs to the agent of ECS, and wins`() throws {
        var environment = EnvironmentReader([
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/x?id=1", "AWS_CONTAINER_CREDENTIALS_FULL_URI": "https://example.com",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN": "t", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/f",
        ])
        #expect(ContainerSettings(&environment) == ContainerSettings(url: "http://169.254.170.2/v2/x?id=1", token: Secret("t"), tokenFile: "/f"))
        try environment.finish()
        var wrong = EnvironmentReader(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": ".evil.example/"])
        _ = ContainerSettings(&wrong)
        #expect(throws: EnvironmentError.self) { try wrong.finish() }
    }

    @Test func `half a pair of keys is told at start-up`() {
        for variable in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] {
            var environment = EnvironmentReader([variable: "x"])
            #expect(CredentialSettings(&environment).keys == nil)
            #expect(throws: EnvironmentError.self) { try environment.finish() }
        }
    }

    private static let stsAnswer = """
        <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult>
        <SubjectFromWebIdentityToken>s</SubjectFromWebIdentityToken><Credentials><SessionToken>tok&amp;en</SessionToken><SecretAccessKey>hush</SecretAccessKey>
        <Expiration>2026-02-08T18:20:23Z</Expiration><AccessKeyId>ASIA2</AccessKeyId></Credentials></AssumeRoleWithWebIdentityResult>
        <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></AssumeRoleWithWebIdentityResponse>
        """

    @Test func `a web identity takes its role from STS, in its region`() async throws {
        let folder = TemporaryFolder()
        folder.write("eyJ.x+y/z=", to: "token")
        var environment = EnvironmentReader([
            "AWS_WEB_IDENTITY_TOKEN_FILE": "\(folder.path)/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/app", "AWS_REGION": "eu-west-1",
        ])
        let settings = WebIdentitySettings(&environment)
        try environment.finish()
        let client = ScriptedClient { _, _ in HTTPClientResponse(status: 200, body: Array(Self.stsAnswer.utf8)) }
        let credentials = try await WebIdentityCredentials(settings, client: client).credentials()
        #expect(
            credentials
                == AWSCredentials(
                    accessKey: "ASIA2", secretKey: Secret("hush"), sessionToken: Secret("tok&en"), expiration: UnixTime(seconds: 1_770_574_823)))
        let request = client.requests[0]
        #expect(request.method == "POST" && request.url == "https://sts.eu-west-1.amazonaws.com/")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fapp&RoleSessionName=web-identity&WebIdentityToken=eyJ.x%2By%2Fz%3D"
        )
    }

    @Test(
        arguments: [
            ([:], "https://sts.amazonaws.com"), (["AWS_DEFAULT_REGION": "cn-north-1"], "https://sts.cn-north-1.amazonaws.com.cn"),
            (["AWS_ENDPOINT_URL": "http://localhost:1"], "http://localhost:1"),
            (["AWS_ENDPOINT_URL": "http://localhost:1", "AWS_ENDPOINT_URL_STS": "http://localhost:2"], "http://localhost:2"),
        ] as [([String: String], String)]) func `STS is where the environment says`(variables: [String: String], endpoint: String) throws
    {
        var environment = EnvironmentReader(variables.merging(["AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ROLE_ARN": "r"]) { left, _ in left })
        #expect(WebIdentitySettings(&environment)?.endpoint == endpoint)
        try environment.finish()
    }

    @Test func `a refusal of STS is told by its code, without what it quotes`() async throws {
        let folder = TemporaryFolder()
        folder.write("secret-token", to: "token")
        let client = ScriptedClient { _, _ in
            HTTPClientResponse(
                status: 400, body: Array("<ErrorResponse><Error><Code>InvalidIdentityToken</Code><Message>secret-token</Message></Error></ErrorResponse>".utf8))
        }
        let provider = WebIdentityCredentials(WebIdentitySettings(tokenFile: "\(folder.path)/token", roleARN: "r"), client: client)
        await #expect(throws: CredentialError.unavailable("AWS STS answered with status 400, InvalidIdentityToken")) { try await provider.credentials() }
    }

    @Test(arguments: ["{}", "", #"{"AccessKeyId":"","SecretAccessKey":"x"}"#, #"{"AccessKeyId":"a","SecretAccessKey":"x","Expiration":"soon"}"#, "<a/>"])
    func `an answer that holds no credentials is refused`(body: String) async throws {
        let client = ScriptedClient { _, _ in HTTPClientResponse(status: 200, body: Array(body.utf8)) }
        await #expect(throws: CredentialError.self) { try await ContainerCredentials(Self.container, client: client).credentials() }
        let folder = TemporaryFolder()
        folder.write("t", to: "token")
        let identity = WebIdentityCredentials(WebIdentitySettings(tokenFile: "\(folder.path)/token", roleARN: "r"), client: client)
        await #expect(throws: CredentialError.self) { try await identity.credentials() }
    }

    @Test func `the chain takes the first source that is configured`() async throws {
        let client = ScriptedClient { _, _ in Self.answer() }
        let keys = AWSCredentials(accessKey: "AKIA", secretKey: Secret("x"))
        let chain = CredentialChain([EnvironmentCredentials(keys: keys), ContainerCredentials(Self.container, client: client)])
        #expect(try await chain.credentials() == keys)
        #expect(client.requests.isEmpty)
        let second = CredentialChain([EnvironmentCredentials(keys: nil), ContainerCredentials(Self.container, client: client)])
        #expect(try await second.credentials().accessKey == "ASIA1")
    }

    @Test func `one error lists everything that was tried`() async {
        let client = ScriptedClient { _, _ in Self.answer() }
        let chain = CredentialChain([EnvironmentCredentials(keys: nil), ContainerCredentials(nil, client: client), WebIdentityCredentials(nil, client: client)])
        do {
            _ = try await chain.credentials()
            Issue.record("there are credentials")
        } catch {
            #expect(
                error.description
                    == "no AWS credentials: environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set; container endpoint: AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI are not set; web identity: AWS_WEB_IDENTITY_TOKEN_FILE is not set"
            )
        }
    }

    @Test func `a source that is configured and fails ends the search`() async {
        let client = ScriptedClient { _, _ in HTTPClientResponse(status: 500) }
        let chain = CredentialChain([
            ContainerCredentials(Self.container, client: client, retries: Self.retries()),
            StaticCredentials(AWSCredentials(accessKey: "OTHER", secretKey: Secret("x"))),
        ])
        await #expect(
            throws: CredentialError.noneFound([.init(provider: "container endpoint", reason: "the container endpoint answered with status 500")])
        ) { try await chain.credentials() }
    }
}
