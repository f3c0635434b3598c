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
    public var exposedFields: [FieldName] = [.xRequestID, .retryAfter, .location]
    /// Whether cookies may be sent.
    public var allowsCredentials = true
    /// How long a browser may keep a preflight's answer.
    public var maximumAge: Duration = .seconds(600)

    /// A policy for these origins.
    public init(allowedOrigins: [String]) { self.allowedOrigins = allowedOrigins }
}

/// Answers preflights and marks responses for the origins of a policy.
struct CORS: Middleware {
    private let origins: Set<String>
    private let granted: Fields
    private let preflight: Fields

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
        self.preflight = preflight
    }

    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        let fields = context.request.fields
        let origin = fields[.origin]
        let isAllowed = origin.map(origins.contains) ?? false
        let isPreflight = context.request.method == .options && origin != nil && fields.contains(.accessControlRequestMethod)
        var response = isPreflight ? answer(isAllowed) : try await next(context)
        // Caches must not hand one origin's response to another (Fetch §3.3.4), so also where there is no Origin.
        response.fields.append(.vary, "Origin")
        guard let origin, isAllowed else { return response }
        response.fields.append(.accessControlAllowOrigin, origin)
        response.fields.append(contentsOf: isPreflight ? preflight : granted)
        return response
    }

    /// 204 for a preflight; without its grants, which an unknown origin does not get, the browser refuses to go on.
    private func answer(_ isAllowed: Bool) -> Response {
        let vary: Fields = [.vary: "Access-Control-Request-Method, Access-Control-Request-Headers"]
        return Response(status: isAllowed ? .noContent : .forbidden, fields: vary)
    }
}
