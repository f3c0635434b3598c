public import Platform

/// How objects of a bucket are encrypted at rest; always said, as our bucket policies refuse uploads that do not.
public enum S3Encryption: Sendable, Equatable {
    /// `aws:kms`, with the key of this id, or with AWS's own (`aws/s3`), whatever the bucket's is.
    case kms(keyID: String?)

    var headers: [SigningRequest.Header] {
        switch self {
        case .kms(let keyID):
            [.init("X-Amz-Server-Side-Encryption", "aws:kms")]
                + (keyID.map { [.init("X-Amz-Server-Side-Encryption-Aws-Kms-Key-Id", $0)] } ?? [])
        }
    }
}

/// What is said about an object when it is stored.
public struct S3Attributes: Sendable, Equatable {
    /// A media type.
    public var contentType: String
    /// Such as `public, max-age=31536000, immutable`.
    public var cacheControl: String?
    /// Such as `attachment; filename="words.csv"`.
    public var contentDisposition: String?
    /// Own data, 2 KB altogether; names in small letters, values in ASCII.
    public var metadata: [String: String]

    /// Attributes of an object.
    public init(contentType: String, cacheControl: String? = nil, contentDisposition: String? = nil, metadata: [String: String] = [:]) {
        self.contentType = contentType
        self.cacheControl = cacheControl
        self.contentDisposition = contentDisposition
        self.metadata = metadata
    }

    var headers: [SigningRequest.Header] {
        var headers = [SigningRequest.Header("Content-Type", contentType)]
        if let cacheControl { headers.append(.init("Cache-Control", cacheControl)) }
        if let contentDisposition { headers.append(.init("Content-Disposition", contentDisposition)) }
        return headers + metadata.sorted { $0.key < $1.key }.map { .init("X-Amz-Meta-\($0.key)", $0.value) }
    }
}

/// What S3 says about an object.
public struct S3ObjectInfo: Sendable, Equatable {
    /// Bytes; of the part for a range.
    public var contentBytes: Int
    /// In quotation marks, as it is sent back in conditions.
    public var entityTag: String
    /// What was said when it was stored.
    public var attributes: S3Attributes
    /// When it was stored.
    public var lastModified: UnixTime?
    /// Of a bucket with versions.
    public var versionID: String?
    /// Such as `aws:kms`.
    public var encryption: String?
}

/// One page of a bucket's objects.
public struct S3Listing: Sendable, Equatable {
    /// One object.
    public struct Object: Sendable, Equatable {
        /// Its key.
        public var key: String
        /// Its length in bytes.
        public var contentBytes: Int
        /// In quotation marks.
        public var entityTag: String
        /// When it was stored.
        public var lastModified: UnixTime?
    }

    /// In the order of their keys' bytes.
    public var objects: [Object]
    /// The beginnings that the delimiter makes of longer keys.
    public var commonPrefixes: [String]
    /// Asks for the next page; nil after the last.
    public var continuation: String?
}
