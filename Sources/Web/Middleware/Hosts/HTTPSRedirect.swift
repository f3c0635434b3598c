public import HTTPCore

/// Sends clients that came by plain HTTP to the same address by HTTPS.
///
/// What the client spoke is known from `X-Forwarded-Proto` alone, and that is believed only with trusted hops (`trustedHopCount`): without them every
/// request is passed on, for a redirect would go round in circles. A port other than 80 and 443 is kept. Put `TrustedHost` before it, so that nobody
/// is sent to a host that is not ours.
public struct HTTPSRedirect: Middleware {
    /// How the client repeats its request; both keep method and body (RFC 9110 §15.4.8, §15.4.9).
    public enum Kind: Sendable {
        /// 307: this time
        case temporary
        /// 308: for good
        case permanent
    }

    private let kind: Kind
    private let exemptPaths: Set<String>

    /// Redirects, but for these paths: probes come by plain HTTP, and follow no redirect.
    public init(_ kind: Kind = .temporary, exempting exemptPaths: [String] = []) {
        self.kind = kind
        self.exemptPaths = Set(exemptPaths)
    }

    /// Passes on what came by HTTPS.
    public func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        if context.isSecure || context.entrance.configuration.trustedHopCount == 0 || exemptPaths.contains(context.request.target.path) {
            return try await next(context)
        }
        guard let host = context.host, context.request.target.form != .asterisk else { throw HTTPError.badHost }
        return context.redirect(toHost: host, secure: true, status: kind == .temporary ? 307 : 308)
    }
}
