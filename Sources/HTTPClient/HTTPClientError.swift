/// Why there is no answer, or no whole one. The details are for logs, not for users.
public enum HTTPClientError: Error, Sendable, Equatable {
    /// The request cannot be written; nothing was sent.
    case invalidRequest(reason: String)
    /// The host's name has no address; nothing was sent.
    case unresolvedHost(detail: String)
    /// No connection came about, or none through the proxy; nothing was sent.
    case connectionFailed(detail: String)
    /// TLS failed or the server's certificate is not trusted for this host; nothing was sent.
    case untrustedServer(detail: String)
    /// A time limit passed; what it was about tells whether the request may have been carried out.
    case timedOut(HTTPClientTimeout)
    /// The answer, or its head, is larger than the limit for that.
    case responseTooLarge(limitBytes: Int)
    /// Whoever produced the request's body failed, or produced another length than was declared; the server saw a part of the request.
    case uploadFailed(detail: String)
    /// The connection broke or what came back was not HTTP; the request may have been carried out.
    case interrupted(detail: String)
    /// The caller was cancelled; the request may have been carried out.
    case cancelled
    /// Too many requests are waiting already; nothing was sent.
    case busy

    /// Whether it is certain that the server never saw the request.
    public var wasNeverSent: Bool {
        switch self {
        case .invalidRequest, .unresolvedHost, .connectionFailed, .untrustedServer, .busy, .timedOut(.waiting), .timedOut(.connecting): true
        case .timedOut(.firstByte), .timedOut(.total), .responseTooLarge, .uploadFailed, .interrupted, .cancelled: false
        }
    }
}

/// What did not come in time.
public enum HTTPClientTimeout: Sendable, Equatable {
    /// A free place among the connections to the host: the total time passed before; nothing was sent.
    case waiting
    /// A connection, within the time for it or the total time; nothing was sent.
    case connecting
    /// The first byte of the answer; the request was sent.
    case firstByte
    /// The end of the answer; the request was sent.
    case total
}
