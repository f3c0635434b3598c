/// Why a connection ends with an answer that no handler gave.
public enum Refusal: Hashable, Sendable {
    /// The bytes are no request we accept: the error's status.
    case malformed(ParseError)
    /// The head did not arrive in time (RFC 9110 §15.5.9): 408.
    case headTimedOut
    /// There is no room for another connection (RFC 9110 §15.6.4): 503.
    case tooManyConnections

    /// The status to answer with.
    public var status: Status {
        switch self {
        case .malformed(let error): error.status
        case .headTimedOut: 408
        case .tooManyConnections: .serviceUnavailable
        }
    }

    /// The answer of a server that nobody gave another: the status in plain text.
    public var plainResponse: Response {
        var fields: Fields = [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"]
        if self == .tooManyConnections { fields.append(.retryAfter, "1") }
        return Response(status: status, fields: fields, body: .bytes(Array("\(status.code) \(status.reason)\n".utf8)))
    }
}
