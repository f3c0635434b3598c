/// The target of a request (RFC 9112 §3.2): where its path and query lie in the bytes as sent.
public struct RequestTarget: Sendable, Equatable {
    /// The form the client chose.
    public enum Form: Sendable, Equatable {
        /// `/path?query`
        case origin
        /// `http://host/path?query`; the authority replaces the Host field.
        case absolute(authority: String)
        /// `host:port`, for CONNECT
        case authority
        /// `*`, for OPTIONS
        case asterisk
    }

    /// The bytes as sent; an absolute-form without a path has its `/` added (RFC 9110 §4.2.3).
    public let bytes: [UInt8]
    /// The form of the target.
    public let form: Form
    /// Where the path lies in `bytes`; never percent-decoded here.
    public let pathRange: Range<Int>
    /// Where the query lies in `bytes`, without its question mark; nil when there is none.
    public let queryRange: Range<Int>?

    /// The path as sent, percent-encoded.
    public var path: String { String(decoding: bytes[pathRange], as: UTF8.self) }

    /// The query as sent, percent-encoded and without its question mark.
    public var query: String? { queryRange.map { String(decoding: bytes[$0], as: UTF8.self) } }

    /// The whole target as sent.
    public var description: String { String(decoding: bytes, as: UTF8.self) }

    init(bytes: [UInt8], form: Form, pathRange: Range<Int>, queryRange: Range<Int>?) {
        self.bytes = bytes
        self.form = form
        self.pathRange = pathRange
        self.queryRange = queryRange
    }
}
