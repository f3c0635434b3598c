import AWS
import HTTPClient
import Platform
import TestKit
import Testing

@testable import local_cloud

/// What our programs do on AWS, done on the laptop.
@Suite(.timeLimit(.minutes(5))) struct `Our clients, on local-cloud` {
    private let folder = TemporaryFolder()

    private func s3() throws -> S3Service {
        let store = try S3Store(S3Folder(path: folder.path))
        let bucket = try #require(BucketName("media"))
        try store.createBucket(bucket, policy: BucketPolicy.requiringKMS(bucket))
        return S3Service(store: store, workers: BlockingPool(label: "s3", threads: 2, queueLimit: 64))
    }

    private func withBucket(_ body: (ServedCloud, S3Client) async throws -> Void) async throws {
        try await ServedCloud.with([try s3()]) { served in
            try await body(served, S3Client(bucket: "media", client: try served.client(.s3)))
        }
    }

    @Test func `store, list, read and remove objects of any key, encrypted as the bucket demands`() async throws {
        try await withBucket { _, bucket in
            let keys = ["plain", "a b+c%20", "俳句/春.png", "a//b", "/leading", "../up", "new\nline", "?&=#", String(repeating: "k", count: 1_024)]
            for key in keys {
                let tag = try await bucket.put(key, Array(key.utf8), S3Attributes(contentType: "text/plain", metadata: ["season": "spring"]))
                let (info, content) = try await bucket.getBytes(key)
                #expect(content == Array(key.utf8) && info.entityTag == tag && info.encryption == "aws:kms")
            }
            #expect(Set(try await bucket.list().objects.map(\.key)) == Set(keys))
            #expect(try await bucket.list(prefix: "a", delimiter: "/").commonPrefixes == ["a/"])
            for key in keys { try await bucket.delete(key) }
            #expect(try await bucket.head("plain") == nil)
        }
    }

    @Test(arguments: [0, 65_536, 300_000]) func `stream content in signed chunks, each of which is verified`(count: Int) async throws {
        try await withBucket { _, bucket in
            let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 13) }
            let stream = AWSContentStream(lengthBytes: count) {
                let rest = Lock<[UInt8]?>(content)
                return { rest.withLock { $0.take() } }
            }
            try await bucket.put("long", stream, S3Attributes(contentType: "audio/mpeg"))
            #expect(try await bucket.getBytes("long").content == content)
        }
    }

    @Test func `read no more than they want to, and hear all the same why there is nothing`() async throws {
        try await withBucket { _, bucket in
            try await bucket.put("k", Array("12345".utf8), S3Attributes(contentType: "text/plain"))
            #expect(try await bucket.getBytes("k", limitBytes: 5).content.count == 5)
            let long = await #expect(throws: AWSError.self) { _ = try await bucket.getBytes("k", limitBytes: 4) }
            #expect(long?.cause == .exchange(.responseTooLarge(limitBytes: 4)))
            let missing = await #expect(throws: AWSError.self) { _ = try await bucket.getBytes("none", limitBytes: 4) }
            #expect(missing?.code == "NoSuchKey")
        }
    }

    @Test func `put parts together`() async throws {
        try await withBucket { _, bucket in
            let pieces = Lock([[UInt8](repeating: 1, count: 5 << 20), [UInt8](repeating: 2, count: 9)])
            let tag = try await bucket.upload("parts", S3Attributes(contentType: "audio/mpeg"), partBytes: 5 << 20) {
                pieces.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            }
            #expect(tag.hasSuffix("-2\""))
            #expect(try await bucket.get("parts", range: (5 << 20) - 1...(5 << 20) + 8).content.collect() == [1] + [UInt8](repeating: 2, count: 9))
        }
    }

    @Test func `hand out URLs that others use without keys`() async throws {
        try await withBucket { served, bucket in
            let (url, headers) = try await bucket.presignedPut("given", S3Attributes(contentType: "text/plain"), expires: .seconds(60))
            let fields = headers.map { HTTPClientHeader($0.name, $0.value) }
            #expect(try await served.send(HTTPClientRequest(method: "PUT", url: url, headers: fields, body: [7])).status == 200)
            let reading = try await bucket.presignedGet("given", expires: .seconds(60))
            #expect(try await served.send(HTTPClientRequest(url: reading)).body == [7])
            #expect(try await served.send(HTTPClientRequest(url: reading.replacing("given", with: "other"))).status == 403, "it is for one object")
        }
    }

    @Test func `sign as a task does, with keys from its end point`() async throws {
        try await ServedCloud.with([try s3()]) { served in
            let bucket = S3Client(bucket: "media", client: try served.client(.s3, credentials: served.taskCredentials()))
            try await bucket.put("k", [1], S3Attributes(contentType: "text/plain"))
            let stranger = S3Client(bucket: "media", client: try served.client(.s3, credentials: served.taskCredentials(token: "a guess")))
            let error = await #expect(throws: AWSError.self) { try await stranger.put("k", [1], S3Attributes(contentType: "text/plain")) }
            guard case .credentials = error?.cause else { return #expect(Bool(false), "\(String(describing: error))") }
        }
    }

    @Test func `are refused with another secret`() async throws {
        try await withBucket { served, _ in
            let other = StaticCredentials(AWSCredentials(accessKey: CloudFixture.pair.accessKey, secretKey: Secret("another")))
            let error = await #expect(throws: AWSError.self) {
                _ = try await S3Client(bucket: "media", client: try served.client(.s3, credentials: other)).getBytes("k")
            }
            #expect(error?.code == "SignatureDoesNotMatch" && error?.attempts == 1)
        }
    }
}

