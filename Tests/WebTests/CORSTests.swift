import HTTPCore
import TestKit
import Testing
import Web

private func application(_ policy: CORSPolicy?) -> Application {
    var configuration = ApplicationConfiguration()
    configuration.cors = policy
    return Application(configuration) { routes in routes.get("/words/{word_id}") { () in Text("") } }
}

@Suite struct `CORS` {
    private let client = TestClient(application(CORSPolicy(allowedOrigins: ["https://app.example"])))

    @Test func `an allowed origin is named and may send cookies`() async throws {
        let response = try await client.get("/words/7", headers: [.origin: "https://app.example"])
        #expect(response[.accessControlAllowOrigin] == "https://app.example")
        #expect(response[.accessControlAllowCredentials] == "true")
        #expect(response[.accessControlExposeHeaders]?.contains("X-Request-Id") == true)
        #expect(response.fields.all(.vary) == ["Origin"])
    }

    @Test(arguments: ["https://evil.example", "https://app.example.evil", "http://app.example", "https://APP.example", "null", "*"])
    func `another origin is answered without a grant`(origin: String) async throws {
        let response = try await client.get("/words/7", headers: [.origin: origin])
        #expect(response.status == .ok)
        #expect(response[.accessControlAllowOrigin] == nil && response[.accessControlAllowCredentials] == nil)
        #expect(response[.vary] == "Origin")
    }

    @Test func `errors carry the grant, so that scripts can read them`() async throws {
        let response = try await client.get("/nothing", headers: [.origin: "https://app.example"])
        #expect(response.status == .notFound)
        #expect(response[.accessControlAllowOrigin] == "https://app.example")
    }

    @Test func `a preflight is answered before any route or authentication`() async throws {
        let headers: Fields = [.origin: "https://app.example", .accessControlRequestMethod: "PUT", .accessControlRequestHeaders: "authorization"]
        let response = try await client.send(.options, "/words/7", headers: headers)
        #expect(response.status == .noContent)
        #expect(response[.accessControlAllowOrigin] == "https://app.example")
        #expect(response[.accessControlAllowMethods]?.contains("PUT") == true)
        #expect(response[.accessControlAllowHeaders]?.contains("Authorization") == true)
        #expect(response[.accessControlMaxAge] == "600")
        #expect(response.fields.all(.vary).contains("Access-Control-Request-Method, Access-Control-Request-Headers"))
    }

    @Test func `a preflight of another origin is refused without a grant`() async throws {
        let response = try await client.send(.options, "/words/7", headers: [.origin: "https://evil.example", .accessControlRequestMethod: "GET"])
        #expect(response.status == .forbidden)
        #expect(response[.accessControlAllowOrigin] == nil && response[.accessControlAllowMethods] == nil)
    }

    @Test func `OPTIONS without a requested method is no preflight`() async throws {
        let response = try await client.send(.options, "/words/7", headers: [.origin: "https://app.example"])
        #expect(response[.allow] == "GET, HEAD, OPTIONS")
    }

    @Test func `without a policy no CORS field is sent`() async throws {
        let response = try await TestClient(application(nil)).get("/words/7", headers: [.origin: "https://app.example"])
        #expect(response[.accessControlAllowOrigin] == nil && response[.vary] == nil)
    }
}

@Suite struct `A CORS policy` {
    private func client(_ change: (inout CORSPolicy) -> Void) -> TestClient {
        var policy = CORSPolicy(allowedOrigins: ["https://one.example", "http://localhost:3000"])
        change(&policy)
        return TestClient(application(policy))
    }

    @Test(arguments: ["https://one.example", "http://localhost:3000"]) func `grants each of its origins to itself alone`(origin: String) async throws {
        let response = try await client { _ in }.get("/words/7", headers: [.origin: origin])
        #expect(response.fields.all(.accessControlAllowOrigin) == [origin])
    }

    @Test func `that allows no credentials and exposes nothing says neither`() async throws {
        let client = client {
            $0.allowsCredentials = false
            $0.exposedFields = []
        }
        let response = try await client.get("/words/7", headers: [.origin: "https://one.example"])
        #expect(response[.accessControlAllowOrigin] == "https://one.example")
        #expect(response[.accessControlAllowCredentials] == nil && response[.accessControlExposeHeaders] == nil)
    }

    @Test func `grants the methods and fields it names, for as long as it says`() async throws {
        let client = client {
            $0.allowedMethods = [.get, .delete]
            $0.allowedFields = ["X-One", "X-Two"]
            $0.maximumAge = .seconds(5)
        }
        let response = try await client.send(.options, "/words/7", headers: [.origin: "https://one.example", .accessControlRequestMethod: "PUT"])
        #expect(response[.accessControlAllowMethods] == "GET, DELETE" && response[.accessControlAllowHeaders] == "X-One, X-Two")
        #expect(response[.accessControlMaxAge] == "5")
    }
}
