public import Platform

/// What an application is told at start-up.
public struct ApplicationConfiguration: Sendable {
    /// The name in OpenAPI.
    public var title = "API"
    /// The version in OpenAPI.
    public var version = "1.0.0"
    /// The text about the API in OpenAPI, in CommonMark.
    public var summary = ""
    /// What OpenAPI says of the API as a whole beside that.
    public var openAPI = OpenAPIInformation()
    /// Where access and error lines go.
    public var logger = Logger.silent
    /// Measures durations and deadlines.
    public var clock: any MonotonicClock = SystemClock()
    /// Where requests are counted; nil counts nothing.
    public var metrics: (any Metrics)?
    /// How many proxies in front of us append to `X-Forwarded-For`; 0 ignores the field.
    public var trustedHopCount = 0
    /// How long a handler may take unless its route says otherwise.
    public var deadline: Duration = .seconds(25)
    /// The largest body unless a route says otherwise.
    public var bodyLimitBytes = 2 * 1024 * 1024
    /// What a form with files may hold.
    public var multipart = MultipartLimits()
    /// Where uploaded files lie that are too large for memory; they have no name there.
    public var uploadFolder = "/tmp"
    /// Where rate limits are counted; nil counts them in this process alone.
    public var rateLimitStore: (any RateLimitStore)?
    /// Bounds on what requests leave to be done after their answers.
    public var completion = CompletionLimits()
    /// The fields that protect browsers.
    public var security = SecurityPolicy()
    /// Which other origins may call; nil leaves every CORS field out.
    public var cors: CORSPolicy?
    /// Where OpenAPI and its page are served; nil serves neither.
    public var documentation: DocumentationConfiguration? = DocumentationConfiguration()

    /// The defaults.
    public init() {}
}
