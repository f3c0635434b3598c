import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

struct Basket: JSONObject {
    var items: [String]
    static let json = Object("Basket", { Self(items: $0) }, Field("items", \.items))
}

func site(sessionKey: Secret<[UInt8]>, admin: Application) throws -> Application {
    var configuration = ApplicationConfiguration()
    configuration.cors = CORSPolicy(allowedOrigins: ["https://app.example"])
    configuration.trustedHopCount = 1
    return try Application(configuration) { routes in
        routes.use(TrustedHost("shop.example", "*.shop.example"))
        routes.use(HTTPSRedirect())
        routes.use(ContentCompression())
        routes.sessions(try Sessions<Basket>(keys: [sessionKey]))
        routes.post("/basket") { (session: Session<Basket>, body: Body<Basket>) in
            session.value = Basket(items: (session.value?.items ?? []) + body.value.items)
            return session.value
        }
        routes.mount("/admin", admin)
    }
}

// MARK: - Tests

@Suite struct `A whole site in the guide` {
    private func client() throws -> TestClient {
        let admin = Application { $0.get("/users") { (context: RequestContext) in Text(String(repeating: "\(context.rootPath) ", count: 500)) } }
        let site = try site(sessionKey: Secret([UInt8](repeating: 7, count: 32)), admin: admin)
        return TestClient(site, headers: ["Host": "shop.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "10.0.0.7"])
    }

    @Test func `keeps a session in a sealed cookie`() async throws {
        let client = try client()
        let first = try await client.post("/basket", json: #"{"items": ["tea"]}"#), cookie = try #require(first[.setCookie]?.prefix { $0 != ";" })
        #expect(cookie.hasPrefix("__Host-session=") && !cookie.contains("tea"))
        let second = try await client.post("/basket", json: #"{"items": ["rice"]}"#, headers: [.cookie: String(cookie)])
        #expect(second.text == #"{"items":["tea","rice"]}"#)
    }

    @Test func `answers its hosts alone, by HTTPS alone`() async throws {
        #expect(try await client().get("/admin/users", headers: ["Host": "evil.example"]).text.contains("bad-host"))
        let redirect = try await client().get("/admin/users", headers: ["X-Forwarded-Proto": "http"])
        #expect(redirect.status == 307 && redirect[.location] == "https://shop.example/admin/users")
    }

    @Test func `mounts, compresses and lets the other origin in`() async throws {
        let answer = try await client().get("/admin/users", headers: [.acceptEncoding: "gzip", "Origin": "https://app.example"])
        #expect(answer.status == .ok && answer[.contentEncoding] == "gzip" && answer["Access-Control-Allow-Origin"] == "https://app.example")
        #expect(try await client().get("/admin/users").text.hasPrefix("/admin /admin "))
    }
}
