import HTTPCore
import Platform
import TestKit
import Testing
import Web

private struct Failure: Error {}

@Suite(.timeLimit(.minutes(5))) struct `Work after the response` {
    private let journal = Journal(), clock = ManualClock(), log = CapturingLogSink()

    private func client(_ change: (inout CompletionLimits) -> Void = { _ in }, _ declare: (RouteGroup) -> Void) -> TestClient {
        var configuration = ApplicationConfiguration()
        configuration.clock = clock
        configuration.logger = Logger(service: "test", sink: log)
        change(&configuration.completion)
        return TestClient(Application(configuration) { declare($0) })
    }

    @Test func `comes after the handler and its content, in order`() async throws {
        let routes = BackgroundRoutes(journal: journal)
        #expect(try await client { $0.get("/", routes.stream) }.get("/").text == "x")
        #expect(journal.events == ["handler", "content", "1", "2"])
    }

    @Test func `that fails is logged with the request's id, and the next begins`() async throws {
        let routes = BackgroundRoutes(journal: journal)
        let response = try await client { $0.get("/", routes.failing) }.get("/")
        #expect(response.status == .noContent && journal.events == ["2"])
        let line = try #require(log.lines.first { $0.contains("background.failed") })
        #expect(line.contains("Failure") && line.contains(#""request_id":"\#(response[.xRequestID] ?? "-")""#))
    }

    @Test func `is dropped when middleware puts an error in the place of the answer`() async throws {
        struct Strict: Middleware {
            func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
                _ = try await next(context)
                throw HTTPError.forbidden("strict", "Not this one.")
            }
        }
        let routes = BackgroundRoutes(journal: journal)
        let client = client {
            $0.use(Strict())
            $0.get("/", routes.stream)
        }
        #expect(try await client.get("/").status == .forbidden)
        #expect(journal.events == ["handler"])
    }

    @Test func `that takes too long is cancelled, and the next begins`() async throws {
        let (cancellations, cancelled) = AsyncStream<Void>.makeStream()
        let routes = BackgroundRoutes(journal: journal, clock: clock, cancelled: cancelled)
        let client = client({ $0.taskLimit = .seconds(7) }) { $0.get("/", routes.slow) }
        #expect(try await client.get("/").status == .noContent)
        #expect(journal.events == ["2"])
        for await _ in cancellations { break }
        #expect(log.lines.contains { $0.contains("background.failed") && $0.contains("its time was over") })
    }

    @Test func `beyond what a request may leave is a fault of ours, and none of it is done`() async throws {
        let routes = BackgroundRoutes(journal: journal)
        let client = client({ $0.tasksPerRequest = 1 }) { $0.get("/", routes.stream) }
        #expect(try await client.get("/").status == .internalServerError)
        #expect(journal.events.isEmpty && log.lines.contains { $0.contains("tooMany(limit: 1)") })
    }

    @Test func `beyond what the application bears is answered 503, until there is room again`() async throws {
        let routes = BackgroundRoutes(journal: journal)
        let (gate, open) = AsyncStream<Never>.makeStream(), (started, start) = AsyncStream<Void>.makeStream()
        let client = client({ $0.tasksUnderWay = 1 }) { group in
            group.get("/one", routes.one)
            group.get("/waiting") { (context: RequestContext) in
                try context.afterResponse {
                    start.yield()
                    for await _ in gate {}
                }
                return NoContent()
            }
        }
        let waiting = Task { try await client.get("/waiting").status }
        for await _ in started { break }
        let refused = try await client.get("/one")
        #expect(refused.status == .serviceUnavailable && refused[.retryAfter] == "1" && refused.text.contains(#""type":"busy""#))
        open.finish()
        #expect(try await waiting.value == .noContent)
        #expect(try await client.get("/one").status == .noContent && journal.events == ["1"])
    }

    @Test func `gives its place back when it was dropped`() async throws {
        let routes = BackgroundRoutes(journal: journal)
        let client = client({ $0.tasksUnderWay = 1 }) { group in
            group.get("/one", routes.one)
            group.get("/refused", routes.refused)
        }
        for _ in 0..<3 { #expect(try await client.get("/refused").status == .conflict) }
        #expect(try await client.get("/one").status == .noContent && journal.events == ["1"])
    }
}

private struct BackgroundRoutes: Sendable {
    let journal: Journal
    var clock = ManualClock()
    var cancelled: AsyncStream<Void>.Continuation?

    func one(context: RequestContext) async throws -> NoContent {
        try context.afterResponse { [journal] in journal.add("1") }
        return NoContent()
    }

    func refused(context: RequestContext) async throws -> NoContent {
        _ = try await one(context: context)
        throw HTTPError.conflict("refused", "Not now.")
    }

    func stream(context: RequestContext) async throws -> Response {
        for name in ["1", "2"] { try context.afterResponse { [journal] in journal.add(name) } }
        journal.add("handler")
        return Response(body: .stream(lengthBytes: nil, produce: produce))
    }

    @Sendable private func produce(_ writer: any ResponseBodyWriter) async throws {
        try await writer.write([120])
        journal.add("content")
    }

    func failing(context: RequestContext) async throws -> NoContent {
        try context.afterResponse { throw Failure() }
        try context.afterResponse { [journal] in journal.add("2") }
        return NoContent()
    }

    func slow(context: RequestContext) async throws -> NoContent {
        try context.afterResponse { [cancelled, clock] in
            clock.advance(by: .seconds(7))
            await untilCancelled()
            cancelled?.yield()
        }
        try context.afterResponse { [journal] in journal.add("2") }
        return NoContent()
    }
}
