/// Why there is no answer. The details are for logs, not for users.
public enum HTTPClientError: Error, Sendable, Equatable {
    /// The request cannot be written; nothing was sent.
    case invalidRequest(reason: String)
    /// The host's name has no address; nothing was sent.
    case unresolvedHost(detail: String)
    /// No TCP connection came about; nothing was sent.
    case connectionFailed(detail: String)
    /// TLS failed or the server's certificate is not trusted for this host; nothing was sent.
    case untrustedServer(detail: String)
    /// A time limit passed; the request may have been carried out.
    case timedOut
    /// The answer is larger than the limit.
    case responseTooLarge(limitBytes: Int)
    /// The connection broke or what came back was not HTTP; the request may have been carried out.
    case interrupted(detail: String)
    /// The caller was cancelled; the request may have been carried out.
    case cancelled
    /// Too many requests are waiting already; nothing was sent.
    case busy

    /// Whether it is certain that the server never saw the request.
    public var wasNeverSent: Bool {
        switch self {
        case .invalidRequest, .unresolvedHost, .connectionFailed, .untrustedServer, .busy: true
        case .timedOut, .responseTooLarge, .interrupted, .cancelled: false
        }
    }
}
