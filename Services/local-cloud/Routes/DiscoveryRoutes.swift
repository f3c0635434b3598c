import HTTPCore
import JSON
import Web

/// What lets other services verify tokens: the key set (RFC 7517) and OpenID Connect Discovery 1.0 §3, with the members that a Cognito user pool
/// with a domain publishes. The pages it names are `HostedPageRoutes`.
struct DiscoveryRoutes: Sendable {
    private let poolID: String
    private let keySet: Response
    private let configuration: Response

    init(_ pool: UserPool) {
        let issuer = pool.configuration.issuer
        poolID = pool.configuration.poolID
        keySet = Self.response(pool.tokens.keySet)
        let pages = HostedPage.base(issuer: issuer)
        configuration = Self.response([
            "authorization_endpoint": .string(pages + HostedPage.authorize.rawValue), "end_session_endpoint": .string(pages + HostedPage.logout.rawValue),
            "id_token_signing_alg_values_supported": ["RS256"], "issuer": .string(issuer), "jwks_uri": .string("\(issuer)/.well-known/jwks.json"),
            "response_types_supported": ["code", "token"], "revocation_endpoint": .string(pages + HostedPage.revoke.rawValue),
            "scopes_supported": ["openid", "email", "phone", "profile"], "subject_types_supported": ["public"],
            "token_endpoint": .string(pages + HostedPage.token.rawValue),
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "userinfo_endpoint": .string(pages + HostedPage.userInfo.rawValue),
        ])
    }

    func register(on routes: inout RouteGroup) {
        let wellKnown: RouteGroup = routes.group("/\(poolID)/.well-known", tags: ["discovery"])
        wellKnown.get("/jwks.json", summary: "The keys that tokens are signed with", showKeySet)
        wellKnown.get("/openid-configuration", summary: "Where the issuer's keys are", showConfiguration)
    }

    func showKeySet() async throws -> Response { keySet }

    func showConfiguration() async throws -> Response { configuration }

    private static func response(_ document: JSONFragment) -> Response {
        Response(fields: [.contentType: "application/json", .cacheControl: "public, max-age=300"], body: .bytes(JSON.encode(document)))
    }
}
