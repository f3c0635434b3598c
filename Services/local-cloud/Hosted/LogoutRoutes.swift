import Encoding
import HTTPCore
import Platform
import Web

/// `GET /logout`: signs the browser out of the hosted pages and sends it on, to a logout URL of the client or to a new sign-in.
///
/// Source: Amazon Cognito developer guide, "Logout endpoint". Refresh tokens are the apps' to revoke.
struct LogoutRoutes: Sendable {
    let server: AuthorizationServer
    let workers: BlockingPool
    let browser: BrowserCookie

    func register(on routes: RouteGroup) {
        let group: RouteGroup = routes.group(tags: ["oauth"])
        group.use(HostedHostsOnly(pages: server.pool.configuration.pages))
        group.get(HostedPath.logout.rawValue, summary: "Signs a browser out", options: [.answers(302), .answers(.badRequest)], logout)
    }

    func logout(context: RequestContext) async throws -> Response {
        let location: String
        do throws(AuthorizeRequest.Refusal) {
            location = try Self.location(context.request.target.query, server.pool.configuration)
        } catch {
            return error.response(context, isSecure: browser.isSecure)
        }
        for cookie in context.cookies(browser.name(BrowserCookie.base)).prefix(4) {
            try await workers.run { [pool = server.pool] in try pool.signOutBrowser(cookie) }
        }
        try browser.delete(in: context)
        return .sending(to: location)
    }

    /// Where the browser goes, before anything is done.
    static func location(_ query: String?, _ configuration: PoolConfiguration) throws(AuthorizeRequest.Refusal) -> String {
        guard let given = Parameters(query ?? ""), given.repeated.isEmpty else { throw .shown(OAuthError(.invalidRequest, "The query is not well formed.")) }
        guard given["client_id"] == configuration.clientID else { throw .shown(OAuthError(.invalidClient, "There is no such client.")) }
        if let uri = given["logout_uri"] {
            guard configuration.logoutURLs.contains(where: { $0.utf8.elementsEqual(uri.utf8) }) else {
                throw .shown(OAuthError(.redirectMismatch, "logout_uri is not one of the client's logout URLs."))
            }
            return given["state"].map { uri.adding([.init("state", $0)]) } ?? uri
        }
        guard given["redirect_uri"] != nil else { throw .shown(OAuthError(.invalidRequest, "logout_uri is missing.")) }
        return "/login\(try AuthorizeRequest(query: query, for: configuration).query)"
    }
}
