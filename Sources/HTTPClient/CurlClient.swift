import Platform

/// An `HTTPClient` over libcurl. Exchanges run on a bounded set of threads; connections are kept and used again.
/// Certificates are always verified, HTTP/1.1 is spoken, proxies of the environment are not used.
public final class CurlClient: HTTPClient {
    /// What a client is made with.
    public struct Configuration: Sendable {
        /// How many exchanges run at once.
        public var threads = 4
        /// How many more may wait for a thread; one more is refused as `busy`.
        public var queueLimit = 64
        /// A PEM file with the certificate authorities to trust instead of the system's.
        public var certificateAuthorities: String?
        /// Sent where a request has no `User-Agent`.
        public var userAgent = "app-dw"

        /// The defaults.
        public init() {}
    }

    private let pool: BlockingPool
    private let idle = Lock<[CurlSession]>([])
    private let configuration: Configuration

    /// A client with threads of its own, which start with the first request.
    public init(_ configuration: Configuration = Configuration()) {
        self.configuration = configuration
        pool = BlockingPool(label: "http-client", threads: configuration.threads, queueLimit: configuration.queueLimit)
    }

    /// See `HTTPClient`. Takes no longer than the caller's task has left (`TaskDeadline`), for a request until its route's deadline.
    public func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        if let reason = request.problem() { throw .invalidRequest(reason: reason) }
        let latest = SystemClock().uptime() + TaskDeadline.bound(request.limits.totalTimeout)
        let cancellation = CurlCancellation()
        let result: Result<HTTPClientResponse, any Error> = await withTaskCancellationHandler {
            do {
                return .success(try await pool.run { [self] in try exchange(request, until: latest, cancellation) })
            } catch {
                return .failure(error)
            }
        } onCancel: {
            cancellation.cancel()
        }
        switch result {
        case .success(let response): return response
        case .failure(let error as HTTPClientError): throw error
        case .failure(is BlockingPoolError): throw .busy
        case .failure(let error): throw .interrupted(detail: "\(error)")
        }
    }

    /// On a pool thread. The most recently used session goes first: its connections are the warmest.
    private func exchange(
        _ request: HTTPClientRequest, until latest: Duration, _ cancellation: CurlCancellation
    ) throws(HTTPClientError) -> HTTPClientResponse {
        var request = request
        request.limits.totalTimeout = latest - SystemClock().uptime()
        guard request.limits.totalTimeout > .zero else { throw .timedOut }
        let session: CurlSession
        if let warm = idle.withLock({ $0.popLast() }) { session = warm } else { session = try CurlSession(configuration) }
        defer { idle.withLock { $0.append(session) } }
        return try session.perform(request, cancellation)
    }
}
