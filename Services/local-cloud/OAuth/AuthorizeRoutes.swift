import HTTPCore
import Platform
import Web

/// `GET /oauth2/authorize`: sends a learner on with a code where the browser is signed in, else to the sign-in page.
struct AuthorizeRoutes: Sendable {
    let server: AuthorizationServer
    let browser: BrowserCookie

    func register(on routes: RouteGroup) {
        let group: RouteGroup = routes.group(tags: ["oauth"])
        group.use(HostedHostsOnly(pages: server.pool.configuration.pages))
        group.get(HostedPath.authorize.rawValue, summary: "Begins a sign-in: code flow with PKCE", options: [.answers(302), .answers(.badRequest)], authorize)
    }

    func authorize(context: RequestContext) async throws -> Response {
        let request: AuthorizeRequest
        do throws(AuthorizeRequest.Refusal) {
            request = try AuthorizeRequest(query: context.request.target.query, for: server.pool.configuration)
        } catch {
            return error.response(context, isSecure: browser.isSecure)
        }
        if let (user, session) = browser.session(in: context, of: server.pool), request.accepts(session.authenticatedAt, at: server.pool.clock.now()) {
            return .sending(to: server.location(for: request, sub: user.sub, authenticatedAt: session.authenticatedAt))
        }
        if request.prompt == AuthorizeRequest.Prompt.none {
            return .sending(to: request.location(OAuthError(.loginRequired, "The learner must sign in; ask again without prompt=none.")))
        }
        return .sending(to: "/login\(request.query)")
    }
}

extension Response {
    /// 302, kept by nobody.
    static func sending(to location: String) -> Response { Response(status: 302, fields: [.location: location, .cacheControl: "no-store"]) }
}

extension AuthorizeRequest.Refusal {
    /// The page or the way back to the app.
    func response(_ context: RequestContext, isSecure: Bool) -> Response {
        switch self {
        case .shown(let error): ProblemPage(error).response(context, isSecure: isSecure)
        case .sent(let error, let redirectURI, let state): .sending(to: AuthorizeRequest.location(error, to: redirectURI, state: state))
        }
    }
}
