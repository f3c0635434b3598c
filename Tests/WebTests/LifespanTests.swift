import HTTPCore
import Platform
import TestKit
import Testing
import Web

private struct Broken: Error {}

@Suite(.timeLimit(.minutes(5))) struct `The life of an application` {
    private let journal = Lock<[String]>([])

    private func note(_ text: String) { journal.withLock { $0.append(text) } }
    private var notes: [String] { journal.withLock { $0 } }

    private func step(_ name: String, on routes: RouteGroup, failing: Bool = false) {
        routes.lifespan(
            name,
            start: { [journal] in
                journal.withLock { $0.append("start \(name)") }
                if failing { throw Broken() }
                return name.count
            },
            stop: { [journal] count in journal.withLock { $0.append("stop \(name) \(count)") } })
    }

    @Test(arguments: TestClient.Medium.allCases) func `begins its steps in order before the first request and ends them backwards after the last`(
        medium: TestClient.Medium
    ) async throws {
        let app = Application { routes in
            step("one", on: routes)
            routes.group("/a") { step("three", on: $0) }
            routes.get("/") { [journal] () in
                journal.withLock { $0.append("request") }
                return NoContent()
            }
        }
        for _ in 0..<2 {
            journal.withLock { $0 = [] }
            #expect(try await TestClient.with(app, over: medium) { client in try await client.get("/").status } == .noContent)
            #expect(notes == ["start one", "start three", "request", "stop three 5", "stop one 3"])
        }
    }

    @Test func `ends also when what is done with it fails`() async throws {
        let app = Application { step("one", on: $0) }
        await #expect(throws: Broken.self) { try await TestClient.with(app) { _ in throw Broken() } }
        #expect(notes == ["start one", "stop one 3"])
    }

    @Test func `does not begin when a step fails; those before it are ended, and the error says which`() async throws {
        let app = Application { routes in
            step("one", on: routes)
            step("two", on: routes, failing: true)
            step("three", on: routes)
        }
        let error = await #expect(throws: LifespanError.self) { try await app.start() }
        #expect(error?.description == "“two” did not start: Broken()")
        #expect(notes == ["start one", "start two", "stop one 3"])
    }

    @Test func `does not wait for ever, whether it begins or ends`() async throws {
        let sink = CapturingLogSink(), gate = AsyncStream<Never>.makeStream()
        var configuration = ApplicationConfiguration()
        configuration.logger = Logger(service: "test", sink: sink)
        let ever = { @Sendable [gate = gate.stream] in
            // Does not heed cancellation.
            await Task.detached { for await _ in gate {} }.value
        }
        let slow = Application(configuration) { $0.lifespan("slow", startLimit: .milliseconds(50), start: ever) }
        let error = await #expect(throws: LifespanError.self) { try await slow.start() }
        #expect(error?.description == "“slow” did not start within 0.05 seconds")
        let lasting = Application(configuration) { routes in
            step("one", on: routes)
            routes.lifespan("lasting", stopLimit: .milliseconds(50), start: {}, stop: { _ in await ever() })
        }
        try await lasting.start()
        await lasting.stop()
        #expect(notes == ["start one", "stop one 3"])
        #expect(sink.lines.contains { $0.contains("lifespan.stop-failed") && $0.contains("lasting") })
        gate.continuation.finish()
    }

    @Test func `holds the lives of what is mounted in it`() async throws {
        let inner = Application { step("inner", on: $0) }
        let outer = Application { routes in
            step("outer", on: routes)
            routes.mount("/inner", inner)
        }
        try await TestClient.with(outer) { _ in #expect(notes == ["start outer", "start inner"]) }
        #expect(notes == ["start outer", "start inner", "stop inner 5", "stop outer 5"])
    }
}
