import Glibc
import HTTPCore
import JSON
import TestKit
import Testing
import Web

/// One route for each way to demand credentials.
private struct SecurityRoutes: Sendable {
    static func application() -> Application { Application { SecurityRoutes().register(on: $0) } }

    func register(on routes: RouteGroup) {
        routes.get("/token") { (token: Bearer<Token>) in NoContent() }
        routes.get("/provider") { (token: Bearer<Provider>) in NoContent() }
        routes.get("/login") { (login: Basic<Login>) in NoContent() }
        routes.get("/header") { (key: APIKey<HeaderKey>) in NoContent() }
        routes.get("/query") { (key: APIKey<QueryKey>) in NoContent() }
        routes.get("/cookie") { (key: APIKey<CookieKey>) in NoContent() }
        routes.get("/optional") { (member: Contributor?) in NoContent() }
        routes.get("/both", both)
        routes.get("/either") { (either: Either) in NoContent() }
        routes.get("/key-and-either", keyAndEither)
        let words = routes.group("/words", options: [.requires(Contributor.self, scopes: ["words:read"])])
        words.get("") { (member: Contributor) in NoContent() }
        words.post("", options: [.requires(Editor.self)]) { (member: Contributor?) in NoContent() }
    }

    func both(key: APIKey<HeaderKey>, token: Bearer<Token>) async throws -> NoContent { NoContent() }
    func keyAndEither(key: APIKey<HeaderKey>, either: Either) async throws -> NoContent { NoContent() }
}

/// A token or a session.
private struct Either: RequestInput {
    static func resolve(in context: RequestContext) async throws -> Either { Either() }
    static func describe(in operation: inout Operation) { operation.authenticate(anyOf: [Token.scheme, CookieKey.scheme]) }
}

@Suite struct `The document of security` {
    @Test(
        arguments: [
            ("get", "/token", [["token": []]]), ("get", "/provider", [["provider": []]]), ("get", "/login", [["login": []]]),
            ("get", "/header", [["headerKey": []]]), ("get", "/query", [["queryKey": []]]), ("get", "/cookie", [["cookieKey": []]]),
            ("get", "/both", [["headerKey": [], "token": []]]), ("get", "/optional", [["codeFlow": []], [:]]),
            ("get", "/either", [["token": []], ["cookieKey": []]]),
            ("get", "/key-and-either", [["headerKey": [], "token": []], ["headerKey": [], "cookieKey": []]]),
            ("get", "/words", [["codeFlow": ["words:read"]]]), ("post", "/words", [["codeFlow": ["words:read", "words:write"]]]),
        ] as [(String, String, JSONFragment)])
    func `says what is needed together, what is enough, and which scopes`(method: String, path: String, security: JSONFragment) async throws {
        let operation = try await Document(of: SecurityRoutes.application()).operation(method, path)
        #expect(operation["security"] == security)
        #expect(operation["responses"]?["401"] != nil)
        #expect((operation["responses"]?["403"] != nil) == (path == "/words"))
    }

    @Test func `describes each scheme once`() async throws {
        let schemes = try #require(try await Document(of: SecurityRoutes.application()).value("components", "securitySchemes"))
        let scopes: JSONFragment = ["words:read": "Read words", "words:write": "Change words"]
        #expect(Document.names(schemes).count == 7)
        #expect(schemes["login"] == ["type": "http", "scheme": "basic"])
        #expect(schemes["headerKey"] == ["type": "apiKey", "in": "header", "name": "X-Key", "description": "From your account's *page*."])
        #expect(schemes["queryKey"] == ["type": "apiKey", "in": "query", "name": "key"])
        #expect(
            schemes["provider"] == ["type": "openIdConnect", "openIdConnectUrl": "https://id.example/.well-known/openid-configuration"])
        #expect(
            schemes["codeFlow"]?["flows"] == [
                "authorizationCode": [
                    "authorizationUrl": "https://id.example/authorize", "tokenUrl": "https://id.example/token",
                    "refreshUrl": "https://id.example/refresh", "scopes": scopes,
                ],
                "clientCredentials": ["tokenUrl": "https://id.example/token", "scopes": scopes],
                "password": ["tokenUrl": "https://id.example/token", "scopes": [:]],
            ])
    }

    @Test func `of two schemes with one name traps at start-up`() async {
        enum Twin: DeclaredScheme { static let scheme = SecurityScheme("token", .header("X-Token")) }
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { routes in
                routes.get("/a") { (token: Bearer<Token>) in NoContent() }
                routes.get("/b") { (key: APIKey<Twin>) in NoContent() }
            }
        }
    }

    @Test func `is valid, says an independent validator of the same document`() async throws {
        // As for the sample document in OperationTests: RECORD=1 swift test --filter WebTests after a change on purpose.
        let rendered = try await TestClient(SecurityRoutes.application()).get("/openapi.json").text + "\n"
        if getenv("RECORD") != nil { write(rendered, to: "../Peers/openapi_security.json") }
        #expect(String(decoding: fileBytes("../Peers/openapi_security.json"), as: UTF8.self) == rendered)
    }
}
