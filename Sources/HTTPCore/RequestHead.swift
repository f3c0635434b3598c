/// Limits of a request's head, and of the trailer section of a chunked body.
public struct RequestLimits: Sendable, Equatable {
    /// The whole head with its request line, or a trailer section, in bytes; above it 431 (RFC 6585 §5).
    public var headBytes = 16_384
    /// Field lines of a head or of a trailer section; above it 431 (RFC 6585 §5).
    public var fieldCount = 100
    /// The target in bytes; above it 414 (RFC 9110 §15.5.15).
    public var targetBytes = 8_192

    /// The limits of a small service: 16 KiB, 100 fields, targets of 8 KiB.
    public init() {}
}

/// Where a request's content ends (RFC 9112 §6.3).
public enum BodyFraming: Sendable, Equatable {
    /// There is no content: neither Content-Length nor Transfer-Encoding.
    case none
    /// So many bytes, from Content-Length; may be 0.
    case length(Int)
    /// Chunks, to be read by `ChunkedDecoder`.
    case chunked
}

/// The head of a request and what it says about the connection.
public struct RequestHead: Sendable {
    /// The method; unknown tokens, also known ones in another case, are `.other`.
    public var method: Method
    /// The target.
    public var target: RequestTarget
    /// The minor version of HTTP/1: 0 or 1 (higher ones count as 1, RFC 9110 §6.2).
    public var minorVersion: UInt8
    /// The header fields.
    public var fields: Fields
    /// Where the content ends.
    public var framing: BodyFraming
    /// True when the client lets the connection live on after the answer (RFC 9112 §9.3).
    public var keepAlive: Bool
    /// True when the client waits for 100 before it sends its content (RFC 9110 §10.1.1).
    public var expectsContinue: Bool
}
