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

/// Notes its name on the way in and out.
private struct Tracing: Middleware {
    let name: String

    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        var response = try await next(context)
        response.fields.append("X-Trace", name)
        return response
    }
}

@Suite struct `Middleware order` {
    @Test func `the first added is outermost, groups stand inside, and routes declared before are covered`() async throws {
        let app = Application { routes in
            routes.get("/early") { () in NoContent() }
            routes.group("/inner") { inner in
                inner.get("/x") { () in NoContent() }
                inner.use(Tracing(name: "group"))
            }
            routes.use(Tracing(name: "first"))
            routes.use(Tracing(name: "second"))
        }
        let client = TestClient(app)
        #expect(try await client.get("/early").fields.all("X-Trace") == ["second", "first"])
        #expect(try await client.get("/inner/x").fields.all("X-Trace") == ["group", "second", "first"])
    }

    @Test func `an error thrown by middleware is rendered`() async throws {
        struct Refusing: Middleware {
            func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
                throw HTTPError.tooManyRequests("slow-down", "Wait a moment.", retryAfter: .milliseconds(1500))
            }
        }
        let response = try await TestClient(Application { $0.use(Refusing()) }).get("/")
        #expect(response.status == .tooManyRequests)
        #expect(response[.retryAfter] == "2")
        #expect(response[.xRequestID] != nil)
    }
}
