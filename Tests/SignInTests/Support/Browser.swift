import Encoding
import HTTPCore
import JSON
import Platform
import TestKit
import Web

/// Keeps cookies as a browser does, as far as our hosts are concerned, and says where its requests come from.
final class Browser {
    private let client: TestClient
    let origin: String
    var cookies: [String: String] = [:]
    /// What the last answers set, in full.
    var setCookies: [String] = []

    init(_ application: Application, origin: String = House.origin, peer: String = "192.0.2.1", cookies: [String: String] = [:]) {
        client = TestClient(application, headers: ["User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"], peer: peer)
        self.origin = origin
        self.cookies = cookies
    }

    func get(_ target: String, site: String = "none", _ more: Fields = [:]) async throws -> TestResponse {
        var fields: Fields = ["Sec-Fetch-Site": site, "Sec-Fetch-Dest": "document"]
        fields.append(contentsOf: more)
        return try await send(.get, target, fields, nil)
    }

    /// A write by a script of our page, with the token that the page has got.
    func write(_ method: HTTPCore.Method = .post, _ target: String, _ json: String? = nil, token: String? = nil) async throws -> TestResponse {
        let token = if let token { token } else { try await csrfToken() }
        return try await send(method, target, ["Sec-Fetch-Site": "same-origin", "Origin": origin, "X-CSRF-Token": token], json)
    }

    /// Any request with the cookies there are.
    func send(_ method: HTTPCore.Method, _ target: String, _ fields: Fields, _ json: String?, form: String? = nil) async throws -> TestResponse {
        var fields = fields
        if !cookies.isEmpty { fields.append(.cookie, cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ")) }
        if json != nil { fields.append(.contentType, "application/json") }
        if form != nil { fields.append(.contentType, "application/x-www-form-urlencoded") }
        let response = try await client.send(method, target, headers: fields, body: (json ?? form).map { .buffered(Array($0.utf8)) } ?? .empty)
        keep(response)
        return response
    }

    func csrfToken() async throws -> String { try await get("/api/auth/session", site: "same-origin").json["csrf_token"]?.stringValue ?? "" }

    @discardableResult
    func signIn(_ email: String = House.email, _ password: String = House.password) async throws -> TestResponse {
        try await write(.post, "/api/auth/sign-in", #"{"email":"\#(email)","password":"\#(password)"}"#)
    }

    /// Sends a form of our page with the hidden token of the page it stands on.
    func submit(_ path: String, _ fields: [(String, String)], token: String? = nil, from page: String? = nil) async throws -> TestResponse {
        let token = if let token { token } else { try await hiddenToken(page ?? path) }
        let pairs = (fields + [("csrf_token", token)]).map { QueryString.Pair($0.0, $0.1) }
        return try await send(.post, path, ["Origin": origin, "Sec-Fetch-Site": "same-origin"], nil, form: QueryString(pairs: pairs).encoded)
    }

    func hiddenToken(_ path: String) async throws -> String { Self.hiddenToken(in: try await get(path, site: "same-origin").text) }

    static func hiddenToken(in page: String) -> String {
        String(page.split(separator: "name=\"csrf_token\" value=\"").last?.prefix { $0 != "\"" } ?? "")
    }

    var isSignedIn: Bool {
        get async throws { try await get("/api/auth/session", site: "same-origin").json["signed_in"]?.boolValue == true }
    }

    var session: String? { cookies["__Secure-session"] }

    private func keep(_ response: TestResponse) {
        setCookies = response.fields.all(.setCookie)
        for line in setCookies {
            let pair = line.prefix { $0 != ";" }
            let name = String(pair.prefix { $0 != "=" }), value = String(pair.dropFirst(name.count + 1))
            cookies[name] = line.contains("Max-Age=0") ? nil : value
        }
    }
}
