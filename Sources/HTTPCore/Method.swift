/// A request method (RFC 9110 §9); names are case-sensitive.
public enum Method: Hashable, Sendable {
    /// The methods of RFC 9110 and RFC 5789.
    case get, head, post, put, patch, delete, options, connect, trace
    /// Any other token.
    case other(String)

    /// Reads a method name; the caller has checked that it is a token.
    public init(_ name: String) {
        self = Self.known.first { $0.name == name } ?? .other(name)
    }

    /// The name as sent.
    public var name: String {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .patch: "PATCH"
        case .delete: "DELETE"
        case .options: "OPTIONS"
        case .connect: "CONNECT"
        case .trace: "TRACE"
        case .other(let name): name
        }
    }

    /// True for methods that only read (RFC 9110 §9.2.1).
    public var isSafe: Bool {
        switch self {
        case .get, .head, .options, .trace: true
        default: false
        }
    }

    /// True for methods a client may repeat after a lost connection (RFC 9110 §9.2.2).
    public var isIdempotent: Bool {
        switch self {
        case .put, .delete: true
        default: isSafe
        }
    }

    private static let known: [Method] = [.get, .head, .post, .put, .patch, .delete, .options, .connect, .trace]
}
