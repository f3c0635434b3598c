import HTTPCore
import TestKit
import Testing
import Web

struct Member: Credential {
    var name: String
    static let scheme = SecurityScheme("accounts", .bearer(format: "opaque"), description: "From your account's page.")

    static func find(in context: RequestContext) async throws -> Member? {
        guard let token = try context.bearerToken(for: scheme) else { return nil }
        guard let account = context.provided(Accounts.self).byToken[token] else { throw scheme.invalid() }
        try context.requireScopes(account.scopes, of: scheme)
        return Member(name: account.name)
    }
}

func membersOnly(_ accounts: Accounts) -> Application {
    Application { routes in
        routes.provide(accounts)
        routes.group("/words", options: [.requires(Member.self, scopes: ["words:read"])]) { words in
            words.get("") { (member: Member) in Text("the words of \(member.name)") }
            words.delete("", options: [.requires(Member.self, scopes: ["words:write"])]) { () in NoContent() }
        }
        routes.get("/hello") { (member: Member?) in Text("Hello, \(member?.name ?? "stranger")") }
    }
}

// MARK: - Tests

@Suite struct `Credentials in the guide` {
    private let client = TestClient(
        membersOnly(Accounts(byToken: ["reads": ("花子", ["words:read"]), "writes": ("太郎", ["words:read", "words:write"])])))

    private func send(_ method: HTTPCore.Method, _ path: String, _ token: String?) async throws -> TestResponse {
        try await client.send(method, path, headers: token.map { [.authorization: "Bearer \($0)"] } ?? [:])
    }

    @Test func `are 401 without, 403 without the scope, and else the member`() async throws {
        #expect(try await send(.get, "/words", nil).status == .unauthorized)
        #expect(try await send(.get, "/words", "stolen")[.wwwAuthenticate] == #"Bearer error="invalid_token""#)
        #expect(try await send(.get, "/words", "reads").text == "the words of 花子")
        #expect(try await send(.delete, "/words", "writes").status == .noContent)
        let refused = try await send(.delete, "/words", "reads")
        #expect(refused.status == .forbidden && refused[.wwwAuthenticate]?.contains(#"scope="words:read words:write""#) == true)
    }

    @Test func `may be optional`() async throws {
        #expect(try await send(.get, "/hello", nil).text == "Hello, stranger")
        #expect(try await send(.get, "/hello", "stolen").status == .unauthorized)
    }
}
