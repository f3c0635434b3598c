import Platform
import Testing

@testable import local_cloud

@Suite struct AuthorizeRequestTests {
    private static let configuration = PoolConfiguration(issuer: PoolFixture.issuer, clientID: PoolFixture.client)

    private func read(_ changes: KeyValuePairs<String, String>) throws(AuthorizeRequest.Refusal) -> AuthorizeRequest {
        try AuthorizeRequest(query: HostedFixture.query(changes), for: Self.configuration)
    }

    private func refusal(_ query: String) -> AuthorizeRequest.Refusal? {
        do throws(AuthorizeRequest.Refusal) {
            _ = try AuthorizeRequest(query: query, for: Self.configuration)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a request is carried on as it was understood`() throws {
        let request = try read(["prompt": "login", "lang": "ja", "login_hint": "kaede@example.com", "junk": "<script>"])
        let carried = try AuthorizeRequest(query: String(request.query.dropFirst()), for: Self.configuration)
        #expect(carried.state == "a state" && carried.nonce == "n-1" && carried.scopes == request.scopes && carried.hint == "kaede@example.com")
        #expect(carried.proofKey == request.proofKey && carried.redirectURI == HostedFixture.callback && request.query.contains("lang=ja"))
        #expect(!request.query.contains("junk") && request.redirectOrigin == "http://localhost:3000")
    }

    static let otherAddresses = [
        "http://localhost:3000/callback/", "http://localhost:3000/callback?x=1", "http://localhost:3000/callback#x", "http://localhost:3000/Callback",
        "http://LOCALHOST:3000/callback", "https://localhost:3000/callback", "http://localhost:3004/callback", "http://localhost/callback",
        "http://localhost:3000/callback/../other", "http://localhost:3000/%63allback", "http://localhost:3000//callback", "//localhost:3000/callback",
        "http://localhost:3000/callback@evil.example", "http://localhost:3000@evil.example/callback", "http://user@localhost:3000/callback",
        "http://localhost:3000.evil.example/callback", "http://evil.example/http://localhost:3000/callback", "http://localhost:3000\\@evil.example/callback",
        "http://127.1:3000/callback", "http://[::1]:3000/callback", " http://localhost:3000/callback", "http://localhost:3000/callback ",
        "http://localhost:3000/callback\r\nX: y", "http://localhost:3000/callback\u{0}", "javascript:alert(1)", "data:text/html,x", "/callback", "callback",
        "http:///localhost:3000/callback", "http://localhost:3000/logout", "http://ｌocalhost:3000/callback",
    ]

    @Test(arguments: otherAddresses) func `nobody is sent to an address that is not the client's to the letter`(uri: String) {
        guard case .shown(let error) = refusal(HostedFixture.query(["redirect_uri": uri])) else {
            Issue.record("\(uri) should have been shown on a page of ours")
            return
        }
        #expect(error.code == .redirectMismatch)
    }

    @Test(arguments: [
        HostedFixture.query(["redirect_uri": ""]), HostedFixture.query() + "&redirect_uri=http%3A%2F%2Fevil.example", HostedFixture.query(["client_id": "x"]),
        HostedFixture.query(["client_id": ""]), HostedFixture.query() + "&client_id=web-client-local", HostedFixture.query() + "&x=%zz", "",
        HostedFixture.query() + String(repeating: "&a=b", count: 64),
    ])
    func `what does not tell whose it is stays with us`(query: String) {
        guard case .shown = refusal(query) else {
            Issue.record("\(query) should have been shown on a page of ours")
            return
        }
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        var name: String
        var value: String
        var code: OAuthError.Code
        var testDescription: String { "\(name)=\(value.prefix(40))" }
        init(_ name: String, _ value: String, _ code: OAuthError.Code) { (self.name, self.value, self.code) = (name, value, code) }
    }

    @Test(arguments: [
        Refused("response_type", "", .invalidRequest), .init("response_type", "token", .unsupportedResponseType),
        .init("response_type", "code token", .unsupportedResponseType), .init("response_mode", "fragment", .invalidRequest),
        .init("code_challenge", "", .invalidRequest), .init("code_challenge", "short", .invalidRequest),
        .init("code_challenge", String(repeating: "a", count: 42) + "=", .invalidRequest), .init("code_challenge_method", "", .invalidRequest),
        .init("code_challenge_method", "plain", .invalidRequest), .init("code_challenge_method", "s256", .invalidRequest),
        .init("scope", "openid admin", .invalidScope), .init("scope", "openid  email", .invalidScope), .init("scope", "OPENID", .invalidScope),
        .init("nonce", "é", .invalidRequest), .init("nonce", String(repeating: "n", count: 2_049), .invalidRequest),
        .init("prompt", "none login", .invalidRequest), .init("max_age", "-1", .invalidRequest), .init("max_age", "soon", .invalidRequest),
        .init("request", "x", .requestNotSupported), .init("request_uri", "http://evil.example", .requestNotSupported),
    ])
    func `what the app did wrong is told to the app, with its state`(refused: Refused) {
        #expect(code(refusal(HostedFixture.query([refused.name: refused.value]))) == refused.code)
    }

    @Test(arguments: ["", "é", "a\u{0}b", String(repeating: "s", count: 2_049)]) func `a state must be there and be one`(state: String) {
        guard case .sent(let error, let uri, let told) = refusal(HostedFixture.query(["state": state])) else {
            Issue.record("\(state.prefix(20)) should have been refused")
            return
        }
        #expect(error.code == .invalidRequest && uri == HostedFixture.callback && told == nil)
    }

    @Test(arguments: ["state", "scope", "nonce", "code_challenge", "response_type", "prompt"]) func `nothing is said twice`(name: String) {
        #expect(code(refusal(HostedFixture.query() + "&\(name)=x&\(name)=y")) == .invalidRequest)
    }

    private func code(_ refusal: AuthorizeRequest.Refusal?) -> OAuthError.Code? {
        guard case .sent(let error, HostedFixture.callback, _) = refusal else { return nil }
        return error.code
    }

    @Test func `without scopes all of the client's are granted`() throws { #expect(try read(["scope": ""]).scopes == .all) }

    @Test func `a password that is too old must be given again`() throws {
        let now = UnixTime(seconds: 1_000)
        #expect(try read(["max_age": "60"]).accepts(now - .seconds(60), at: now) && !read(["max_age": "60"]).accepts(now - .seconds(61), at: now))
        #expect(try !read(["prompt": "login"]).accepts(now, at: now) && read([:]).accepts(now - .seconds(3_000), at: now))
    }

    @Test func `settings with a query of their own keep it`() throws {
        var configuration = Self.configuration
        configuration.callbackURLs = ["https://a.example/cb?x=1"]
        let request = try AuthorizeRequest(query: HostedFixture.query(["redirect_uri": "https://a.example/cb?x=1"]), for: configuration)
        #expect(request.location(code: "c") == "https://a.example/cb?x=1&code=c&state=a%20state" && request.redirectOrigin == "https://a.example")
    }
}
