import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

private struct Naming: Middleware {
    let name: String

    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        var response = try await next(context)
        // On the way back: where it stands must be again what it was.
        response.fields.append("X-Through", name + context.rootPath)
        return response
    }
}

private struct Trouble: Error {}

/// What is said about the mounted requests.
private struct Answer: RequestInput {
    var text: String
    static func resolve(in context: RequestContext) async throws -> Answer {
        Answer(text: "\(context.provided(String.self)) \(context.rootPath) \(context.localPath) \(context.clientAddress)")
    }
}

@Suite struct `A mounted application` {
    private let sink = CapturingLogSink()

    private var deepest: Application {
        Application { routes in
            routes.provide("deepest")
            routes.use(Naming(name: "deepest"))
            routes.get("/x") { (answer: Answer) in Text(answer.text) }
        }
    }

    private var inner: Application {
        Application { routes in
            routes.provide("inner")
            routes.use(Naming(name: "inner"))
            routes.handle(Trouble.self) { _, _ in HTTPError.conflict("inner-trouble", "Trouble within.") }
            routes.get("/") { (answer: Answer) in Text(answer.text) }
            routes.get("/users/{name}") { (answer: Answer) in Text(answer.text) }
            routes.get("/trouble") { () -> NoContent in throw Trouble() }
            routes.get("/broken") { () -> NoContent in throw HTTPError.notFound("inner-missing", "Not here.") }
            routes.mount("/deep", deepest)
        }
    }

    private var outer: Application {
        var configuration = ApplicationConfiguration()
        configuration.logger = Logger(service: "test", sink: sink)
        configuration.trustedHopCount = 1
        return Application(configuration) { routes in
            routes.provide("outer")
            routes.use(Naming(name: "outer"))
            routes.handle(HTTPError.self) { error, _ in Response(status: error.status, body: .bytes(Array("outer \(error.type)".utf8))) }
            let group = routes.group("/api")
            group.use(Naming(name: "group"))
            group.mount("/admin", inner)
            routes.get("/api/admin/own") { (answer: Answer) in Text(answer.text) }
            routes.get("/{a}/{b}/nowhere") { () in Text("outer") }
        }
    }

    private func client() -> TestClient { TestClient(outer, headers: [.xForwardedFor: "10.0.0.7"]) }

    // Starlette: the same, its request.url.path and root_path.
    @Test(arguments: [
        ("/api/admin/", "inner /api/admin / 10.0.0.7"), ("/api/admin/users/7", "inner /api/admin /users/7 10.0.0.7"),
        ("/api/%61dmin/users/%37", "inner /api/admin /users/%37 10.0.0.7"), ("/api/admin/deep/x", "deepest /api/admin/deep /x 10.0.0.7"),
        ("/api/admin/own", "outer  /api/admin/own 10.0.0.7"),
    ])
    func `answers below its path with its own values, and knows where it is`(path: String, answer: String) async throws {
        #expect(try await client().get(path).text == answer)
    }

    @Test(arguments: [
        ("/api/admin/", ["inner/api/admin", "group", "outer"]),
        ("/api/admin/deep/x", ["deepest/api/admin/deep", "inner/api/admin", "group", "outer"]), ("/api/admin/own", ["outer"]),
        // Rendered where it leaves: what stands around sees an answer.
        ("/api/admin/trouble", ["group", "outer"]), ("/api/admin/nothing", ["group", "outer"]),
    ])
    func `stands inside the middleware around it, with its own`(path: String, names: [String]) async throws {
        #expect(try await client().get(path).fields.all("X-Through") == names)
    }

    @Test func `answers errors itself: its handlers', its own, unknown paths and methods below its path`() async throws {
        let client = client()
        for (path, type) in [("/trouble", "inner-trouble"), ("/broken", "inner-missing"), ("/nothing", "not-found"), ("/own/nowhere", "not-found")] {
            let response = try await client.get("/api/admin" + path)
            #expect(response.text.contains(#""type":"\#(type)""#), "\(path)")
        }
        let refused = try await client.post("/api/admin/users/7")
        #expect(refused.status == .methodNotAllowed && refused[.allow] == "GET, HEAD, OPTIONS" && refused.text.contains("method-not-allowed"))
        #expect(try await client.send(.options, "/api/admin/users/7").status == .noContent)
        #expect(try await client.get("/api/nothing").text == "outer not-found")
        #expect(try await client.get("/api/admin/nowhere").text.contains("not-found"))
        #expect(try await client.get("/other/admin/nowhere").text == "outer")
    }

