import HTTPCore
import JSON
import Platform
import Synchronization
import TestKit
import Testing
import Web

private protocol StoreError: Error {}
private struct Missing: StoreError {}
private struct Locked: StoreError {}
private struct Other: Error {}

private struct Throwing: Middleware {
    func respond(to context: RequestContext, next: Endpoint) async throws -> Response { throw Missing() }
}

private func application(_ logger: Logger = .silent, _ declare: (inout RouteGroup) throws -> Void) rethrows -> TestClient {
    var configuration = ApplicationConfiguration()
    configuration.logger = logger
    return TestClient(try Application(configuration, declare))
}

extension RouteGroup {
    fileprivate func fail(_ path: String, with error: any Error) { get(path) { () -> NoContent in throw error } }
}

@Suite struct `A handler of errors` {
    @Test func `answers those of its type, or of its protocol, and lets the others pass`() async throws {
        let client = application { routes in
            routes.fail("/missing", with: Missing())
            routes.fail("/locked", with: Locked())
            routes.fail("/other", with: Other())
            routes.get("/well") { () in Text("well") }
            routes.handle((any StoreError).self) { _, _ in HTTPError.conflict("store", "The store.") }
            routes.handle(Missing.self) { _, context in HTTPError.notFound("missing", "\(context.request.target.path) is missing.") }
        }
        // The very type counts more than the protocol that was declared first.
        #expect(try await client.get("/missing").text.contains(#""detail":"/missing is missing.","type":"missing""#))
        #expect(try await client.get("/locked").status == .conflict)
        #expect(try await client.get("/other").status == .internalServerError)
        #expect(try await client.get("/well").text == "well")
    }

    @Test func `of an inner group wins, and a group's are not asked about others' routes`() async throws {
        let client = application { routes in
            routes.handle(Missing.self) { _, _ in Text("outer").response }
            let inner = routes.group("/inner")
            inner.handle(Missing.self) { _, _ in Text("inner").response }
            inner.fail("", with: Missing())
            inner.group("/deeper").fail("", with: Missing())
            routes.fail("/beside", with: Missing())
        }
        #expect(try await client.get("/inner").text == "inner")
        #expect(try await client.get("/inner/deeper").text == "inner")
        #expect(try await client.get("/beside").text == "outer")
    }

    // Starlette: 500, for its handlers stand inside the middleware.
    @Test func `sees what middleware of its group throws`() async throws {
        let client = application { routes in
            let group = routes.group("/a")
            group.use(Throwing())
            group.get("") { () in NoContent() }
            group.handle(Missing.self) { _, _ in HTTPError.notFound("missing", "Missing.") }
        }
        #expect(try await client.get("/a").status == .notFound)
    }

    @Test func `of HTTPError gives every error of the application another form, those made by handlers and the router too`() async throws {
        let client = application { routes in
            routes.handle(HTTPError.self) { error, context in
                Response(status: error.status, fields: [.contentType: "application/problem+json"], body: .bytes(Array(error.type.utf8)))
            }
            routes.handle(Missing.self) { _, _ in HTTPError.notFound("missing", "Missing.") }
            routes.fail("/missing", with: Missing())
            let inner = routes.group("/inner")
            inner.handle(Locked.self) { _, _ in HTTPError.conflict("locked", "Locked.") }
            inner.fail("", with: Locked())
        }
        for (path, type) in [("/missing", "missing"), ("/inner", "locked"), ("/nowhere", "not-found")] {
            let response = try await client.get(path)
            #expect(response.text == type && response[.contentType] == "application/problem+json" && response[.xRequestID] != nil)
        }
    }

    @Test func `of InvalidInput answers what fails validation`() async throws {
        let client = application { routes in
            routes.handle(InvalidInput.self) { error, _ in HTTPError(.badRequest, type: "invalid", detail: "\(error.problems.count) problems.") }
            routes.get("/{word_id}") { (path: Path<WordID>) in NoContent() }
        }
        #expect(try await client.get("/x").text.contains("1 problems."))
    }

    @Test func `that fails itself is a 500, and the log tells of both errors`() async throws {
        let sink = CapturingLogSink()
        let client = application(Logger(service: "test", sink: sink)) { routes in
            routes.handle(Missing.self) { _, _ -> HTTPError in throw Locked() }
            routes.fail("/", with: Missing())
        }
        let response = try await client.get("/")
        #expect(response.status == .internalServerError && response.text.contains("internal-error"))
        let line = try #require(sink.lines.first { $0.contains("request.failed") })
        #expect(line.contains("Missing") && line.contains("Locked"))
    }

    @Test func `that makes an error keeps the first one for the log`() async throws {
        let sink = CapturingLogSink()
        let client = application(Logger(service: "test", minimumLevel: .debug, sink: sink)) { routes in
            routes.handle(Missing.self) { _, _ in HTTPError.notFound("missing", "Missing.") }
            routes.fail("/", with: Missing())
        }
        #expect(try await !client.get("/").text.contains("Missing()"))
        #expect(sink.lines.contains { $0.contains("request.failed") && $0.contains("Missing()") })
    }

    @Test func `documents its answers on every route of its group, whichever was declared first`() async throws {
        let app = Application { routes in
            routes.group("/a") { group in
                group.get("/early") { () in NoContent() }
                group.handle(Missing.self, answers: [.notFound, .conflict]) { _, _ in HTTPError.notFound("missing", "Missing.") }
                group.group("/b").get("/late") { () in NoContent() }
            }
            routes.get("/outside") { () in NoContent() }
        }
        let document = try await Document(of: app)
        for (path, isDocumented) in [("/a/early", true), ("/a/b/late", true), ("/outside", false)] {
            let responses = try document.operation("get", path)["responses"]
            #expect((responses?["404"] != nil && responses?["409"] != nil) == isDocumented, "\(path)")
        }
    }

    @Test func `is the only one of its group for a type`() async {
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { routes in
                for _ in 0..<2 { routes.handle(Missing.self) { _, _ in HTTPError.notFound("missing", "Missing.") } }
            }
        }
    }
}

extension Text {
    fileprivate var response: Response { Response(body: .bytes(Array(text.utf8))) }
}
