/// Sends HTTP requests. Whoever calls other services is given one of these, so that tests can answer in memory.
public protocol HTTPClient: Sendable {
    /// Sends one request and reads the whole answer, whatever its status. No redirect is followed, no cookie kept, nothing that was answered retried.
    /// Cancelling the caller's task abandons the exchange with `HTTPClientError.cancelled`.
    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse

    /// Sends one request and returns when the head of the answer is there; its body is read as it arrives. As `send` otherwise.
    ///
    /// - Parameter upload: a body that is produced while it is sent, in place of the request's own; nil for that.
    func stream(_ request: HTTPClientRequest, upload: HTTPClientUpload?) async throws(HTTPClientError) -> HTTPClientStream
}

extension HTTPClient {
    /// Sends a request whose body is there, and reads the answer's body as it arrives.
    public func stream(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientStream { try await stream(request, upload: nil) }

    /// For stand-ins that answer in memory: gathers the request's body and gives the whole answer.
    public func stream(_ request: HTTPClientRequest, upload: HTTPClientUpload?) async throws(HTTPClientError) -> HTTPClientStream {
        var request = request
        if let upload {
            do {
                request.body = []
                while let piece = try await upload.next() { request.body += piece }
            } catch {
                throw .uploadFailed(detail: "\(error)")
            }
        }
        return HTTPClientStream(try await send(request))
    }
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
    /// From the last byte of the request that was sent to the first of an answer; not counted while an upload waits for its producer.
    public var firstByteTimeout: Duration
    /// For everything together, waiting for a place among the connections and reading a stream included.
    public var totalTimeout: Duration
    /// The longest body accepted, after decompression, streamed ones too.
    public var maximumResponseBytes: Int
    /// The largest sum of all header lines accepted.
    public var maximumHeaderBytes: Int

    /// Limits for small answers from near services.
    public init(
        connectTimeout: Duration = .seconds(3), firstByteTimeout: Duration = .seconds(10), totalTimeout: Duration = .seconds(10),
        maximumResponseBytes: Int = 1024 * 1024, maximumHeaderBytes: Int = 32 * 1024
    ) {
        self.connectTimeout = connectTimeout
        self.firstByteTimeout = firstByteTimeout
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
    /// Asks for gzip, deflate, br and zstd and undoes them; the `Content-Encoding` and `Content-Length` of the answer stay what was sent.
    public var decompresses: Bool
    /// Whether twice is as good as once, so that it may be sent again when a kept connection breaks before an answer; nil when its method says so
    /// (RFC 9110 section 9.2.2).
    public var isIdempotent: Bool?
    /// Goes to the server itself, whatever proxies there are: for what must not leave this machine.
    public var isDirect: Bool

    /// A request.
    public init(
        method: String = "GET", url: String, headers: [HTTPClientHeader] = [], body: [UInt8] = [], limits: HTTPClientLimits = HTTPClientLimits(),
        decompresses: Bool = false, isIdempotent: Bool? = nil, isDirect: Bool = false
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
        self.decompresses = decompresses
        self.isIdempotent = isIdempotent
        self.isDirect = isDirect
    }

    /// Whether it may be sent once more without anybody having asked for that.
    var mayBeRepeated: Bool {
        if let isIdempotent { return isIdempotent }
        switch method {
        case "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE": return true
        default: return false
        }
    }
}

/// A whole answer.
public struct HTTPClientResponse: Sendable, Equatable {
    /// 200…599; interim answers are swallowed.
    public let status: Int
    /// Header fields in their order, without trailers.
    public let headers: [HTTPClientHeader]
    /// The body as it came; no content coding is undone unless the request asked for it.
    public let body: [UInt8]

    /// An answer.
    public init(status: Int, headers: [HTTPClientHeader] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first field of this name, compared without case.
    public func header(_ name: String) -> String? { headers.first(named: name) }
}

extension [HTTPClientHeader] {
    /// The value of the first field of this name, compared without case.
    func first(named name: String) -> String? {
        let wanted = name.lowercased()
        return first { $0.name.lowercased() == wanted }?.value
    }
}