    // Starlette: 307 too.
    @Test func `sends who leaves out the slash after its path to its root`() async throws {
        let response = try await client().get("/api/admin?a=b")
        #expect(response.status == 307 && response[.location] == "/api/admin/?a=b")
        #expect(try await client().post("/api/admin").status == .notFound)
    }

    @Test func `has one request id, one line in the log with its route, and the fields of every answer once`() async throws {
        let response = try await client().get("/api/admin/users/7", headers: [.xRequestID: "abc"])
        #expect(response.fields.all(.xRequestID) == ["abc"] && response.fields.all("X-Content-Type-Options").count == 1)
        let lines = sink.lines.filter { $0.contains(#""event":"request""#) || $0.contains("users") }
        #expect(lines.count == 1 && lines[0].contains(#""route":"/api/admin/users/{name}""#) && lines[0].contains(#""client":"10.0.0.7""#))
    }

    @Test func `has its own document, which names its place as its server; the outer one does not list it`() async throws {
        let client = client()
        let mounted = try JSON.parse(try await client.get("/api/admin/openapi.json").body)
        #expect(mounted["servers"]?.arrayValue?.first?["url"]?.stringValue == "/api/admin")
        #expect(Document.names(mounted["paths"]) == ["/", "/users/{name}", "/trouble", "/broken"])
        let deepest = try JSON.parse(try await client.get("/api/admin/deep/openapi.json").body)
        #expect(deepest["servers"]?.arrayValue?.first?["url"]?.stringValue == "/api/admin/deep")
        let outer = try await Document(of: outer)
        #expect(outer.value("servers") == nil && outer.operations == ["get /api/admin/own", "get /{a}/{b}/nowhere"])
        #expect(try await TestClient(inner).get("/openapi.json").text.hasPrefix(#"{"openapi""#))
        var configuration = ApplicationConfiguration()
        configuration.openAPI.servers = [APIServer("https://api.example.com")]
        let named = TestClient(Application { [configuration] in $0.mount("/in", Application(configuration) { _ in }) })
        let servers = try JSON.parse(try await named.get("/in/openapi.json").body)["servers"]?.arrayValue
        #expect(servers?.map { $0["url"]?.stringValue } == ["https://api.example.com"])
    }

    @Test func `may be anything that answers requests, which sees targets without the path`() async throws {
        let client = TestClient(
            Application { routes in
                routes.mount("/old") { request in Response(body: .bytes(request.target.bytes)) }
                routes.group("/a", alsoAt: ["/b"]).mount("/c") { request in Response(body: .bytes(request.target.bytes)) }
            })
        for (path, seen) in [("/old/x%20y/?q=1", "/x%20y/?q=1"), ("/old/", "/"), ("/%6fld/x", "/x"), ("/a/c/d", "/d"), ("/b/c/d", "/d")] {
            let response = try await client.get(path)
            #expect(response.text == seen && response[.xRequestID] != nil)
        }
        #expect(try await client.post("/old/x").text == "/x")
        #expect(try await client.get("/old").status == 307)
    }

    @Test func `keeps its limits and deadlines, and those of its routes`() async throws {
        var configuration = ApplicationConfiguration()
        configuration.bodyLimitBytes = 3
        configuration.deadline = .seconds(7)
        let inner = Application(configuration) { routes in
            routes.post("/") { (context: RequestContext) in Int(try await context.body().count) }
            routes.get("/", options: [.rateLimit(1, per: .hour, by: .client)]) { (context: RequestContext) in context.route?.deadline == .seconds(7) }
        }
        let client = TestClient(Application { $0.mount("/in", inner) })
        #expect(try await client.post("/in/", json: "123").text == "3")
        #expect(try await client.post("/in/", json: "1234").status == .contentTooLarge)
        #expect(try await client.get("/in/").text == "true")
        #expect(try await client.get("/in/").status == .tooManyRequests)
    }

    @Test(arguments: ["", "/", "in", "/in/", "/{in}", "/%69n"]) func `at a path that makes no sense traps at start-up`(path: String) async {
        await #expect(processExitsWith: .failure) { [path] in
            endSoon()
            _ = Application { $0.mount(path, Application { _ in }) }
        }
    }

    @Test func `at the path of another traps at start-up`() async {
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { routes in for _ in 0..<2 { routes.mount("/in", Application { _ in }) } }
        }
    }
}
