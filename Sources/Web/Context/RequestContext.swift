import Encoding
public import HTTPCore
public import Platform

/// Everything known about one request on its way through the application.
///
/// A plain class that is not Sendable: it stays on the event loop the request arrived on, along one chain of calls.
public final class RequestContext {
    /// The request.
    public let request: Request
    /// The application that answers it: where one is mounted in another, the inner one from its middleware on.
    public var application: Application { mounted ?? entrance }
    /// What joins log lines, responses and reports of users: 1 to 128 characters of `A-Z a-z 0-9 . _ -`.
    public var id: String { requestID.text }
    /// The caller's trace (W3C Trace Context), when it sent a well-formed one.
    @exclusivity(unchecked) public internal(set) var trace: TraceContext?
    /// The route that answers; nil before routing and when there is none.
    @exclusivity(unchecked) public internal(set) var route: Route?
    /// When the request came to the application, on its monotonic clock.
    public let startedAt: Duration
    /// Who is asking, for the access log; set by the input that authenticates.
    @exclusivity(unchecked) public var userID: String?
    /// Fields for the response of a handler that returns normally, for instance `Set-Cookie`.
    @exclusivity(unchecked) public var responseFields = Fields()
    /// Fields for the answer whatever becomes of the request, errors included; for guards and middleware. Nil, the usual case, costs nothing.
    @exclusivity(unchecked) public var lastingFields: Fields?
    /// Set to false by a handler whose answer mixes a secret with input that is reflected: `ContentCompression` then leaves it as it is (BREACH, CVE-2013-3587).
    @exclusivity(unchecked) public var allowsCompression = true

    @exclusivity(unchecked) @usableFromInline var overrides: InputOverrides?
    @exclusivity(unchecked) var requestID = RequestID.number(high: 0, low: 0)
    /// What is to be done after the answer; nil until there is something.
    @exclusivity(unchecked) var completion: RequestCompletion?
    /// The application the request came to; its clock and its trust in proxies hold for all that are mounted in it.
    let entrance: Application
    @exclusivity(unchecked) var mounted: Application?
    /// Where the application that answers is mounted, for instance `/admin`; empty for the outermost.
    @exclusivity(unchecked) public internal(set) var rootPath = ""
    /// The methods of a path that is known, when no route of it has the request's.
    @exclusivity(unchecked) var allow: String?
    @exclusivity(unchecked) var match = PathMatch()
    @exclusivity(unchecked) var resolved: [ResolvedInput] = []
    @exclusivity(unchecked) var collectedBody: [UInt8]?
    @exclusivity(unchecked) var parsedQuery: QueryString?

    init(_ request: Request, application: Application) {
        self.request = request
        entrance = application
        overrides = application.overrides
        startedAt = application.configuration.clock.uptime()
    }

    /// The moment on the application's monotonic clock when the route's deadline passes and the task is cancelled.
    public var deadline: Duration { startedAt + (route?.deadline ?? application.configuration.deadline) }

    /// Where the handler runs, when that is not on the loop.
    @usableFromInline
    var handlerPool: BlockingPool? { route?.handlerPool }

    /// The time left before the deadline; zero when it has passed.
    public var remainingTime: Duration { max(.zero, deadline - entrance.configuration.clock.uptime()) }

    /// Reads the whole body once, within the route's limit, and keeps it.
    ///
    /// - Throws: `RequestBodyError`, which answers 413, 408 or 400.
    public func body() async throws(RequestBodyError) -> [UInt8] {
        if let collectedBody { return collectedBody }
        let bytes = try await request.body.collect(upTo: route?.bodyLimitBytes ?? application.configuration.bodyLimitBytes)
        collectedBody = bytes
        return bytes
    }
}

// MARK: - Path

extension RequestContext {
    /// The decoded text of a path parameter.
    ///
    /// - Throws: `HTTPError` 400 when it is not percent-encoded UTF-8. A name the route lacks is our own mistake and traps.
    public func parameter(_ name: String) throws(HTTPError) -> String {
        guard let text = withParameter(name, { decodedText($0) }) else { throw .brokenPath }
        return text
    }

    /// Lends the bytes of a path parameter as they were sent.
    @usableFromInline
    func withParameter<Result>(_ name: String, _ body: (Span<UInt8>) -> Result) -> Result {
        guard let index = route?.parameterNames.firstIndex(of: name) else { preconditionFailure("the route has no path parameter \(name)") }
        let bytes = request.target.bytes
        let start = request.target.pathRange.lowerBound
        return body(bytes.span.extracting(match.ranges[index].lowerBound + start..<match.ranges[index].upperBound + start))
    }
}
