/// Sends HTTP requests. Whoever calls other services is given one of these, so that tests can answer in memory.
public protocol HTTPClient: Sendable {
    /// Sends one request and reads the whole answer, whatever its status. No redirect is followed, no cookie kept, nothing retried.
    /// Cancelling the caller's task abandons the exchange with `HTTPClientError.cancelled`.
    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse
}

/// One header field, in the spelling it has on the wire.
public struct HTTPClientHeader: Sendable, Equatable {
    /// A token (RFC 9110 section 5.1).
    public let name: String
    /// Visible characters, spaces and tabs.
    public let value: String

    /// A header field; checked when it is sent.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// How long an exchange may take and how much may come back.
public struct HTTPClientLimits: Sendable, Equatable {
    /// For name resolution, TCP and TLS together.
    public var connectTimeout: Duration
    /// For everything together, waiting for a free thread included.
    public var totalTimeout: Duration
    /// The longest body accepted.
    public var maximumResponseBytes: Int
    /// The largest sum of all header lines accepted.
    public var maximumHeaderBytes: Int

    /// Limits for small answers from near services.
    public init(
        connectTimeout: Duration = .seconds(3), totalTimeout: Duration = .seconds(10), maximumResponseBytes: Int = 1024 * 1024,
        maximumHeaderBytes: Int = 32 * 1024
    ) {
        self.connectTimeout = connectTimeout
        self.totalTimeout = totalTimeout
        self.maximumResponseBytes = maximumResponseBytes
        self.maximumHeaderBytes = maximumHeaderBytes
    }
}

/// A request to send.
public struct HTTPClientRequest: Sendable, Equatable {
    /// A token such as `GET`.
    public var method: String
    /// An absolute `http:` or `https:` URL without user and password, percent-encoded.
    public var url: String
    /// Header fields in their order; `Host` and `Content-Length` are made by the client.
    public var headers: [HTTPClientHeader]
    /// The body; sent as it is.
    public var body: [UInt8]
    /// Time and size limits of this exchange.
    public var limits: HTTPClientLimits

    /// A request.
    public init(method: String = "GET", url: String, headers: [HTTPClientHeader] = [], body: [UInt8] = [], limits: HTTPClientLimits = HTTPClientLimits()) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
    }
}

/// A whole answer.
public struct HTTPClientResponse: Sendable, Equatable {
    /// 200…599; interim answers are swallowed.
    public let status: Int
    /// Header fields in their order, without trailers.
    public let headers: [HTTPClientHeader]
    /// The body as it came; no content coding is undone.
    public let body: [UInt8]

    /// An answer.
    public init(status: Int, headers: [HTTPClientHeader] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first field of this name, compared without case.
    public func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }
}
