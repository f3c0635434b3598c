import AWS
import Crypto
import Encoding
import HTTPCore
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct S3ServiceTests {
    private let folder = TemporaryFolder()
    private let fixture: CloudFixture
    private let store: S3Store
    private let bucket: BucketName

    init() async throws {
        bucket = try #require(BucketName("words"))
        store = try S3Store(S3Folder(path: folder.path), clock: ManualClock())
        try store.createBucket(bucket)
        fixture = try CloudFixture([S3Service(store: store, workers: BlockingPool(label: "s3", threads: 2, queueLimit: 16))])
    }

    private func put(_ key: String, _ text: String, headers: [SigningRequest.Header] = []) async throws -> TestResponse {
        let body = Array(text.utf8)
        return try await fixture.send(try fixture.signed("PUT", "/words/\(key)", "s3", headers: headers, body: body), body: body)
    }

    private func get(_ key: String, headers: [SigningRequest.Header] = []) async throws -> TestResponse {
        try await fixture.send(try fixture.signed("GET", "/words/\(key)", "s3", headers: headers))
    }

    /// The names of all contents on the disk.
    private func contents() throws -> [String] { try Files.names(in: "\(folder.path)/data", limit: 100) }

    @Test func `an object is replaced whole, and nothing is left of the old one`() async throws {
        #expect(try await put("cat", "neko").status == .ok)
        #expect(try await put("cat", "猫", headers: [.init("x-amz-meta-Reading", "neko"), .init("Content-Type", "text/plain")]).status == .ok)
        let got = try await get("cat")
        #expect(
            got.text == "猫" && got["x-amz-meta-reading"] == "neko" && got["Content-Type"] == "text/plain" && got["x-amz-server-side-encryption"] == "AES256")
        #expect(got["ETag"] == "\"\(Hex.encode(RunningDigest.hash(Array("猫".utf8), .md5)))\"" && got["Last-Modified"] == "Sun, 08 Feb 2026 17:20:23 GMT")
        #expect(try contents().count == 1)
    }

    @Test func `content that is refused leaves no trace`() async throws {
        _ = try await put("cat", "neko")
        let signed = try fixture.signed("PUT", "/words/cat", "s3", body: Array("neko".utf8))
        #expect(try await fixture.send(signed, body: Array("inu!".utf8)).text.contains("XAmzContentSHA256Mismatch"))
        #expect(try await put("cat", "inu", headers: [.init("Content-MD5", Base64.encode([UInt8](repeating: 0, count: 16)))]).text.contains("BadDigest"))
        #expect(try await put("cat", "inu", headers: [.init("x-amz-checksum-crc32", "AAAAAA==")]).text.contains("BadDigest"))
        #expect(try await put("cat", "inu", headers: [.init("x-amz-meta-a", String(repeating: "a", count: 2_048))]).text.contains("MetadataTooLarge"))
        let both = [SigningRequest.Header("x-amz-checksum-crc32", "AAAAAA=="), .init("x-amz-checksum-sha1", "AAAA")]
        #expect(try await put("cat", "inu", headers: both).status == 400)
        #expect(try await get("cat").text == "neko")
        #expect(try contents().count == 1)
    }

    /// A signed upload in chunks; `change` may spoil what is sent.
    private func putChunks(_ chunks: [String], trailers: [SigningRequest.Header] = [], change: (inout [UInt8]) -> Void = { _ in }) async throws -> TestResponse
    {
        let payload: SigningPayload = trailers.isEmpty ? .signedChunks : .signedChunksAndTrailers
        let headers = AWSChunkedEncoder.headers(contentBytes: chunks.joined().utf8.count, trailerNames: trailers.map(\.name))
        let request = try SigningRequest(method: "PUT", url: "http://localhost:4566/words/chunks", headers: headers, payload: payload)
        let signer = SigV4Signer(region: "us-east-1", service: "s3", variant: .s3)
        let (signed, chunkSigner) = try signer.signChunked(request, with: CloudFixture.pair, at: fixture.clock.now())
        var encoder = AWSChunkedEncoder(signer: chunkSigner), wire: [UInt8] = []
        for chunk in chunks { wire += encoder.chunk(Array(chunk.utf8)) }
        wire += encoder.finish(trailers: trailers)
        change(&wire)
        return try await fixture.send(signed, body: wire)
    }

    @Test func `signed chunks and trailers are verified, each of them`() async throws {
        #expect(try await putChunks(["first ", "second"]).status == .ok)
        #expect(try await get("chunks").text == "first second")
        #expect(try await get("chunks")["Content-Encoding"] == nil)
        let checksum = SigningRequest.Header("x-amz-checksum-sha256", Base64.encode(SHA256.hash("first second")))
        #expect(try await putChunks(["first ", "second"], trailers: [checksum])["x-amz-checksum-sha256"] == checksum.value)
        let wrong = SigningRequest.Header("x-amz-checksum-sha256", Base64.encode(SHA256.hash("other")))
        #expect(try await putChunks(["first"], trailers: [wrong]).text.contains("BadDigest"))
    }

    @Test(arguments: [
        ("second", "SignatureDoesNotMatch"), ("chunk-signature", "InvalidRequest"), ("\r\n0;", "InvalidRequest"),
    ])
    func `a spoilt chunk is refused`(place: String, code: String) async throws {
        let answer = try await putChunks(["first ", "second"]) { wire in
            if let found = wire.firstRange(of: Array(place.utf8)) { wire[found.lowerBound] ^= 1 }
        }
        #expect(answer.text.contains("<Code>\(code)</Code>"), "\(answer.text)")
        #expect(try contents().isEmpty)
    }

    @Test func `an upload that ends too early is refused`() async throws {
        let answer = try await putChunks(["first ", "second"]) { $0.removeLast(4) }
        #expect(answer.status == 400 && answer.text.contains("IncompleteBody"))
    }

    @Test func `what was kept is there after a restart, and what no record names is removed`() async throws {
        _ = try await put("a%2F..%2Fb", "kept", headers: [.init("x-amz-server-side-encryption", "aws:kms"), .init("x-amz-checksum-algorithm", "CRC64NVME")])
        try Files.replace("\(folder.path)/data/\(UUIDText.random())", with: [1])
        let again = try S3Store(S3Folder(path: folder.path), clock: ManualClock())
        let kept = try again.ask { $0.buckets }
        #expect(try kept == store.ask { $0.buckets } && kept[bucket]?.objects.map(\.key) == [ObjectKey("a/../b")])
        #expect(kept[bucket]?.objects.first?.checksum?.algorithm == .crc64nvme)
        let (object, file) = try again.open(ObjectKey("a/../b"), in: bucket)
        #expect(try file.read(0..<object.byteCount) == Array("kept".utf8))
        #expect(try contents().count == 1)
    }

    @Test func `a content stays readable while its object is replaced`() async throws {
        _ = try await put("cat", "neko")
        let (object, file) = try store.open(ObjectKey("cat"), in: bucket)
        _ = try await put("cat", "another")
        #expect(try file.read(0..<object.byteCount) == Array("neko".utf8))
    }

    @Test func `a source that is replaced while it is copied is copied as it was or as it is`() async throws {
        _ = try await put("source", "0")
        try await withThrowingTaskGroup { group in
            group.addTask { for number in 1...200 { _ = try await put("source", "\(number)") } }
            for copy in 0..<2 {
                group.addTask {
                    for _ in 0..<200 {
                        let copied = try await put("copy\(copy)", "", headers: [.init("x-amz-copy-source", "/words/source")])
                        #expect(copied.status == .ok)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `a copy shares the content and outlives its source`() async throws {
        _ = try await put("cat", "neko", headers: [.init("x-amz-meta-a", "b")])
        let copied = try await put("copy", "", headers: [.init("x-amz-copy-source", "/words/cat")])
        #expect(copied.status == .ok && copied.text.contains("<CopyObjectResult"))
        _ = try await fixture.send(try fixture.signed("DELETE", "/words/cat", "s3"))
        let got = try await get("copy")
        #expect(got.text == "neko" && got["x-amz-meta-a"] == "b")
        #expect(try await put("copy", "", headers: [.init("x-amz-copy-source", "words/copy")]).text.contains("InvalidRequest"))
        #expect(try await put("copy", "", headers: [.init("x-amz-copy-source", "words")]).text.contains("InvalidArgument"))
    }

    @Test func `an upload waits no longer for a bucket than for its head`() async throws {
        #expect(try await fixture.send(try fixture.signed("PUT", "/nobodys/k", "s3")).text.contains("<Code>NoSuchBucket</Code>"))
        #expect(try await fixture.send(try fixture.signed("PUT", "/No", "s3")).text.contains("<Code>InvalidBucketName</Code>"))
    }

    @Test(arguments: [("a&<>\"b", "a&amp;&lt;&gt;&quot;b"), ("line\r\n\u{1}", "line&#xd;&#xa;&#x1;"), ("猫", "猫")])
    func `text in XML is escaped`(text: String, expected: String) { #expect(XMLText.escaped(text) == expected) }
}
