import Encoding
public import HTTPClient
import Platform

extension S3Client {
    /// An object on its way.
    public struct Download: Sendable {
        /// What S3 says about it.
        public let info: S3ObjectInfo
        /// Its bytes, to be read once.
        public let content: HTTPClientStream
    }

    /// Opens an object, or a range of its bytes; memory stays bounded whatever its length.
    ///
    /// - Throws: `AWSError` with code `NoSuchKey`, or status 412 when the object is not the one of `entityTag` any more.
    public func get(_ key: String, range: ClosedRange<Int>? = nil, entityTag: String? = nil) async throws(AWSError) -> Download {
        var headers: [SigningRequest.Header] = []
        if let range { headers.append(.init("Range", "bytes=\(range.lowerBound)-\(range.upperBound)")) }
        if let entityTag { headers.append(.init("If-Match", entityTag)) }
        var call = call("GET", key, headers: headers)
        call.limits.maximumResponseBytes = Self.maximumObjectBytes
        let stream = try await client.open(call)
        return Download(info: S3ObjectInfo(stream.headers), content: stream)
    }

    /// A whole object of at most `limitBytes`; what breaks off is tried again.
    public func getBytes(_ key: String, limitBytes: Int = 16 * 1024 * 1024) async throws(AWSError) -> (info: S3ObjectInfo, content: [UInt8]) {
        var call = call("GET", key)
        // Room for the document that says why there is none.
        call.limits.maximumResponseBytes = max(limitBytes, AWSServiceError.maximumBytes)
        let answer = try await client.send(call)
        guard answer.body.count <= limitBytes else { throw AWSError(.exchange(.responseTooLarge(limitBytes: limitBytes))) }
        return (S3ObjectInfo(answer.headers), answer.body)
    }

    /// What S3 says about an object; nil when it is not there.
    public func head(_ key: String) async throws(AWSError) -> S3ObjectInfo? {
        do throws(AWSError) {
            return S3ObjectInfo(try await client.send(call("HEAD", key)).headers)
        } catch {
            // An answer to HEAD has no content that could hold a code.
            guard error.serviceError?.status == 404 else { throw error }
            return nil
        }
    }

    /// One page of the objects whose keys begin with `prefix`, at most 1,000.
    public func list(
        prefix: String = "", delimiter: String? = nil, continuation: String? = nil, maximumCount: Int = 1_000
    ) async throws(AWSError) -> S3Listing {
        var query: [(name: String, value: String)] = [
            ("list-type", "2"), ("encoding-type", "url"), ("prefix", prefix), ("max-keys", "\(maximumCount)"),
        ]
        if let delimiter { query.append(("delimiter", delimiter)) }
        if let continuation { query.append(("continuation-token", continuation)) }
        let answer = try await client.send(call("GET", nil, query: query))
        return try S3Listing(try AWSClient.readXML(answer.body, of: "ListObjectsV2"))
    }

    /// A URL to read an object without credentials, for 1 second to 7 days.
    public func presignedGet(_ key: String, expires: Duration) async throws(AWSError) -> String {
        try await client.presignedURL(call("GET", key), expires: expires)
    }

    /// A URL to store an object without credentials, and the header fields to send along.
    public func presignedPut(
        _ key: String, _ attributes: S3Attributes, expires: Duration
    ) async throws(AWSError) -> (url: String, headers: [SigningRequest.Header]) {
        let headers = attributes.headers + encryption.headers
        return (try await client.presignedURL(call("PUT", key, headers: headers), expires: expires), headers)
    }
}

extension S3ObjectInfo {
    private static let metadataPrefix = "x-amz-meta-"

    init(_ headers: [HTTPClientHeader]) {
        var metadata: [String: String] = [:], fields: [String: String] = [:]
        for field in headers {
            let name = field.name.lowercased()
            if name.hasPrefix(Self.metadataPrefix) {
                metadata[String(name.dropFirst(Self.metadataPrefix.count))] = field.value
            } else {
                fields[name] = field.value
            }
        }
        contentBytes = fields["content-length"].flatMap(Int.init) ?? 0
        entityTag = fields["etag"] ?? ""
        attributes = S3Attributes(
            contentType: fields["content-type"] ?? "binary/octet-stream", cacheControl: fields["cache-control"],
            contentDisposition: fields["content-disposition"],
            metadata: metadata)
        lastModified = fields["last-modified"].flatMap(Timestamp.init(httpDate:)).map { UnixTime(seconds: $0.secondsSinceEpoch) }
        versionID = fields["x-amz-version-id"]
        encryption = fields["x-amz-server-side-encryption"]
    }
}

extension S3Listing {
    init(_ root: XMLElement) throws(AWSError) {
        objects = []
        for element in root.children where element.name == "Contents" { objects.append(try Object(element)) }
        commonPrefixes = []
        for element in root.children where element.name == "CommonPrefixes" {
            commonPrefixes.append(try Self.decoded(element["Prefix"]?.text ?? ""))
        }
        continuation = root["NextContinuationToken"]?.text
    }

    /// `encoding-type=url`: XML cannot hold every key.
    fileprivate static func decoded(_ text: String) throws(AWSError) -> String {
        guard let decoded = PercentEncoding.decode(text, plusIsSpace: true) else {
            throw AWSError(.unexpectedAnswer("ListObjectsV2 told a key that is not encoded"))
        }
        return decoded
    }
}

extension S3Listing.Object {
    fileprivate init(_ element: XMLElement) throws(AWSError) {
        guard let key = element["Key"]?.text, let size = element["Size"].flatMap({ Int($0.text) }) else {
            throw AWSError(.unexpectedAnswer("ListObjectsV2 told an object without key or size"))
        }
        self.key = try S3Listing.decoded(key)
        contentBytes = size
        entityTag = element["ETag"]?.text ?? ""
        lastModified = element["LastModified"].flatMap { Timestamp(iso8601: $0.text) }.map { UnixTime(seconds: $0.secondsSinceEpoch) }
    }
}
