import HTTPCore
import Platform
import Postgres
import ServiceKitPostgres
import TestKit
import Testing
import Web

@Suite(.timeLimit(.minutes(10))) struct `The deadline of a route` {
    @Test(arguments: [false, true]) func `bounds what its handler asks of the database, and the answer says so`(isSlow: Bool) async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.pool, sink = CapturingLogSink()
            try await pool.execute("select 1", slow: true)
            try await pool.ping(timeout: .seconds(60))
            var configuration = ApplicationConfiguration()
            configuration.logger = Logger(service: "test", sink: sink)
            // Stands still: no watch comes round to cancel the task.
            configuration.clock = ManualClock()
            let client = TestClient(
                Application(configuration) { routes in
                    routes.use(PostgresErrorRendering())
                    // Long enough to get to the database under a sanitizer beside all other tests.
                    routes.get("/", options: [.deadline(.seconds(4))]) { () -> NoContent in
                        try await pool.execute("select pg_sleep(600)", slow: isSlow)
                        return NoContent()
                    }
                })
            let response = try await Task { try await client.get("/") }.value
            #expect(response.status == .serviceUnavailable && response.text.contains("database-timeout"))
            #expect(sink.lines.contains { $0.contains("no answer within 4.0 seconds") })
        }
    }

    @Test func `that has passed on the way is named as such, though the watch has not come round yet`() async throws {
        let clock = ManualClock()
        var configuration = ApplicationConfiguration()
        configuration.clock = clock
        let client = TestClient(
            Application(configuration) { routes in
                for isOurs in [true, false] {
                    routes.get("/\(isOurs)") { [clock] () -> NoContent in
                        clock.advance(by: .seconds(25))
                        if isOurs { throw HTTPError.conflict("word-taken", "There is such a word.") }
                        throw PostgresError.timeout(after: .seconds(1))
                    }
                }
            })
        #expect(try await client.get("/true").status == .conflict)
        #expect(try await client.get("/false").text.contains("deadline-exceeded"))
    }
}
