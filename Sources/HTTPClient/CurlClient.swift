import Platform
public import Reactor

/// An `HTTPClient` over libcurl, on event loops: a caller on a loop has its exchange there, any other one is sent to a loop of the client's group.
///
/// Connections are kept and used again, by one loop each. Certificates are always verified, HTTP/1.1 is spoken, paths are sent as they are. When a kept
/// connection turns out to be closed before any byte of an answer came, the request is sent once more on another (RFC 9112 section 9.3.1); one that is
/// not idempotent only when nothing of its body had left, so that the server cannot have carried it out.
/// To be let go of before the loops it was used on are stopped: its connections are closed there, soon after the last copy is gone.
public final class CurlClient: HTTPClient {
    /// What a client is made with. Limits are for the whole client, divided among the loops of its group, at least 1 each.
    public struct Configuration: Sendable {
        /// How many connections to one server (scheme, host and port) at once.
        public var connectionsPerHost = 32
        /// How many exchanges may wait for a place among them; one more is refused as `busy`. 0 to wait never.
        public var waitingLimit = 1024
        /// How many connections without an exchange are kept, over all servers.
        public var idleConnectionLimit = 64
        /// For how long a connection without an exchange is good for another, in whole seconds.
        public var idleTimeout = Duration.seconds(60)
        /// A PEM file with the certificate authorities to trust instead of the system's.
        public var certificateAuthorities: String?
        /// Through which proxies; none by default.
        public var proxies = HTTPClientProxies()
        /// Sent where a request has no `User-Agent`.
        public var userAgent = "app-dw"

        /// The defaults.
        public init() {}
    }

    private let configuration: Configuration
    private let group: EventLoopGroup
    /// One per loop that was used.
    private let curls = Lock<[ObjectIdentifier: Confined<CurlLoop>]>([:])

    /// A client; connections are made with the first requests.
    ///
    /// - Parameter group: where the exchanges of callers run that are on no loop.
    public init(_ configuration: Configuration = Configuration(), on group: EventLoopGroup) {
        self.configuration = configuration
        self.group = group
    }

    deinit {
        for curl in curls.withLock({ Array($0.values) }) { curl.value.loop.submit { curl.value.close(on: $0) } }
    }

    /// See `HTTPClient`. Takes no longer than the caller's task has left (`TaskDeadline`), for a request until its route's deadline.
    public func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        defer { withExtendedLifetime(self) {} }
        let order = try order(request, upload: nil)
        let curl = curl()
        return try await Self.send(order, curl, on: curl.value.loop)
    }

    /// See `HTTPClient`. The whole stream takes no longer than the caller's task has left.
    public func stream(_ request: HTTPClientRequest, upload: HTTPClientUpload?) async throws(HTTPClientError) -> HTTPClientStream {
        let order = try order(request, upload: upload)
        let curl = curl()
        return try await Self.stream(order, curl, of: self, on: curl.value.loop)
    }

    private static func send(_ order: Order, _ curl: Confined<CurlLoop>, on loop: isolated EventLoop) async throws(HTTPClientError) -> HTTPClientResponse {
        let exchange = Exchange(order)
        let head = try await curl.value.open(exchange, on: loop)
        guard var body = try await curl.value.next(exchange, on: loop) else { return HTTPClientResponse(status: head.status, headers: head.headers) }
        while let piece = try await curl.value.next(exchange, on: loop) { body += piece }
        return HTTPClientResponse(status: head.status, headers: head.headers, body: body)
    }

    private static func stream(
        _ order: Order, _ curl: Confined<CurlLoop>, of client: CurlClient, on loop: isolated EventLoop
    ) async throws(HTTPClientError) -> HTTPClientStream {
        let exchange = Exchange(order)
        let head = try await curl.value.open(exchange, on: loop)
        return HTTPClientStream(status: head.status, headers: head.headers, source: CurlBody(Confined(exchange), curl, of: client))
    }

    private func order(_ request: HTTPClientRequest, upload: HTTPClientUpload?) throws(HTTPClientError) -> Order {
        if let reason = request.problem() { throw .invalidRequest(reason: reason) }
        guard let origin = Origin(url: request.url) else { throw .invalidRequest(reason: "the URL has no host, no usable port, or carries a user") }
        let patience = TaskDeadline.bound(request.limits.totalTimeout)
        return Order(request: request, origin: origin, upload: upload, deadline: monotonicNanoseconds() + patience.nanoseconds)
    }

    /// libcurl on the caller's loop, or on the next one in turn.
    private func curl() -> Confined<CurlLoop> {
        let loop = EventLoop.current ?? group.any
        return curls.withLock { curls in
            if let curl = curls[ObjectIdentifier(loop)] { return curl }
            let curl = Confined(CurlLoop(configuration, loops: group.loops.count, on: loop))
            curls[ObjectIdentifier(loop)] = curl
            return curl
        }
    }
}

/// The body of an answer that libcurl brings.
private final class CurlBody: HTTPClientBodySource {
    private let exchange: Confined<Exchange>
    private let curl: Confined<CurlLoop>
    /// Kept, so that its connections stay open.
    private let client: CurlClient

    init(_ exchange: Confined<Exchange>, _ curl: Confined<CurlLoop>, of client: CurlClient) {
        self.exchange = exchange
        self.curl = curl
        self.client = client
    }

    deinit {
        let (exchange, curl, client) = (exchange, curl, client)
        if curl.value.loop.isCurrent, exchange.value.isOver { return }
        curl.value.loop.submit { loop in withExtendedLifetime(client) { curl.value.abandon(exchange.value, .cancelled, on: loop) } }
    }

    func next() async throws(HTTPClientError) -> [UInt8]? { try await Self.next(exchange, curl, on: curl.value.loop) }

    private static func next(
        _ exchange: Confined<Exchange>, _ curl: Confined<CurlLoop>, on loop: isolated EventLoop
    ) async throws(HTTPClientError) -> [UInt8]? {
        try await curl.value.next(exchange.value, on: loop)
    }
}
