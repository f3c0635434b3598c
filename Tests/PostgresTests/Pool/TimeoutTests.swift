import Postgres
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A statement that takes too long` {
    @Test(arguments: PostgresFixture.Road.allCases) func `is abandoned when it is short, and its connection serves others`(
        road: PostgresFixture.Road
    ) async throws {
        try await PostgresFixture.with(road) { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop { $0.stallGrace = .seconds(600) }
            try await pool.warmUp()
            let before = pool.statistics
            try await observer.holding { release in
                let limit = Duration.milliseconds(150)
                await #expect(throws: PostgresError.timeout(after: limit)) { try await pool.query(.waitForLock(), timeout: limit) }
                try await release()
            }
            #expect(try await pool.query("select 5")[0].decode(0, as: Int.self) == 5)
            #expect(pool.statistics == before)
        }
    }

    @Test func `holds its shared connection no longer than the grace; those behind it are sent again if they may be`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop { $0.stallGrace = .milliseconds(100) }
            try await pool.warmUp()
            try await observer.holding { _ in
                let callers = await OneLoop.start(3) { number in
                    if number == 0 { return try await pool.query(.waitForLock(), timeout: .milliseconds(100)) }
                    return try await pool.query("select \(number)", idempotent: number == 1)
                }
                await #expect(throws: PostgresError.timeout(after: .milliseconds(100))) { try await callers[0].value }
                let repeated = try await callers[1].value
                #expect(try repeated[0].decode(0, as: Int.self) == 1)
                await #expect(throws: PostgresError.connectionLost(sent: true, reason: "it stood still")) { try await callers[2].value }
            }
            #expect(pool.statistics.retried == 1)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `is cancelled on the server when it is slow`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop { $0.maximumConnections = 2 }
            let limit = Duration.milliseconds(200)
            await #expect(throws: PostgresError.timeout(after: limit)) { try await pool.query("select pg_sleep(600)", slow: true, timeout: limit) }
            try await eventually { try await observer.sessions("wait_event = 'PgSleep'") == 0 }
            #expect(try await pool.query("select 5", slow: true)[0].decode(0, as: Int.self) == 5)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `ends its transaction, which is rolled back whole`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let observer = try Observer(fixture)
            try await fixture.pool.execute("create table t (n bigint)")
            let limit = Duration.milliseconds(200)
            try await observer.holding { _ in
                await #expect(throws: PostgresError.timeout(after: limit)) {
                    try await fixture.pool.transaction(timeout: limit) { transaction in
                        try await transaction.execute("insert into t values (1)")
                        _ = try? await transaction.execute(.waitForLock())
                        try await transaction.execute("insert into t values (2)")
                    }
                }
                try await eventually { try await observer.sessions("wait_event_type = 'Lock'") == 0 }
            }
            #expect(try await fixture.pool.query("select * from t").isEmpty)
            try await eventually { fixture.pool.statistics.leased == 0 }
        }
    }

    @Test func `has the configuration's time-out unless the call says otherwise`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop { $0.statementTimeout = .milliseconds(150) }
            try await pool.warmUp()
            try await observer.holding { release in
                await #expect(throws: PostgresError.timeout(after: .milliseconds(150))) { try await pool.query(.waitForLock()) }
                try await release()
            }
            #expect(try await pool.query("select pg_sleep(0.4)", timeout: .seconds(60)).count == 1)
        }
    }
}
