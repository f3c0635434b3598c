import HTTPClient
import Platform
import TestKit
import Testing

@testable import AWS

extension CallWorld {
    fileprivate func bucket(_ name: String = "haiku-media", endpoint: String? = nil) throws -> S3Client {
        S3Client(bucket: name, client: AWSClient(.s3, region: "us-east-1", endpoint: try endpoint.map { try AWSEndpoint(url: $0) }, surroundings()))
    }
}

private func answer(_ status: Int = 200, _ headers: [(String, String)] = [], xml: String = "") -> HTTPClientResponse {
    HTTPClientResponse(status: status, headers: headers.map { .init($0.0, $0.1) }, body: Array(xml.utf8))
}

private func field(_ name: String, of request: HTTPClientRequest) -> String? {
    request.headers.first { $0.name.lowercased() == name.lowercased() }?.value
}

@Suite struct S3ClientTests {
    @Test(
        arguments: [
            ("haiku-media", nil, "https://haiku-media.s3.us-east-1.amazonaws.com/a%20b"),
            ("haiku.media", nil, "https://s3.us-east-1.amazonaws.com/haiku.media/a%20b"),
            ("haiku-media", "http://localhost:4566", "http://localhost:4566/haiku-media/a%20b"),
        ] as [(String, String?, String)])
    func `a bucket has its own host where a certificate covers it`(bucket: String, endpoint: String?, url: String) async throws {
        let world = CallWorld { _, _ in answer(200, [("ETag", "\"1\"")]) }
        _ = try await world.bucket(bucket, endpoint: endpoint).head("a b")
        #expect(world.http.requests.map(\.url) == [url])
    }

    @Test(arguments: [
        ("a/b", "/a/b"), ("/a", "//a"), ("a//b/../c", "/a//b/../c"), ("俳句+%?#&=", "/%E4%BF%B3%E5%8F%A5%2B%25%3F%23%26%3D"), (" ~'\"\n", "/%20~%27%22%0A"),
    ])
    func `any key is one path`(key: String, path: String) async throws {
        let world = CallWorld { _, _ in answer(204) }
        try await world.bucket().delete(key)
        #expect(world.http.requests.map(\.url) == ["https://haiku-media.s3.us-east-1.amazonaws.com\(path)"])
    }

    @Test func `an upload says how it is encrypted, what it is, and has a checksum`() async throws {
        let world = CallWorld { _, _ in answer(200, [("ETag", "\"5d41\"")]) }
        let bucket = S3Client(bucket: "b", encryption: .kms(keyID: "arn:aws:kms:us-east-1:1:key/2"), client: world.client(.s3))
        let attributes = S3Attributes(contentType: "image/png", cacheControl: "max-age=60", metadata: ["season": "winter"])
        #expect(try await bucket.put("k", Array("123456789".utf8), attributes) == "\"5d41\"")
        let sent = world.http.requests[0]
        #expect(field("x-amz-server-side-encryption", of: sent) == "aws:kms")
        #expect(field("x-amz-server-side-encryption-aws-kms-key-id", of: sent) == "arn:aws:kms:us-east-1:1:key/2")
        // The check value of CRC-32, cbf43926, in base64.
        #expect(field("x-amz-checksum-crc32", of: sent) == "y/Q5Jg==")
        #expect(field("content-type", of: sent) == "image/png" && field("cache-control", of: sent) == "max-age=60")
        #expect(field("x-amz-meta-season", of: sent) == "winter")
        #expect(field("authorization", of: sent)?.contains("x-amz-server-side-encryption") == true, "what is said is signed")
    }

    @Test func `a streamed upload is encrypted, too`() async throws {
        let world = CallWorld { _, _ in answer(200, [("ETag", "\"1\"")]) }
        let content = AWSContentStream(lengthBytes: 3) {
            let rest = Lock<[UInt8]?>([1, 2, 3])
            return { rest.withLock { $0.take() } }
        }
        try await world.bucket().put("k", content, S3Attributes(contentType: "audio/mpeg"))
        #expect(field("x-amz-server-side-encryption", of: world.http.requests[0]) == "aws:kms")
        #expect(field("x-amz-content-sha256", of: world.http.requests[0]) == "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")
    }

