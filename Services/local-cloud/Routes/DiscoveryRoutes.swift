import HTTPCore
import JSON
import Web

/// What lets other services verify tokens: the key set (RFC 7517) and OpenID Connect Discovery 1.0 §3.
struct DiscoveryRoutes: Sendable {
    private let poolID: String
    private let keySet: Response
    private let configuration: Response

    init(_ pool: UserPool) {
        let issuer = pool.configuration.issuer
        poolID = pool.configuration.poolID
        keySet = Self.response(pool.tokens.keySet)
        configuration = Self.response([
            "id_token_signing_alg_values_supported": ["RS256"], "issuer": .string(issuer), "jwks_uri": .string("\(issuer)/.well-known/jwks.json"),
            "response_types_supported": [], "scopes_supported": ["openid", "email", "profile"], "subject_types_supported": ["public"],
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
