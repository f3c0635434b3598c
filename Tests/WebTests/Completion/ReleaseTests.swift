import HTTPCore
import Platform
import TestKit
import Testing
import Web

/// Waits until this task is cancelled; returns as work would that does not mind.
func untilCancelled() async {
    let (stream, end) = AsyncStream<Never>.makeStream()
    await withTaskCancellationHandler {
        for await _ in stream {}
    } onCancel: {
        end.finish()
    }
}

/// A journal's line when it is made and another when it is released.
private struct Held: RequestInput {
    static func resolve(in context: RequestContext) async throws -> Held {
        let journal = context.provided(Journal.self)
        journal.add("made")
        context.onRelease { outcome in journal.add("released: \(outcome.error.map { ($0 as? HTTPError)?.type ?? "\($0)" } ?? "answered")") }
        return Held()
    }
}

@Suite(.timeLimit(.minutes(5))) struct `What an input holds` {
    private let journal = Journal(), clock = ManualClock(), log = CapturingLogSink()

    private func client(_ declare: (RouteGroup) -> Void) -> TestClient {
        var configuration = ApplicationConfiguration()
        configuration.clock = clock
        configuration.logger = Logger(service: "test", sink: log)
        return TestClient(
            Application(configuration) { routes in
                routes.provide(journal)
                declare(routes)
            })
    }

    @Test func `is released once, however many ask for it`() async throws {
        let client = client { $0.group("", options: [.requires(Held.self)]).get("/") { (a: Held, b: Held) in NoContent() } }
        #expect(try await client.get("/").status == .noContent)
        #expect(journal.events == ["made", "released: answered"])
    }

    @Test func `is released for HEAD, too, whose content nobody produces`() async throws {
        let client = client { $0.get("/") { [journal] (held: Held) in Response(body: .stream(lengthBytes: nil) { _ in journal.add("content") }) } }
        _ = try await client.send(.head, "/")
        #expect(journal.events == ["made", "released: answered"])
    }

    @Test func `hears the error that is the answer`() async throws {
        let client = client { routes in
            routes.get("/conflict") { (held: Held) -> NoContent in throw HTTPError.conflict("taken", "Choose another name.") }
            routes.get("/late") { [clock] (held: Held) -> NoContent in
                clock.advance(by: .seconds(25))
                await untilCancelled()
                throw CancellationError()
            }
        }
        #expect(try await client.get("/conflict").status == .conflict)
        #expect(try await Task { try await client.get("/late").status }.value == .serviceUnavailable)
        #expect(journal.events == ["made", "released: taken", "made", "released: deadline-exceeded"])
    }

    @Test func `hears of the error even when middleware makes an answer of it`() async throws {
        struct Forgiving: Middleware {
            func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
                do { return try await next(context) } catch { return Response() }
            }
        }
        let client = client { routes in
            routes.use(Forgiving())
            routes.get("/") { (held: Held) -> NoContent in throw HTTPError.conflict("taken", "Choose another name.") }
        }
        #expect(try await client.get("/").status == .ok)
        #expect(journal.events == ["made", "released: taken"])
    }

    @Test func `hears of middleware that refuses what the handler answered`() async throws {
        struct Strict: Middleware {
            func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
                _ = try await next(context)
                throw HTTPError.forbidden("strict", "Not this one.")
            }
        }
        let client = client { routes in
            routes.use(Strict())
            routes.get("/") { (held: Held) in NoContent() }
        }
        #expect(try await client.get("/").status == .forbidden)
        #expect(journal.events == ["made", "released: strict"])
    }

    @Test func `is released beyond the reach of the request's cancellation`() async throws {
        struct Patient: RequestInput {
            static func resolve(in context: RequestContext) async throws -> Patient {
                let journal = context.provided(Journal.self)
                context.onRelease { _ in
                    await Task.yield()
                    journal.add(Task.isCancelled ? "cancelled" : "in peace")
                }
                return Patient()
            }
        }
        let client = client { routes in
            routes.get("/") { (patient: Patient) -> NoContent in
                withUnsafeCurrentTask { $0?.cancel() }
                try Task.checkCancellation()
                return NoContent()
            }
        }
        #expect(try await Task { try await client.get("/").status }.value == 499)
        #expect(journal.events == ["in peace"])
    }

    @Test func `may fail to be released: the log hears of it, the client and the others do not`() async throws {
        struct Failing: RequestInput {
            static func resolve(in context: RequestContext) async throws -> Failing {
                _ = try await context.resolve(Held.self)
                context.onRelease { _ in throw HTTPError.conflict("stuck-door", "Push harder.") }
                return Failing()
            }
        }
        let client = client { $0.get("/") { (failing: Failing) in Text("fine") } }
        let response = try await client.get("/")
        #expect(response.status == .ok && response.text == "fine")
        #expect(journal.events == ["made", "released: answered"])
        let line = try #require(log.lines.first { $0.contains("release.failed") })
        #expect(line.contains("stuck-door") && line.contains(#""route":"/""#) && line.contains(#""request_id":"\#(response[.xRequestID] ?? "-")""#))
    }

    @Test(arguments: [true, false])
    func `is given up when its release takes too long, and the others are released`(heedsCancellation: Bool) async throws {
        let (gate, opened) = AsyncStream<Never>.makeStream()
        let client = client { routes in
            routes.get("/") { (context: RequestContext) in
                _ = try await context.resolve(Held.self)
                let clock = context.application.configuration.clock as? ManualClock
                context.onRelease { _ in
                    clock?.advance(by: .seconds(5))
                    if heedsCancellation { return await untilCancelled() }
                    // A task of its own does not hear of the cancellation.
                    await Task { for await _ in gate {} }.value
                }
                return Text("fine")
            }
        }
        #expect(try await client.get("/").text == "fine")
        #expect(journal.events == ["made", "released: answered"])
        #expect(log.lines.contains { $0.contains("release.failed") && $0.contains("cancelled") })
        opened.finish()
    }
}