    @Test func `a range is opened, and only of the object that is meant`() async throws {
        let world = CallWorld { _, _ in
            HTTPClientResponse(
                status: 206,
                headers: [
                    .init("Content-Length", "3"), .init("ETag", "\"1\""), .init("Content-Type", "audio/mpeg"),
                    .init("Last-Modified", "Sun, 08 Feb 2026 17:20:23 GMT"),
                ], body: [7, 8, 9])
        }
        let download = try await world.bucket().get("k", range: 7...9, entityTag: "\"1\"")
        #expect(field("range", of: world.http.requests[0]) == "bytes=7-9" && field("if-match", of: world.http.requests[0]) == "\"1\"")
        #expect(world.http.requests[0].limits.maximumResponseBytes == 5 << 40, "as long as an object can be")
        #expect(download.info.contentBytes == 3 && download.info.attributes.contentType == "audio/mpeg")
        #expect(download.info.lastModified == UnixTime(seconds: 1_770_571_223))
        #expect(try await download.content.collect() == [7, 8, 9])
    }

    @Test func `an object that is not there is nil for head and NoSuchKey for get`() async throws {
        let world = CallWorld { request, _ in request.method == "HEAD" ? answer(404) : answer(404, xml: "<Error><Code>NoSuchKey</Code></Error>") }
        #expect(try await world.bucket().head("k") == nil)
        let error = await #expect(throws: AWSError.self) { _ = try await world.bucket().getBytes("k") }
        #expect(error?.code == "NoSuchKey")
    }

    @Test func `a listing tells keys that XML could not hold, and how it goes on`() async throws {
        let world = CallWorld { _, _ in
            answer(
                xml: """
                    <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><NextContinuationToken>more</NextContinuationToken>
                    <Contents><Key>a%0A+%E4%BF%B3</Key><Size>12</Size><ETag>&quot;1&quot;</ETag><LastModified>2026-02-08T17:20:23.000Z</LastModified></Contents>
                    <CommonPrefixes><Prefix>media%2F</Prefix></CommonPrefixes></ListBucketResult>
                    """)
        }
        let listing = try await world.bucket().list(prefix: "a+b", delimiter: "/", continuation: "x=", maximumCount: 5)
        #expect(listing.objects.map(\.key) == ["a\n 俳"] && listing.objects[0].entityTag == "\"1\"" && listing.objects[0].contentBytes == 12)
        #expect(listing.commonPrefixes == ["media/"] && listing.continuation == "more")
        #expect(
            world.http.requests[0].url
                == "https://haiku-media.s3.us-east-1.amazonaws.com/?list-type=2&encoding-type=url&prefix=a%2Bb&max-keys=5&delimiter=%2F&continuation-token=x%3D"
        )
    }

    @Test func `a presigned upload tells what must be sent along`() async throws {
        let world = CallWorld { _, _ in answer() }
        let (url, headers) = try await world.bucket().presignedPut("k", S3Attributes(contentType: "image/png"), expires: .seconds(60))
        #expect(headers.map(\.name) == ["Content-Type", "X-Amz-Server-Side-Encryption"])
        #expect(url.contains("X-Amz-SignedHeaders=content-type%3Bhost%3Bx-amz-server-side-encryption"))
    }
}

@Suite struct `A multipart upload` {
    private static let created = answer(xml: "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>")
    private static let completed = answer(xml: "<CompleteMultipartUploadResult><ETag>&quot;all-2&quot;</ETag></CompleteMultipartUploadResult>")

    private static func pieces(_ sizes: [Int]) -> () async throws -> [UInt8]? {
        let rest = Lock(sizes)
        return { rest.withLock { $0.isEmpty ? nil : [UInt8](repeating: 7, count: $0.removeFirst()) } }
    }

    private static func script(
        part: @escaping @Sendable (String) throws(HTTPClientError) -> HTTPClientResponse, complete: HTTPClientResponse = completed
    )
        -> ScriptedClient.Script
    {
        { request, _ throws(HTTPClientError) in
            switch request.method {
            case "POST" where request.url.hasSuffix("?uploads="): return created
            case "POST": return complete
            case "PUT": return try part(request.url)
            default: return answer(204)
            }
        }
    }

