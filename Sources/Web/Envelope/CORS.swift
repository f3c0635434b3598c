public import HTTPCore

/// Which other origins may call from a browser (WHATWG Fetch §3.3): an allow list, never a wildcard.
public struct CORSPolicy: Sendable {
    /// `scheme://host[:port]` exactly as browsers send it.
    public var allowedOrigins: [String]
    /// What a preflight grants.
    public var allowedMethods: [HTTPCore.Method] = [.get, .head, .post, .put, .patch, .delete]
    /// Request fields a preflight grants.
    public var allowedFields: [FieldName] = [
        .authorization, .contentType, .xRequestID, "Idempotency-Key", "X-CSRF-Token", "X-Time-Zone", "traceparent",
    ]
    /// Response fields scripts may read.
    public var exposedFields: [FieldName] = [.xRequestID, .retryAfter, .location, "RateLimit", "RateLimit-Policy"]
    /// Whether cookies may be sent.
    public var allowsCredentials = true
    /// How long a browser may keep a preflight's answer.
    public var maximumAge: Duration = .seconds(600)

    /// A policy for these origins.
    public init(allowedOrigins: [String]) { self.allowedOrigins = allowedOrigins }
}

/// Answers preflights and marks responses for the origins of a policy.
struct CORS: Sendable {
    private let origins: Set<String>
    private let granted: Fields
    private let grantedToPreflights: Fields

    init(_ policy: CORSPolicy) {
        origins = Set(policy.allowedOrigins)
        var granted = Fields()
        if policy.allowsCredentials { granted.append(.accessControlAllowCredentials, "true") }
        var preflight = granted
        if !policy.exposedFields.isEmpty { granted.append(.accessControlExposeHeaders, policy.exposedFields.map(\.text).joined(separator: ", ")) }
        preflight.append(.accessControlAllowMethods, policy.allowedMethods.map(\.name).joined(separator: ", "))
        preflight.append(.accessControlAllowHeaders, policy.allowedFields.map(\.text).joined(separator: ", "))
        preflight.append(.accessControlMaxAge, String(policy.maximumAge.components.seconds))
        self.granted = granted
        grantedToPreflights = preflight
    }

    /// The answer to a preflight; nil for any other request.
    ///
    /// 204, or 403 for an unknown origin: without the grants, which that does not get, the browser refuses to go on.
    func preflight(_ context: RequestContext) -> Response? {
        guard isPreflight(context.request) else { return nil }
        let vary: Fields = [.vary: "Access-Control-Request-Method, Access-Control-Request-Headers"]
        return Response(status: allowedOrigin(context.request) == nil ? .forbidden : .noContent, fields: vary)
    }

    /// Tells the browser of an allowed origin what it may do.
    func append(to fields: inout Fields, _ context: RequestContext) {
        // Caches must not hand one origin's response to another (Fetch §3.3.4), so also where there is no Origin.
        fields.append(.vary, "Origin")
        guard let origin = allowedOrigin(context.request) else { return }
        fields.append(.accessControlAllowOrigin, origin)
        fields.append(contentsOf: isPreflight(context.request) ? grantedToPreflights : granted)
    }

    private func isPreflight(_ request: Request) -> Bool {
        request.method == .options && request.fields.contains(.origin) && request.fields.contains(.accessControlRequestMethod)
    }

    private func allowedOrigin(_ request: Request) -> String? {
        guard let origin = request.fields[.origin], origins.contains(origin) else { return nil }
        return origin
    }
}
