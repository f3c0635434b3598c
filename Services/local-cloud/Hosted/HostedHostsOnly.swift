import HTTPCore
import Web

/// Keeps the hosted pages to their own names: loopback and the host of the domain. A page whose name was bound to loopback meanwhile (DNS rebinding)
/// would be of the same origin and could sign somebody in.
struct HostedHostsOnly: Middleware {
    private let host: String

    init(pages: String) {
        let authority = pages.split(separator: "/").dropFirst().first ?? ""
        host = authority.hasPrefix("[") ? String(authority.dropFirst().prefix { $0 != "]" }) : authority.prefix { $0 != ":" }.lowercased()
    }

    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        if let named = context.host, named != host, !OwnPagesOnly.isLoopback(named) {
            throw HTTPError(.forbidden, type: "foreign-host", detail: "Call the sign-in pages by their own name, \(host).")
        }
        return try await next(context)
    }
}
