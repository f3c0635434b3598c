public import Platform

/// How long a learner's session lives, and how its cookie travels. Source: the specification, “Session Management”.
public struct LearnerSessionPolicy: Sendable, Equatable {
    /// The domain that shares the session, `.app-dw.net`; nil for the host alone.
    public var domain: String?
    /// Whether cookies travel by TLS alone.
    public var isSecure = true
    /// A session is over so long after it began, however much it is used.
    public var lifetime: Duration = .seconds(24 * 3_600)
    /// A session is over so long after the last sign of life.
    public var idleLimit: Duration = .seconds(3_600)
    /// A sign of life is noted when the last one is so old, so that not every answer brings a cookie.
    public var touchInterval: Duration = .seconds(60)

    /// The defaults.
    public init() {}

    /// Reads the settings; problems are gathered in `environment`.
    public init(from environment: inout EnvironmentReader) {
        domain = environment.optionalString("SESSION_COOKIE_DOMAIN", maximumBytes: 253)
        isSecure = environment.bool("SESSION_COOKIE_SECURE", default: true)
        lifetime = environment.duration("SESSION_LIFETIME", in: .seconds(60) ... .seconds(86_400), default: .seconds(86_400))
        idleLimit = environment.duration("SESSION_IDLE_LIMIT", in: .seconds(60) ... .seconds(86_400), default: .seconds(3_600))
        if let domain, !Self.isDomain(domain) { environment.report("SESSION_COOKIE_DOMAIN", expected: "a domain of two labels or more, such as .app-dw.net") }
        touchInterval = min(touchInterval, idleLimit * 0.1)
    }

    /// The name of a cookie for this host alone: no sub-domain and no plain HTTP can plant one (RFC 6265bis §4.1.3.2).
    func hostName(_ name: String) -> String { (isSecure ? "__Host-" : "") + name }

    /// The name of the session's cookie.
    var sessionName: String { domain == nil ? hostName("session") : (isSecure ? "__Secure-" : "") + "session" }

    private static func isDomain(_ text: String) -> Bool {
        let labels = text.drop { $0 == "." }.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 97 < 26 || $0 &- 48 < 10 || $0 == 45 } }
    }
}