    @Test func `sends parts of a least length and names them all at the end`() async throws {
        let world = CallWorld(Self.script { url in answer(200, [("ETag", "\"\(url.contains("partNumber=1&") ? 1 : 2)\"")]) })
        let pieces = Self.pieces([3 << 20, 3 << 20, 1 << 20])
        let tag = try await world.bucket().upload("k", S3Attributes(contentType: "audio/mpeg"), partBytes: 5 << 20, next: pieces)
        #expect(tag == "\"all-2\"")
        let requests = world.http.requests
        try #require(requests.map(\.method) == ["POST", "PUT", "PUT", "POST"] && requests[1].body.count == 6 << 20 && requests[2].body.count == 1 << 20)
        #expect(field("x-amz-server-side-encryption", of: requests[0]) == "aws:kms" && field("x-amz-server-side-encryption", of: requests[1]) == nil)
        #expect(
            String(decoding: requests[3].body, as: UTF8.self).contains(
                "<Part><PartNumber>1</PartNumber><ETag>&quot;1&quot;</ETag><ChecksumCRC32>"))
    }

    @Test func `announces its checksums and tells that of each part twice, with the part and at the end`() async throws {
        let world = CallWorld(Self.script { _ in answer(200, [("ETag", "\"1\"")]) })
        let pieces = Lock([Array("123456789".utf8)])
        try await world.bucket().upload("k", S3Attributes(contentType: "text/plain")) { pieces.withLock { $0.popLast() } }
        let requests = world.http.requests
        #expect(field("x-amz-checksum-algorithm", of: requests[0]) == "CRC32")
        #expect(field("x-amz-checksum-crc32", of: requests[1]) == "y/Q5Jg==")
        let end = String(decoding: requests[2].body, as: UTF8.self)
        #expect(end.contains("<Part><PartNumber>1</PartNumber><ETag>&quot;1&quot;</ETag><ChecksumCRC32>y/Q5Jg==</ChecksumCRC32></Part>"))
    }

    @Test func `of nothing has one empty part`() async throws {
        let world = CallWorld(Self.script { _ in answer(200, [("ETag", "\"1\"")]) })
        try await world.bucket().upload("k", S3Attributes(contentType: "text/plain"), next: Self.pieces([]))
        #expect(world.http.requests.map(\.method) == ["POST", "PUT", "POST"])
    }

    @Test func `that fails leaves nothing behind`() async throws {
        let world = CallWorld(Self.script { _ in answer(403, xml: "<Error><Code>AccessDenied</Code></Error>") })
        let error = await #expect(throws: AWSError.self) {
            try await world.bucket().upload("k", S3Attributes(contentType: "text/plain"), next: Self.pieces([10]))
        }
        #expect(error?.code == "AccessDenied" && world.http.requests.last?.method == "DELETE")
    }

    @Test func `that S3 refuses after its 200 has failed`() async throws {
        let world = CallWorld(Self.script(part: { _ in answer(200, [("ETag", "\"1\"")]) }, complete: answer(xml: "<Error><Code>InternalError</Code></Error>")))
        let error = await #expect(throws: AWSError.self) {
            try await world.bucket().upload("k", S3Attributes(contentType: "text/plain"), next: Self.pieces([10]))
        }
        #expect(error?.code == "InternalError" && error?.attempts == 3 && world.http.requests.last?.method == "DELETE")
    }

    @Test func `that S3 fails to put together after its 200 is put together by another attempt`() async throws {
        let attempts = Lock(0)
        let world = CallWorld { request, number throws(HTTPClientError) in
            let script = Self.script(part: { _ in answer(200, [("ETag", "\"1\"")]) })
            guard request.method == "POST", !request.url.hasSuffix("?uploads=") else { return try script(request, number) }
            let attempt = attempts.withLock { attempts in
                attempts += 1
                return attempts
            }
            // S3 sends white space meanwhile, so that the connection stays open.
            return attempt == 1 ? answer(xml: "<?xml version=\"1.0\"?>\n\n<Error><Code>InternalError</Code></Error>") : Self.completed
        }
        let tag = try await world.bucket().upload("k", S3Attributes(contentType: "text/plain"), next: Self.pieces([10]))
        #expect(tag == "\"all-2\"" && world.http.requests.map(\.method) == ["POST", "PUT", "POST", "POST"])
    }
}
