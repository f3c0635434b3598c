import HTTPCore
import JSON
import Platform
import Web

/// What lets other services verify tokens: the key set (RFC 7517) and OpenID Connect Discovery 1.0 §3, with the members that a Cognito user pool
/// with a domain publishes; what it says of clients is true of ours, which has no secret and must use PKCE.
struct DiscoveryRoutes: Sendable {
    private let poolID: String
    private let pool: UserPool
    private let configuration: Response

    init(_ pool: UserPool) {
        let issuer = pool.configuration.issuer
        poolID = pool.configuration.poolID
        self.pool = pool
        let pages = pool.configuration.pages
        configuration = Self.response([
            "authorization_endpoint": .string(pages + HostedPath.authorize.rawValue), "end_session_endpoint": .string(pages + HostedPath.logout.rawValue),
            "id_token_signing_alg_values_supported": ["RS256"], "issuer": .string(issuer), "jwks_uri": .string("\(issuer)/.well-known/jwks.json"),
            "response_types_supported": ["code"], "revocation_endpoint": .string(pages + HostedPath.revoke.rawValue),
            "scopes_supported": .array(Scope.allCases.map { .string($0.rawValue) }), "subject_types_supported": ["public"],
            "token_endpoint": .string(pages + HostedPath.token.rawValue),
            "token_endpoint_auth_methods_supported": ["none"], "code_challenge_methods_supported": ["S256"],
            "grant_types_supported": ["authorization_code", "refresh_token"], "ui_locales_supported": ["en", "ja"],
            "userinfo_endpoint": .string(pages + HostedPath.userInfo.rawValue),
        ])
    }

    func register(on routes: inout RouteGroup) {
        let wellKnown: RouteGroup = routes.group("/\(poolID)/.well-known", tags: ["discovery"])
        wellKnown.get("/jwks.json", summary: "The keys that tokens are signed with", showKeySet)
        wellKnown.get("/openid-configuration", summary: "Where the issuer's keys are", showConfiguration)
    }

    func showKeySet() async throws -> Response { Self.response(pool.tokens.keySet(at: pool.clock.now())) }

    func showConfiguration() async throws -> Response { configuration }

    private static func response(_ document: JSONFragment) -> Response {
        Response(fields: [.contentType: "application/json", .cacheControl: "public, max-age=300"], body: .bytes(JSON.encode(document)))
    }
}
