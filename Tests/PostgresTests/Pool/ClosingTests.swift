import Platform
import Postgres
import Reactor
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A pool that is closed` {
    @Test(arguments: PostgresFixture.Road.allCases) func `refuses everything`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            try await fixture.pool.execute("select 1")
            await fixture.pool.close()
            #expect(fixture.pool.statistics.connections == 0)
            await #expect(throws: PostgresError.closed) { try await fixture.pool.query("select 1") }
            await #expect(throws: PostgresError.closed) { try await fixture.pool.query("select 1", slow: true) }
            await #expect(throws: PostgresError.closed) { try await fixture.pool.inTransaction("select 1") }
            await fixture.pool.close()
        }
    }

    @Test func `answers those who wait, and those whose statement is in flight`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop {
                $0.pipelineDepth = 1
                $0.maximumConnections = 2
            }
            try await observer.holding { _ in
                let inFlight = Task { try await pool.query(.waitForLock()) }
                try await observer.untilBlocked()
                let waiting = Task { try await pool.query("select 1") }
                let holder = Task { try await pool.inTransaction(.waitForLock()) }
                try await observer.untilBlocked(2)
                let waitingForLease = Task { try await pool.inTransaction("select 1") }
                try await eventually { pool.statistics.waiting == 2 }
                await pool.close()
                for caller in [inFlight, waiting] { await #expect(throws: PostgresError.closed) { try await caller.value } }
                await #expect(throws: PostgresError.closed) { try await waitingForLease.value }
                holder.cancel()
                await #expect(throws: PostgresError.cancelled) { try await holder.value }
            }
            try await eventually { pool.statistics.connections == 0 }
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `lets open transactions finish`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            try await fixture.pool.execute("create table t (n bigint)")
            try await fixture.pool.transaction { transaction in
                try await transaction.execute("insert into t values (1)")
                await fixture.pool.close()
                try await transaction.execute("insert into t values (2)")
            }
            #expect(fixture.pool.statistics.connections == 0)
            #expect(try await Observer(fixture).count("select count(*) from t") == 2)
        }
    }

    @Test func `still minds the time-outs of open transactions`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            try await observer.holding { _ in
                let holder = Task {
                    try await fixture.pool.transaction { transaction in
                        try await transaction.execute("select 1")
                        await fixture.pool.close()
                        try await transaction.execute(.waitForLock(), timeout: .milliseconds(200))
                    }
                }
                await #expect(throws: PostgresError.timeout(after: .milliseconds(200))) { try await holder.value }
            }
        }
    }

    @Test func `by forgetting it leaves no session behind`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            var pool: PostgresPool? = fixture.anotherPool()
            try await pool?.execute("select 1")
            try await pool?.inTransaction("select 1")
            #expect(try await observer.sessions() >= 2)
            pool = nil
            try await eventually { try await observer.sessions() == 0 }
        }
    }
}
