import Crypto
import Encoding
import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import local_cloud

/// The hosted pages and the OAuth end points as a browser and an app use them.
final class HostedFixture {
    static let callback = "http://localhost:3000/callback"
    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    static let email = "kaede@example.com"

    let pool: PoolFixture
    let client: TestClient
    /// The browser's cookies.
    var cookies: [String: String] = [:]

    init(domain: String? = nil) throws {
        pool = try PoolFixture(domain: domain)
        var configuration = ApplicationConfiguration.patient
        configuration.cors = LocalCloud.cors([])
        // The limits of visitors stand still too.
        configuration.clock = pool.clock
        client = TestClient(LocalCloud.application(pool.pool, BlockingPool(label: "test", threads: 2, queueLimit: 64), configuration))
    }

    /// The query of an app's request, with changes; an empty value leaves a parameter out.
    static func query(_ changes: KeyValuePairs<String, String> = [:]) -> String {
        let digest = Base64.encode(SHA256.hash(verifier), alphabet: .urlSafe, padded: false)
        var pairs: [(String, String)] = [
            ("client_id", PoolFixture.client), ("response_type", "code"), ("redirect_uri", callback), ("state", "a state"), ("nonce", "n-1"),
            ("scope", "openid email profile"), ("code_challenge", digest), ("code_challenge_method", "S256"),
        ]
        for (name, value) in changes {
            pairs.removeAll { $0.0 == name }
            if !value.isEmpty { pairs.append((name, value)) }
        }
        return QueryString(pairs: pairs.map { .init($0.0, $0.1) }).encoded
    }

    func get(_ target: String, headers: Fields = [:]) async throws -> TestResponse {
        remember(try await client.get(target, headers: with(headers)))
    }

    /// Sends a form with the token of its page.
    func post(_ path: String, _ form: KeyValuePairs<String, String>, query: String = query(), headers: Fields = [:]) async throws -> TestResponse {
        let page = try await get("\(path)?\(query)")
        let token = try #require(Self.token(in: page.text))
        return try await send("\(path)?\(query)", form.map { ($0.key, $0.value) } + [("csrf_token", token)], headers: headers)
    }

    /// Sends these fields and no others.
    func send(_ target: String, _ form: [(String, String)], headers: Fields = [:]) async throws -> TestResponse {
        var headers = with(headers)
        headers.append(.contentType, "application/x-www-form-urlencoded")
        let body = QueryString(pairs: form.map { .init($0.0, $0.1) }).encoded
        return remember(try await client.send(.post, target, headers: headers, body: .buffered(Array(body.utf8))))
    }

    func signIn(_ password: String = PoolFixture.password, query: String = query()) async throws -> TestResponse {
        try await post("/login", ["email": Self.email, "password": password], query: query)
    }

    /// Signs in and returns the code.
    func code(query: String = query()) async throws -> String {
        let answer = try await signIn(query: query)
        return try #require(Self.parameter("code", of: answer["Location"] ?? ""))
    }

    /// Tokens for a code.
    func exchange(_ code: String, _ changes: KeyValuePairs<String, String> = [:], headers: Fields = [:]) async throws -> TestResponse {
        var form: [(String, String)] = [
            ("grant_type", "authorization_code"), ("client_id", PoolFixture.client), ("code", code), ("redirect_uri", Self.callback),
            ("code_verifier", Self.verifier),
        ]
        for (name, value) in changes {
            form.removeAll { $0.0 == name }
            if !value.isEmpty { form.append((name, value)) }
        }
        return try await send("/oauth2/token", form, headers: headers)
    }

    func refresh(_ token: String, _ more: [(String, String)] = []) async throws -> TestResponse {
        try await send("/oauth2/token", [("grant_type", "refresh_token"), ("client_id", PoolFixture.client), ("refresh_token", token)] + more)
    }

    static func parameter(_ name: String, of location: String) -> String? {
        guard let mark = location.firstIndex(of: "?") else { return nil }
        return (try? QueryString(parsing: String(location[location.index(after: mark)...])))?.last(name)
    }

    static func token(in page: String) -> String? {
        guard let start = page.firstRange(of: #"name="csrf_token" value=""#)?.upperBound else { return nil }
        return String(page[start...].prefix { $0 != "\"" })
    }

    private func with(_ headers: Fields) -> Fields {
        var headers = headers
        if !cookies.isEmpty, !headers.contains(.cookie) { headers.append(.cookie, cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")) }
        return headers
    }

    private func remember(_ response: TestResponse) -> TestResponse {
        for line in response.fields.all(.setCookie) {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            cookies[pair[0]] = line.contains("Max-Age=0") ? nil : pair[1]
        }
        return response
    }
}
