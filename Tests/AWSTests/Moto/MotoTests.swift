import HTTPClient
import JSON
import Platform
import Testing

@testable import AWS

/// What we send, taken by an independent server that checks each signature.
@Suite(.timeLimit(.minutes(5))) struct `moto, with its check of signatures on` {
    private static let awkwardKeys = [
        "plain", "a b", "a+b", "a%20b", "ä/ö/俳句.png", "q?x=1&y=2", "#hash", "semi;colon,comma", "quote'\"", "tilde~dash-dot.", "back\\slash", "a//b",
        "(a)[b]{c}",
        "=equals=", "@at:colon", "*star!", "emoji🍵", String(repeating: "k", count: 900),
    ]

    private static func bucket(_ name: String) async throws -> S3Client {
        let bucket = S3Client(bucket: name, client: try Moto.client(.s3))
        _ = try await bucket.client.send(AWSCall(method: "PUT", path: "/\(name)", isIdempotent: true))
        return bucket
    }

    @Test func `stores and gives back objects of awkward keys`() async throws {
        let bucket = try await Self.bucket("awkward-keys")
        for key in Self.awkwardKeys {
            let content = Array("content of \(key)".utf8)
            let tag = try await bucket.put(key, content, S3Attributes(contentType: "text/plain", metadata: ["part": "1"]))
            let (info, read) = try await bucket.getBytes(key)
            #expect(read == content && info.entityTag == tag && info.encryption == "aws:kms" && info.attributes.metadata == ["part": "1"], "\(key)")
            #expect(try await bucket.head(key)?.contentBytes == content.count, "\(key)")
        }
        var listed: [String] = []
        var continuation: String?
        repeat {
            let page = try await bucket.list(continuation: continuation, maximumCount: 5)
            listed += page.objects.map(\.key)
            continuation = page.continuation
        } while continuation != nil
        #expect(Set(listed) == Set(Self.awkwardKeys) && listed.count == Self.awkwardKeys.count)
        for key in Self.awkwardKeys { try await bucket.delete(key) }
        #expect(try await bucket.list().objects.isEmpty)
    }

    @Test func `reads ranges, and tells what is not there`() async throws {
        let bucket = try await Self.bucket("ranges")
        try await bucket.put("k", Array("0123456789".utf8), S3Attributes(contentType: "text/plain"))
        #expect(try await bucket.get("k", range: 2...4).content.collect() == Array("234".utf8))
        #expect(try await bucket.head("none") == nil)
        let error = await #expect(throws: AWSError.self) { _ = try await bucket.getBytes("none") }
        #expect(error?.code == "NoSuchKey")
    }

    @Test func `takes content in signed chunks`() async throws {
        let bucket = try await Self.bucket("chunks")
        let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let stream = AWSContentStream(lengthBytes: content.count) {
            let rest = Lock<[UInt8]?>(content)
            return { rest.withLock { $0.take() } }
        }
        try await bucket.put("k", stream, S3Attributes(contentType: "audio/mpeg"))
        #expect(try await bucket.getBytes("k").content == content)
    }

    @Test func `puts parts together`() async throws {
        let bucket = try await Self.bucket("parts")
        let pieces = Lock([[UInt8](repeating: 1, count: 5 << 20), [UInt8](repeating: 2, count: 1_000)])
        let tag = try await bucket.upload("k", S3Attributes(contentType: "audio/mpeg"), partBytes: 5 << 20) {
            pieces.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }
        #expect(tag.hasSuffix("-2\"") || tag.hasSuffix("-2"))
        #expect(try await bucket.head("k")?.contentBytes == (5 << 20) + 1_000)
    }

    @Test func `tells versions of a secret`() async throws {
        // The sanitizers run the tests again, on the same moto.
        let client = try Moto.client(.secretsManager), secret = "api-key-\(UInt64.random(in: 0 ... .max))"
        for (operation, text) in [("CreateSecret", "old"), ("PutSecretValue", "new")] {
            let name = operation == "CreateSecret" ? "Name" : "SecretId"
            _ = try await client.call(
                "secretsmanager.\(operation)", [.init(name, .string(secret)), .init("SecretString", .string(text))], isIdempotent: false)
        }
        let versions = try await RotatingSecret(secret, SecretsManagerClient(client)).valid()
        #expect(versions.current.text.reveal() == "new" && versions.previous?.text.reveal() == "old")
    }

    @Test func `publishes to a topic`() async throws {
        let client = try Moto.client(.sns)
        let topic = try await client.query("CreateTopic", version: "2010-03-31", [("Name", "alerts")], isIdempotent: true)
        let id = try await SNSClient(client).publish(to: try #require(topic["TopicArn"]?.text), subject: "Budget", message: "90 % 俳句", attributes: ["a": "b"])
        #expect(!id.isEmpty)
    }

    @Test(arguments: [AWSService.s3, .secretsManager, .sns]) func `refuses another secret`(service: AWSService) async throws {
        let client = try Moto.client(service, secretKey: "another")
        let error = await #expect(throws: AWSError.self) {
            switch service {
            case .s3: _ = try await client.send(AWSCall(method: "GET", isIdempotent: true))
            case .sns: _ = try await client.query("ListTopics", version: "2010-03-31", [], isIdempotent: true)
            default: _ = try await client.call("secretsmanager.ListSecrets", [], isIdempotent: true)
            }
        }
        #expect(error?.code == "SignatureDoesNotMatch")
    }
}
