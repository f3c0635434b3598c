/// Why bytes are not a request we accept; each case names its rule and answers with its status, and the connection closes.
public enum ParseError: Error, Hashable, Sendable {
    /// The request line is not `method SP target SP HTTP/1.x` (RFC 9112 §3): 400.
    case badRequestLine
    /// The method is not a token (RFC 9110 §9.1): 400.
    case badMethod
    /// The target has forbidden bytes or none of the four forms (RFC 9112 §3.2): 400.
    case badTarget
    /// The target is longer than the limit (RFC 9110 §15.5.15): 414.
    case targetTooLong
    /// The major version is not 1 (RFC 9110 §15.6.6): 505.
    case unsupportedVersion
    /// A line ends with a bare CR or LF, or holds one (RFC 9112 §2.2): 400.
    case bareLineEnd
    /// A field name is empty or not a token, or white space precedes its colon (RFC 9112 §5.1): 400.
    case badFieldName
    /// A field value has control bytes or NUL (RFC 9110 §5.5): 400.
    case badFieldValue
    /// A field line continues on the next (RFC 9112 §5.2): 400.
    case obsoleteFolding
    /// The header block is larger than its limit (RFC 6585 §5): 431.
    case headTooLarge
    /// There are more fields than the limit (RFC 6585 §5): 431.
    case tooManyFields
    /// Host is missing in HTTP/1.1, there twice, or not a host (RFC 9112 §3.2): 400.
    case badHost
    /// Content-Length is no number, too large, or there twice (RFC 9112 §6.3): 400.
    case badContentLength
    /// Content-Length and Transfer-Encoding together (RFC 9112 §6.1): 400.
    case conflictingFraming
    /// Transfer-Encoding in HTTP/1.0, or chunked not last or twice (RFC 9112 §6.1): 400.
    case badTransferEncoding
    /// A transfer coding other than chunked (RFC 9112 §6.1): 501.
    case unknownTransferCoding
    /// An expectation other than 100-continue (RFC 9110 §10.1.1): 417.
    case unknownExpectation
    /// A chunk's size line or end is broken (RFC 9112 §7.1): 400.
    case badChunk
    /// A trailer field is broken or framing information (RFC 9110 §6.5.1): 400.
    case badTrailer

    /// The status to answer with.
    public var status: Status {
        switch self {
        case .targetTooLong: 414
        case .headTooLarge, .tooManyFields: 431
        case .unknownTransferCoding: 501
        case .unsupportedVersion: 505
        case .unknownExpectation: 417
        default: 400
        }
    }
}
