import Platform
import Postgres
import TestKit
import Testing

/// Runs `body` as a task with so much time left. The clock stands still, so that nobody cancels it: what ends in time ends by itself.
private func withTimeLeft<Result: Sendable>(_ duration: Duration, _ body: @escaping @Sendable () async throws -> Result) async throws -> Result {
    let watch = DeadlineWatch(clock: ManualClock())
    return try await Task {
        let ticket = watch.begin(until: duration)
        defer { _ = watch.end(ticket) }
        return try await body()
    }.value
}

@Suite(.timeLimit(.minutes(10))) struct `The deadline of a task that asks the database` {
    /// Longer than a connection takes on a machine where all tests start at once: what is bounded here is the statement.
    private static let left = Duration.seconds(3)

    @Test func `bounds a short statement`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            try await fixture.pool.ping(timeout: .seconds(60))
            try await observer.holding { _ in
                await #expect(throws: PostgresError.timeout(after: Self.left)) {
                    try await withTimeLeft(Self.left) { try await fixture.pool.query(.waitForLock()) }
                }
            }
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `bounds a slow statement, which ends on the server too`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop()
            try await pool.warmUp()
            await #expect(throws: PostgresError.timeout(after: Self.left)) {
                try await withTimeLeft(Self.left) { try await pool.query("select pg_sleep(600)", slow: true) }
            }
            try await eventually { try await observer.sessions("wait_event = 'PgSleep'") == 0 }
        }
    }

    @Test func `bounds each statement of a transaction, which is rolled back`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop()
            try await pool.warmUp()
            try await pool.execute("create table t (n bigint)")
            try await observer.holding { _ in
                await #expect(throws: PostgresError.timeout(after: Self.left)) {
                    try await withTimeLeft(Self.left) {
                        try await pool.transaction { transaction in
                            try await transaction.execute("insert into t values (1)")
                            try await transaction.execute(.waitForLock())
                        }
                    }
                }
            }
            #expect(try await pool.query("select * from t").isEmpty)
        }
    }

    @Test func `bounds the wait for a connection`() async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.poolOnOneLoop { $0.maximumConnections = 2 }
            try await pool.warmUp()
            // The only connection to lease is taken, and would be waited for a minute.
            try await pool.transaction { transaction in
                try await transaction.execute("select 1")
                await #expect(throws: PostgresError.poolExhausted) {
                    try await withTimeLeft(Self.left) { try await pool.query("select 1", slow: true) }
                }
            }
        }
    }

    @Test func `sends nothing once it has passed`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.pool.execute("create table t (n bigint)")
            for isSlow in [false, true] {
                await #expect(throws: PostgresError.timeout(after: .zero)) {
                    try await withTimeLeft(.zero) { try await fixture.pool.execute("insert into t values (1)", slow: isSlow) }
                }
            }
            #expect(try await fixture.pool.query("select * from t").isEmpty)
        }
    }

    @Test func `leaves a time-out alone that is shorter`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.pool.warmUp()
            await #expect(throws: PostgresError.timeout(after: .milliseconds(100))) {
                try await withTimeLeft(.seconds(600)) { try await fixture.pool.query("select pg_sleep(600)", slow: true, timeout: .milliseconds(100)) }
            }
        }
    }
}

@Suite(.timeLimit(.minutes(10))) struct `A shared connection that stands still` {
    @Test func `is closed, and what it does on the server is ended`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop { $0.stallGrace = .milliseconds(100) }
            try await pool.warmUp()
            await #expect(throws: PostgresError.timeout(after: .milliseconds(100))) {
                try await pool.query("select pg_sleep(600)", timeout: .milliseconds(100))
            }
            try await eventually { try await observer.sessions("wait_event = 'PgSleep'") == 0 }
        }
    }
}
