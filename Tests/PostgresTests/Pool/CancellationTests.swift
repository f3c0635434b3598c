import Platform
import Postgres
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A caller that is cancelled` {
    @Test(arguments: PostgresFixture.Road.allCases)
    func `leaves at once; its answer is drained and the connection serves others`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop()
            try await observer.holding { release in
                let caller = Task { try await pool.query(.waitForLock()) }
                try await observer.untilBlocked()
                let behind = Task { try await pool.query("select 7")[0].decode(0, as: Int.self) }
                caller.cancel()
                await #expect(throws: PostgresError.cancelled) { try await caller.value }
                try await release()
                #expect(try await behind.value == 7)
            }
            #expect(try await pool.query("select 8")[0].decode(0, as: Int.self) == 8)
            #expect(pool.statistics.connections == 1 && pool.statistics.inFlight == 0 && pool.statistics.retried == 0)
        }
    }

    @Test func `beforehand sends nothing`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.pool.execute("create table t (n bigint)")
            let calls: [@Sendable () async throws -> Void] = [
                { _ = try await fixture.pool.execute("insert into t values (1)") },
                { _ = try await fixture.pool.execute("insert into t values (2)", slow: true) },
                { _ = try await fixture.pool.inTransaction("insert into t values (3)") },
            ]
            for call in calls {
                let caller = Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    try await call()
                }
                await #expect(throws: PostgresError.cancelled) { try await caller.value }
            }
            #expect(try await fixture.pool.query("select * from t").isEmpty)
        }
    }

    @Test func `while it waits for a lease leaves the line, and the others keep their places`() async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.poolOnOneLoop { $0.maximumConnections = 2 }
            let patient = try await pool.transaction { transaction in
                try await transaction.execute("select 1")
                let impatient = Task { try await pool.transaction { _ in } }
                try await eventually { pool.statistics.waiting == 1 }
                let patient = Task { try await pool.query("select 5", slow: true)[0].decode(0, as: Int.self) }
                try await eventually { pool.statistics.waiting == 2 }
                impatient.cancel()
                await #expect(throws: PostgresError.cancelled) { try await impatient.value }
                try await eventually { pool.statistics.waiting == 1 }
                return patient
            }
            #expect(try await patient.value == 5)
        }
    }

    @Test func `while it waits for a place in the pipeline leaves without having been sent`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop { $0.pipelineDepth = 1 }
            try await pool.execute("create table t (n bigint)")
            try await observer.holding { release in
                let blocker = Task { try await pool.query(.waitForLock()) }
                try await observer.untilBlocked()
                let caller = Task { try await pool.execute("insert into t values (1)") }
                try await eventually { pool.statistics.waiting == 1 }
                caller.cancel()
                await #expect(throws: PostgresError.cancelled) { try await caller.value }
                #expect(pool.statistics.waiting == 0)
                try await release()
                _ = try await blocker.value
            }
            #expect(try await pool.query("select * from t").isEmpty)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `has its slow statement cancelled on the server`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop { $0.maximumConnections = 2 }
            let caller = Task { try await pool.query("select pg_sleep(600)", slow: true, timeout: .seconds(600)) }
            try await eventually { try await observer.sessions("wait_event = 'PgSleep'") == 1 }
            caller.cancel()
            await #expect(throws: PostgresError.cancelled) { try await caller.value }
            try await eventually { try await observer.sessions("wait_event = 'PgSleep'") == 0 }
            #expect(try await pool.query("select 5", slow: true)[0].decode(0, as: Int.self) == 5, "its place is free again")
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `has its transaction rolled back whole`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop { $0.maximumConnections = 2 }
            try await pool.execute("create table t (n bigint)")
            try await observer.holding { _ in
                let caller = Task {
                    try await pool.transaction { transaction in
                        try await transaction.execute("insert into t values (1)")
                        try await transaction.execute(.waitForLock())
                        Issue.record("the body went on")
                    }
                }
                try await observer.untilBlocked()
                caller.cancel()
                await #expect(throws: PostgresError.cancelled) { try await caller.value }
                try await eventually { try await observer.sessions("wait_event_type = 'Lock'") == 0 }
            }
            let rows = try await pool.transaction { try await $0.query("select * from t") }
            #expect(rows.isEmpty, "and its connection's place is free")
        }
    }

    @Test func `between two statements has its transaction rolled back, whatever the body makes of it`() async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.pool.execute("create table t (n bigint)")
            let caller = Task {
                try await fixture.pool.transaction { transaction in
                    try await transaction.execute("insert into t values (1)")
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            }
            await #expect(throws: PostgresError.cancelled) { try await caller.value }
            #expect(try await fixture.pool.query("select * from t").isEmpty)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `at any moment leaves no half of a transaction`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road, adjust: { $0.maximumConnections = 8 }) { fixture in
            let pool = fixture.pool
            try await pool.execute("create table account (id bigint primary key, balance bigint not null)")
            try await pool.execute("insert into account select n, 100 from generate_series(0, 9) n")
            let committed = Lock(0)
            await withTaskGroup { group in
                for number in 0..<120 {
                    group.addTask {
                        let transfer = Task {
                            try await pool.transaction { transaction in
                                try await transaction.execute("update account set balance = balance - 1 where id = \(number % 10)")
                                try await transaction.execute("update account set balance = balance + 1 where id = \((number + 3) % 10)")
                            }
                            committed.withLock { $0 += 1 }
                        }
                        for _ in 0..<(number % 3 * number) { await Task.yield() }
                        if number % 3 > 0 { transfer.cancel() }
                        _ = await transfer.result
                    }
                }
            }
            #expect(committed.withLock { $0 } >= 40, "those who were not cancelled")
            #expect(try await pool.query("select sum(balance) from account")[0].decode(0, as: Int.self) == 1000)
            try await eventually { pool.statistics.leased == 0 }
            #expect(pool.statistics.inFlight == 0 && pool.statistics.waiting == 0)
        }
    }
}
