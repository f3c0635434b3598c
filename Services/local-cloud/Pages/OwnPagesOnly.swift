import HTTPCore
import Web

/// Keeps pages of others away from ours: any page that a developer looks at may send requests to loopback.
///
/// A host that is not this machine's own is refused, for its page has bound its name to loopback (DNS rebinding). What changes something must come from
/// a page of ours, as the browser says in `Sec-Fetch-Site` (W3C Fetch Metadata), an older one in `Origin`; programs send neither and are let through.
struct OwnPagesOnly: Middleware {
    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        if let host = context.host, !Self.isLoopback(host) {
            throw HTTPError(.forbidden, type: "foreign-host", detail: "Call this stand-in by localhost or 127.0.0.1.")
        }
        guard context.request.method == .get || context.request.method == .head || Self.isOfOwnPage(context.request) else {
            throw HTTPError(.forbidden, type: "cross-site", detail: "A page of another origin may not change this; use the page itself, or curl.")
        }
        return try await next(context)
    }

    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func isOfOwnPage(_ request: Request) -> Bool {
        // Apps on other ports of localhost are the same site, but not this origin.
        if let site = request.fields["Sec-Fetch-Site"] { return site == "same-origin" }
        guard let origin = request.fields[.origin] else { return true }
        return request.fields[.host].map { origin == "http://\($0)" } ?? false
    }
}