/// What the policy of retries makes of faults on the wire.
@Suite(.timeLimit(.minutes(5))) struct `Our clients, when something goes wrong` {
    private func withClient(_ fault: String, _ body: (ServedCloud, AWSClient) async throws -> Void) async throws {
        try await ServedCloud.with([EchoService(kind: .secretsManager)]) { served in
            let wanted: Fault = try #require(Fault(fault))
            served.cloud.faults.set(wanted, for: .secretsManager)
            try await body(served, try served.client(.secretsManager))
        }
    }

    private static let call = AWSCall(method: "POST", content: .bytes(Array("hello".utf8)), isIdempotent: true)

    @Test(arguments: ["throttle;count=2", "error;count=2", "error;status=503;count=2", "reset;count=2", "cut;count=2"])
    func `go on after two faults, with two waits`(fault: String) async throws {
        try await withClient(fault) { served, client in
            let answer = try await client.send(Self.call)
            #expect(String(decoding: answer.body, as: UTF8.self).hasSuffix("hello"))
            #expect(served.waits.withLock { $0 } == [.milliseconds(500), .seconds(1)])
        }
    }

    @Test(
        arguments: [
            ("throttle", "ThrottlingException", CallAttempts.Reason.attemptsExhausted), ("error;status=503", "ServiceUnavailable", .attemptsExhausted),
            ("reset", nil, .attemptsExhausted), ("cut", nil, .attemptsExhausted),
        ] as [(String, String?, CallAttempts.Reason)])
    func `give up after three attempts with an error that says what happened`(fault: String, code: String?, reason: CallAttempts.Reason) async throws {
        try await withClient(fault) { _, client in
            let error = await #expect(throws: AWSError.self) { try await client.send(Self.call) }
            #expect(error?.attempts == 3 && error?.reason == reason)
            if code == nil {
                guard case .exchange(.interrupted) = error?.cause else { return #expect(Bool(false), "\(String(describing: error))") }
            } else {
                #expect(error?.serviceError != nil, "\(String(describing: error))")
            }
        }
    }

    @Test func `do not repeat what may have happened`() async throws {
        try await withClient("reset") { served, client in
            var call = Self.call
            call.isIdempotent = false
            let error = await #expect(throws: AWSError.self) { try await client.send(call) }
            #expect(error?.attempts == 1 && error?.reason == .mayHaveHappened && served.waits.withLock { $0.isEmpty })
        }
    }

    @Test func `wait no longer for the first byte than the limit`() async throws {
        try await withClient("slow;seconds=30") { _, client in
            var call = Self.call
            call.isIdempotent = false
            call.limits.firstByteTimeout = .milliseconds(200)
            let error = await #expect(throws: AWSError.self) { try await client.send(call) }
            #expect(error?.cause == .exchange(.timedOut(.firstByte)))
        }
    }

    @Test func `make no more retries under an outage than the budget of them all allows`() async throws {
        try await withClient("error;status=503") { served, client in
            await withTaskGroup { group in
                for _ in 0..<200 { group.addTask { _ = try? await client.send(Self.call) } }
            }
            #expect(served.waits.withLock { $0.count } == 35, "500 tokens, 14 for each")
        }
    }

    @Test func `administer the accounts of the user pool`() async throws {
        try await ServedCloud.with([]) { served in
            let client = try served.client(.cognitoUserPools)
            let pool = CognitoUserPoolClient(appClientID: PoolFixture.client, client)
            let administrator = CognitoUserPoolAdministrator(userPoolID: "us-east-1_LocalPool", client)
            let names = ["given_name": "楓", "family_name": "Test"]
            let made = try await pool.signUp(username: "kaede@example.com", password: Secret(PoolFixture.password), attributes: names)
            #expect(try await administrator.user(made.sub).attributes["email"] == "kaede@example.com")
            #expect(try await administrator.groups(made.sub).isEmpty)
            try await administrator.signOutEverywhere(made.sub)
            for _ in 0..<2 { try await administrator.deleteUser(made.sub) }
            let gone = await #expect(throws: AWSError.self) { _ = try await administrator.user(made.sub) }
            #expect(gone?.code == "UserNotFoundException")
            let nobody = try served.client(.cognitoUserPools, credentials: StaticCredentials(AccessKeys.makePair()))
            let refused = await #expect(throws: AWSError.self) {
                try await CognitoUserPoolAdministrator(userPoolID: "us-east-1_LocalPool", nobody).deleteUser(made.sub)
            }
            #expect(refused?.code == "UnrecognizedClientException")
        }
    }
}
