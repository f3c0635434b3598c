public import HTTPClient

/// One request to a service, before it is signed.
public struct AWSCall: Sendable {
    /// What is sent.
    public enum Content: Sendable {
        /// Content that is there whole.
        case bytes([UInt8])
        /// Content that is produced while it is sent, anew for each attempt, in chunks that are signed (S3 alone takes them).
        case stream(AWSContentStream)
    }

    /// Such as `POST`.
    public var method: String
    /// Percent-encoded, from the first `/` on.
    public var path: String
    /// Percent-encoded, without `?`.
    public var query: String
    /// Header fields besides those of the signature.
    public var headers: [SigningRequest.Header]
    /// What is sent.
    public var content: Content
    /// Whether twice is as good as once.
    public var isIdempotent: Bool
    /// Whether it is signed; a few operations for everybody are not. Content that is a stream always is.
    public var isSigned = true
    /// Whether the service answers 200 before it knows, and an error may stand in the content (S3 when it puts parts together).
    public var mayFailInContent = false
    /// Another host than the end point's, such as that of a bucket.
    public var host: String?
    /// Time and size limits of each attempt.
    public var limits: HTTPClientLimits

    /// A call.
    public init(
        method: String = "POST", path: String = "/", query: String = "", headers: [SigningRequest.Header] = [], content: Content = .bytes([]),
        isIdempotent: Bool, host: String? = nil, limits: HTTPClientLimits = HTTPClientLimits()
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.content = content
        self.isIdempotent = isIdempotent
        self.host = host
        self.limits = limits
    }
}

/// Content whose length is known and which can be produced again.
public struct AWSContentStream: Sendable {
    /// Gives the pieces in order, nil at the end.
    public typealias Producer = @Sendable () async throws -> [UInt8]?

    /// Bytes altogether.
    public let lengthBytes: Int
    /// Begins at the first byte.
    let open: @Sendable () async throws -> Producer

    /// Content of a length; `open` is called for each attempt and gives the pieces from the first one on.
    public init(lengthBytes: Int, open: @escaping @Sendable () async throws -> Producer) {
        self.lengthBytes = lengthBytes
        self.open = open
    }
}
