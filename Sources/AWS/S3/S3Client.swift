import Compression
import Encoding
import HTTPClient

/// The objects of one bucket. Source: Amazon S3 API Reference.
///
/// Keys are any text of 1 to 1,024 bytes. Every upload says how it is encrypted. Errors are `AWSError` with S3's codes, such as `NoSuchKey`.
public struct S3Client: Sendable {
    /// The bucket.
    public let bucket: String
    /// How uploads are encrypted.
    public let encryption: S3Encryption
    let client: AWSClient
    private let host: String?
    private let pathPrefix: String

    /// What a transfer may take: a minute until the first byte, an hour altogether. No document is longer than a listing of a thousand long keys.
    static let transferLimits = HTTPClientLimits(
        firstByteTimeout: .seconds(60), totalTimeout: .seconds(3_600), maximumResponseBytes: 16 * 1024 * 1024)
    /// The longest object there is.
    static let maximumObjectBytes = 5 * 1024 * 1024 * 1024 * 1024

    /// A bucket, by its own host where that is one of AWS and a certificate covers it, else by the path.
    public init(bucket: String, encryption: S3Encryption = .kms(keyID: nil), client: AWSClient) {
        precondition(client.service == .s3, "a client of S3")
        self.bucket = bucket
        self.encryption = encryption
        self.client = client
        // A dot within the name is a label too many for the certificate.
        let hasHost = client.endpoint == AWSEndpoint(.s3, region: client.region) && !bucket.utf8.contains(UInt8(ascii: "."))
        host = hasHost ? "\(bucket).\(client.endpoint.host)" : nil
        pathPrefix = hasHost ? "" : SigningRequest.path(encoding: bucket)
    }

    func call(_ method: String, _ key: String?, query: [(name: String, value: String)] = [], headers: [SigningRequest.Header] = []) -> AWSCall {
        // The slash is ours, one of the key's own comes behind it.
        let path = pathPrefix + (key.map { SigningRequest.path(encoding: "/\($0)") } ?? (pathPrefix.isEmpty ? "/" : ""))
        return AWSCall(
            method: method, path: path, query: QueryText.encoded(query), headers: headers, isIdempotent: true, host: host, limits: Self.transferLimits)
    }

    // MARK: Storing

    /// Stores an object, with a checksum that S3 verifies; returns its entity tag.
    @discardableResult
    public func put(_ key: String, _ content: [UInt8], _ attributes: S3Attributes) async throws(AWSError) -> String {
        var call = call("PUT", key, headers: attributes.headers + encryption.headers + [Self.checksumHeader(Self.checksum(of: content))])
        call.content = .bytes(content)
        return try entityTag(try await client.send(call))
    }

    /// Stores an object whose content is produced while it is sent; returns its entity tag. At most 5 GiB.
    @discardableResult
    public func put(_ key: String, _ content: AWSContentStream, _ attributes: S3Attributes) async throws(AWSError) -> String {
        var call = call("PUT", key, headers: attributes.headers + encryption.headers)
        call.content = .stream(content)
        return try entityTag(try await client.send(call))
    }

    /// Removes an object; one that is not there counts as removed.
    public func delete(_ key: String) async throws(AWSError) { _ = try await client.send(call("DELETE", key)) }

    /// As S3 writes a CRC-32: four bytes in base64.
    static func checksum(of content: [UInt8]) -> String {
        let checksum = CRC32.checksum(content)
        return Base64.encode((0..<4).map { UInt8(truncatingIfNeeded: checksum >> (24 - 8 * $0)) })
    }

    static func checksumHeader(_ checksum: String) -> SigningRequest.Header { .init("X-Amz-Checksum-CRC32", checksum) }

    func entityTag(_ answer: HTTPClientResponse) throws(AWSError) -> String {
        guard let tag = answer.header("ETag") else { throw AWSError(.unexpectedAnswer("S3 stored an object without telling its ETag")) }
        return tag
    }
}
