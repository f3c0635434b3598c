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

    /// Bytes that hold the target where `range` says; more of the head may stand around it.
    public let bytes: [UInt8]
    /// The form of the target.
    public let form: Form
    private let start: UInt32
    private let pathStart: UInt32
    private let pathEnd: UInt32
    private let end: UInt32

    /// Where the target lies in `bytes`: as sent, but an absolute-form without a path has its `/` added (RFC 9110 §4.2.3).
    public var range: Range<Int> { Int(start)..<Int(end) }
    /// Where the path lies in `bytes`; never percent-decoded here.
    public var pathRange: Range<Int> { Int(pathStart)..<Int(pathEnd) }
    /// Where the query lies in `bytes`, without its question mark; nil when there is none.
    public var queryRange: Range<Int>? { pathEnd < end ? Int(pathEnd) + 1..<Int(end) : nil }

    /// The path as sent, percent-encoded.
    public var path: String { String(decoding: bytes[pathRange], as: UTF8.self) }

    /// The query as sent, percent-encoded and without its question mark.
    public var query: String? { queryRange.map { String(decoding: bytes[$0], as: UTF8.self) } }

    /// The whole target as sent.
    public var description: String { String(decoding: bytes[range], as: UTF8.self) }

    /// What was read from the bytes of a target alone, in bytes that hold it from `start` on.
    init(_ parts: Parts, in bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        form = parts.form
        self.start = UInt32(start)
        pathStart = UInt32(start + parts.path.lowerBound)
        pathEnd = UInt32(start + parts.path.upperBound)
        end = UInt32(start + parts.count)
    }

    /// True for the same bytes in the same form.
    public static func == (left: RequestTarget, right: RequestTarget) -> Bool {
        left.form == right.form && left.bytes[left.range] == right.bytes[right.range]
    }
}
