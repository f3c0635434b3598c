import Web

enum Token: DeclaredScheme { static let scheme = SecurityScheme("token", .bearer(format: "JWT")) }
enum Login: DeclaredScheme { static let scheme = SecurityScheme("login", .basic(realm: "words")) }
enum HeaderKey: DeclaredScheme { static let scheme = SecurityScheme("headerKey", .header("X-Key"), description: "From your account's *page*.") }
enum QueryKey: DeclaredScheme { static let scheme = SecurityScheme("queryKey", .query("key")) }
enum CookieKey: DeclaredScheme { static let scheme = SecurityScheme("cookieKey", .cookie("key")) }
enum Provider: DeclaredScheme {
    static let scheme = SecurityScheme("provider", .openIDConnect(discoveryURL: "https://id.example/.well-known/openid-configuration"))
}

enum CodeFlow: DeclaredScheme {
    private static let scopes = [OAuth2Flow.Scope("words:read", "Read words"), OAuth2Flow.Scope("words:write", "Change words")]
    static let scheme = SecurityScheme(
        "codeFlow",
        .oauth2([
            OAuth2Flow(
                .authorizationCode(authorizationURL: "https://id.example/authorize", tokenURL: "https://id.example/token"),
                refreshURL: "https://id.example/refresh", scopes: scopes),
            OAuth2Flow(.clientCredentials(tokenURL: "https://id.example/token"), scopes: scopes),
            OAuth2Flow(.password(tokenURL: "https://id.example/token")),
        ]))
}

/// Whoever's token lists what it was granted, joined by plus signs: `Bearer words:read+words:write`, with dots for colons.
struct Contributor: Credential {
    var granted: [String]

    static var scheme: SecurityScheme { CodeFlow.scheme }

    static func find(in context: RequestContext) async throws -> Contributor? {
        guard let token = try context.bearerToken(for: scheme) else { return nil }
        let granted = token.split(separator: "+").map { $0.split(separator: ".").joined(separator: ":") }
        context.userID = granted.joined(separator: " ")
        try context.requireScopes(granted, of: scheme)
        return Contributor(granted: granted)
    }
}

/// A member who may change words: needs a scope of the credential it depends on.
struct Editor: RequestInput {
    var member: Contributor

    static func resolve(in context: RequestContext) async throws -> Editor { Editor(member: try await context.resolve(Contributor.self)) }
    static func describe(in operation: inout Operation) { operation.depend(on: Contributor.self, scopes: ["words:write"]) }
}
