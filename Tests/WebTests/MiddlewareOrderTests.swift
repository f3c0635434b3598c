import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

/// Notes in a journal what passes it on the way in and how it comes out.
private struct Noting: Middleware {
    let name: String, journal: Lock<[String]>

    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        journal.withLock { $0.append("\(name)>") }
        do {
            let response = try await next(context)
            journal.withLock { $0.append("<\(name) \(response.status)") }
            return response
        } catch {
            journal.withLock { $0.append("<\(name) \(error is InvalidInput ? "invalid" : "error")") }
            throw error
        }
    }
}

/// Answers itself.
private struct Answering: Middleware {
    func respond(to context: RequestContext, next: Endpoint) async throws -> Response { Response(status: 418) }
}

@Suite struct `The middleware` {
    private let journal = Lock<[String]>([])

    private func client(_ change: (inout ApplicationConfiguration) -> Void = { _ in }) -> TestClient {
        let outer = Noting(name: "outer", journal: journal), inner = Noting(name: "inner", journal: journal)
        var configuration = ApplicationConfiguration()
        change(&configuration)
        return TestClient(
            Application(configuration) { routes in
                routes.use(outer)
                routes.group("/a", alsoAt: ["/b"]) { group in
                    group.get("/before") { () in NoContent() }
                    group.use(inner)
                    group.get("/after") { (query: Query<DryRun>) in NoContent() }
                    group.group("/nested").get("/x") { () -> NoContent in throw HTTPError.conflict("no", "No.") }
                }
                routes.get("/outside") { () in NoContent() }
                let tea = routes.group("/tea")
                tea.use(Answering())
                tea.get("") { [journal] () in
                    journal.withLock { $0.append("handler") }
                    return NoContent()
                }
            })
    }

    @Test(arguments: [
        ("/a/before", ["outer>", "inner>", "<inner 204", "<outer 204"]), ("/b/before", ["outer>", "inner>", "<inner 204", "<outer 204"]),
        ("/a/after?dry_run=1", ["outer>", "inner>", "<inner 204", "<outer 204"]), ("/outside", ["outer>", "<outer 204"]),
        ("/a/after", ["outer>", "inner>", "<inner invalid", "<outer invalid"]), ("/a/nested/x", ["outer>", "inner>", "<inner error", "<outer error"]),
        ("/a/nothing", ["outer>", "<outer error"]), ("/tea", ["outer>", "<outer 418"]),
    ])
    func `of the application sees every request, of a group its routes' alone, around their inputs`(path: String, expected: [String]) async throws {
        _ = try await client().get(path)
        #expect(journal.withLock { $0 } == expected)
    }

    @Test func `that answers itself keeps the request from the handler, and the answer is like any other`() async throws {
        let response = try await client().get("/tea", headers: [.xRequestID: "abc"])
        #expect(response.status == 418 && response[.xRequestID] == "abc" && response["X-Content-Type-Options"] == "nosniff")
        #expect(!journal.withLock { $0 }.contains("handler"))
    }

    @Test func `of the application does not see a preflight, which is answered before`() async throws {
        let client = client { $0.cors = CORSPolicy(allowedOrigins: ["https://app.example"]) }
        let response = try await client.send(.options, "/a/before", headers: [.origin: "https://app.example", .accessControlRequestMethod: "GET"])
        #expect(response.status == .noContent && response[.xRequestID] != nil && response["X-Content-Type-Options"] == "nosniff")
        #expect(journal.withLock { $0 }.isEmpty)
    }
}

@Suite struct `A CORS policy` {
    private func client(_ change: (inout CORSPolicy) -> Void) -> TestClient {
        var policy = CORSPolicy(allowedOrigins: ["https://one.example", "http://localhost:3000"])
        change(&policy)
        var configuration = ApplicationConfiguration()
        configuration.cors = policy
        return TestClient(Application(configuration) { $0.get("/") { () in NoContent() } })
    }

    @Test(arguments: ["https://one.example", "http://localhost:3000"]) func `grants each of its origins to itself alone`(origin: String) async throws {
        let response = try await client { _ in }.get("/", headers: [.origin: origin])
        #expect(response.fields.all(.accessControlAllowOrigin) == [origin])
    }

    @Test func `that allows no credentials and exposes nothing says neither`() async throws {
        let client = client {
            $0.allowsCredentials = false
            $0.exposedFields = []
        }
        let response = try await client.get("/", headers: [.origin: "https://one.example"])
        #expect(response[.accessControlAllowOrigin] == "https://one.example")
        #expect(response[.accessControlAllowCredentials] == nil && response[.accessControlExposeHeaders] == nil)
    }

    @Test func `grants the methods and fields it names, for as long as it says`() async throws {
        let client = client {
            $0.allowedMethods = [.get, .delete]
            $0.allowedFields = ["X-One", "X-Two"]
            $0.maximumAge = .seconds(5)
        }
        let response = try await client.send(.options, "/", headers: [.origin: "https://one.example", .accessControlRequestMethod: "PUT"])
        #expect(response[.accessControlAllowMethods] == "GET, DELETE" && response[.accessControlAllowHeaders] == "X-One, X-Two")
        #expect(response[.accessControlMaxAge] == "5")
    }
}
