import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

/// One request and what FastAPI answered to it, recorded by Tests/Peers/fastapi_security.py.
struct PeerCredential: Sendable, CustomTestStringConvertible {
    var target: String, headers: Fields, status: Int, challenge: String, got: String?

    var testDescription: String { "\(target) \(headers.map { "\($0.name): \($0.value)" })" }

    static let recorded: [PeerCredential] = {
        guard let document = try? JSON.parse(fileBytes("../Peers/fastapi_security.json")) else { return [] }
        return (document["cases"]?.arrayValue ?? []).compactMap(PeerCredential.init)
    }()

    init?(_ fragment: JSONFragment) {
        guard let target = fragment["target"]?.stringValue, let headers = fragment["headers"]?.members, let status = fragment["status"]?.intValue,
            let challenge = fragment["challenge"]?.stringValue
        else { return nil }
        self.target = target
        self.headers = Fields()
        for header in headers { self.headers.append(FieldName(header.name), header.value.stringValue ?? "") }
        self.status = status
        self.challenge = challenge
        got = fragment["got"]?.stringValue
    }

    /// Where we differ on purpose: a token must be one (RFC 6750 §2.1), also of an OAuth 2 route, where FastAPI hands an empty one to the handler, and
    /// where none is needed; user names may be in Japanese (RFC 7617 §2.1).
    var isDifferentOnPurpose: Bool {
        let value = headers[.authorization] ?? ""
        return value == "Bearer a b" || target != "/bearer" && value.hasPrefix("Bearer") && value.count <= 7 || value.hasPrefix("Basic 6Iqx")
    }

    static func application() -> Application {
        Application { routes in
            routes.get("/bearer") { (token: Bearer<Token>) in Text(token.token.reveal()) }
            routes.get("/basic") { (login: Basic<Login>) in Text("\(login.user) \(login.password.reveal())") }
            routes.get("/header") { (key: APIKey<HeaderKey>) in Text(key.key.reveal()) }
            routes.get("/query") { (key: APIKey<QueryKey>) in Text(key.key.reveal()) }
            routes.get("/cookie") { (key: APIKey<CookieKey>) in Text(key.key.reveal()) }
            routes.get("/code") { (token: Bearer<CodeFlow>) in Text(token.token.reveal()) }
            routes.get("/optional") { (token: Bearer<Token>?) in Text(token?.token.reveal() ?? "nobody") }
            routes.get("/optional-key") { (key: APIKey<HeaderKey>?) in Text(key?.key.reveal() ?? "nobody") }
        }
    }
}

@Suite struct `Security inputs, compared with FastAPI` {
    private let client = TestClient(PeerCredential.application())

    @Test func `the recorded answers are there`() {
        #expect(PeerCredential.recorded.count >= 50)
    }

    @Test(arguments: PeerCredential.recorded.filter { !$0.isDifferentOnPurpose })
    func `status, challenge and credential are FastAPI's`(peer: PeerCredential) async throws {
        let response = try await client.get(peer.target, headers: peer.headers)
        #expect(Int(response.status.code) == peer.status)
        #expect(response[.wwwAuthenticate].map(scheme) ?? "" == scheme(peer.challenge))
        if let got = peer.got { #expect(response.text == got) }
    }

    private func scheme(_ challenge: String) -> String { String(challenge.prefix { $0 != " " }) }
}

@Suite struct `Security inputs` {
    private let client = TestClient(PeerCredential.application())

    @Test func `challenge without an error when there is no credential, or one of another scheme (RFC 6750 §3.1)`() async throws {
        for headers: Fields in [[:], [.authorization: "Basic x"], [.authorization: "Bearerx abc"]] {
            let response = try await client.get("/bearer", headers: headers)
            #expect(response.status == .unauthorized && response.fields.all(.wwwAuthenticate) == ["Bearer"] && response[.cacheControl] == "no-store")
            #expect(response.text.contains(#""type":"not-authenticated""#))
        }
    }

    @Test(arguments: ["/bearer", "/code", "/optional"], ["Bearer", "Bearer ", "Bearer a b", "Bearer =", "Bearer a=b", "Bearer a,b", "Bearer ä"])
    func `refuse what is no token, also where none is needed`(target: String, header: String) async throws {
        let response = try await client.get(target, headers: [.authorization: header])
        #expect(response.status == .unauthorized && response.fields.all(.wwwAuthenticate) == [#"Bearer error="invalid_token""#])
        #expect(response.text.contains(#""type":"invalid-token""#))
    }

    @Test func `name realm and charset for Basic, and take names in UTF-8 (RFC 7617 §2.1)`() async throws {
        let challenge = #"Basic realm="words", charset="UTF-8""#
        #expect(try await client.get("/basic").fields.all(.wwwAuthenticate) == [challenge])
        #expect(try await client.get("/basic", headers: [.authorization: "basic 6Iqx5a2QOuOBsuOBv+OBpA=="]).text == "花子 ひみつ")
    }

    @Test(arguments: ["Basic", "Basic !", "Basic aGFuYWtv", "Basic aGFuYWtvOgA=", "Basic /zo=", "Basic aGFu YWtvOg=="])
    func `refuse a Basic credential that is none (RFC 7617 §2)`(header: String) async throws {
        let response = try await client.get("/basic", headers: [.authorization: header])
        #expect(response.status == .unauthorized && response.text.contains(#""type":"invalid-credential""#))
        #expect(response.fields.all(.wwwAuthenticate).first?.hasPrefix("Basic realm=") == true)
    }

    @Test func `split a Basic credential at its first colon, whatever follows it`() async throws {
        // `a:` and a combining accent, which is one character with the colon.
        #expect(try await client.get("/basic", headers: [.authorization: "Basic YTrMgWI6Yw=="]).text == "a \u{301}b:c")
    }

    @Test func `take one key, and refuse several`() async throws {
        #expect(try await client.get("/header", headers: ["X-Key": "a", "X-Key": "b"]).status == .unauthorized)
        #expect(try await client.get("/query?key=a&key=b").status == .unauthorized)
        #expect(try await client.get("/cookie", headers: [.cookie: "key=a; key=b"]).status == .unauthorized)
        #expect(try await client.get("/header").text.contains("Send one key in the header field X-Key."))
    }

    @Test func `compare without telling how much was right`() {
        let key = APIKey<HeaderKey>(Secret("k2"))
        #expect(key.isOne(of: [Secret("k1"), Secret("k2"), Secret("k3")]) && !key.isOne(of: [Secret("k1"), Secret("k22")]) && !key.isOne(of: []))
        let login = Basic<Login>(user: "hanako", password: Secret("pw"))
        #expect(login.matches(user: "hanako", password: Secret("pw")))
        #expect(!login.matches(user: "hanako", password: Secret("pW")) && !login.matches(user: "taro", password: Secret("pw")))
    }

    @Test func `do not print what they hold`() {
        let secret = Secret("hunter2")
        let inputs: [any RequestInput] = [Bearer<Token>(secret), Basic<Login>(user: "u", password: secret), APIKey<HeaderKey>(secret)]
        #expect(!"\(inputs)".contains("hunter2"))
    }

    @Test func `of a scheme that does not fit trap at start-up`() async {
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { $0.get("/") { (token: Bearer<Login>) in NoContent() } }
        }
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { $0.get("/") { (login: Basic<Token>) in NoContent() } }
        }
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { $0.get("/") { (key: APIKey<CodeFlow>) in NoContent() } }
        }
    }
}
