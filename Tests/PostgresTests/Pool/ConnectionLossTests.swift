import Platform
import Postgres
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A connection that is lost` {
    @Test(arguments: PostgresFixture.Road.allCases, [false, true])
    func `after sending repeats idempotent statements, and no others`(road: PostgresFixture.Road, isSlow: Bool) async throws {
        try await PostgresFixture.with(road) { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop()
            try await pool.execute("select 1")
            try await observer.holding { release in
                let repeatable = Task { try await pool.query(.waitForLock(), idempotent: true, slow: isSlow)[0].decode(1, as: Int.self) }
                let unrepeatable = Task { try await pool.query(.waitForLock(), slow: isSlow) }
                try await eventually { pool.statistics.inFlight + pool.statistics.leased == 2 }
                try await observer.untilBlocked(isSlow ? 2 : 1)
                try await observer.terminate()
                #expect(await Self.isLostAfterSending(unrepeatable))
                try await release()
                #expect(try await repeatable.value == 42)
            }
        }
    }

    @Test func `gives up on an idempotent statement after three tries`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop()
            try await observer.holding { _ in
                let caller = Task { try await pool.query(.waitForLock(), idempotent: true) }
                for _ in 0..<3 {
                    try await observer.untilBlocked()
                    let session = try await observer.count("select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                    try await observer.terminate("pid = \(session)")
                    try await eventually { try await observer.sessions("pid = \(session)") == 0 }
                }
                #expect(await Self.isLostAfterSending(caller))
            }
            #expect(pool.statistics.retried == 2)
        }
    }

    @Test func `before sending is nothing to a statement that waits`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop { $0.pipelineDepth = 1 }
            try await pool.execute("create table t (n bigint)")
            try await observer.holding { _ in
                let sent = Task { try await pool.query(.waitForLock()) }
                try await observer.untilBlocked()
                let waiting = Task { try await pool.execute("insert into t values (1)") }
                try await eventually { pool.statistics.waiting == 1 }
                try await observer.terminate()
                #expect(await Self.isLostAfterSending(sent))
                #expect(try await waiting.value == 1)
            }
            #expect(try await pool.query("select * from t").count == 1)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `before COMMIT has the whole transaction run again`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let observer = try Observer(fixture)
            try await fixture.pool.execute("create table t (n bigint)")
            let runs = Lock(0)
            let error = try await fixture.pool.transaction { transaction in
                let run = runs.withLock { runs in
                    runs += 1
                    return runs
                }
                try await transaction.execute("insert into t values (\(run))")
                if run < 3 { try await observer.terminate("state = 'idle in transaction'") }
                let error = await databaseError { try await transaction.execute("insert into t values (\(10 * run))") }
                if case .connectionLost(let sent, _)? = error { #expect(!sent, "without COMMIT nothing took effect") }
                return error
            }
            #expect(error == nil && runs.withLock { $0 } == 3)
            #expect(try await fixture.pool.query("select n from t order by n", idempotent: true).map { try $0.decode(0, as: Int.self) } == [3, 30])
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `during COMMIT is an unknown outcome, and nothing runs twice`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let observer = try Observer(fixture)
            _ = try await fixture.pool.transaction { transaction in
                try await transaction.batch([
                    "create table t (n bigint)",
                    """
                    create function wait_for_lock() returns trigger language plpgsql as $$
                    begin perform pg_advisory_xact_lock(1); return null; end $$
                    """,
                    "create constraint trigger wait after insert on t deferrable initially deferred for each row execute function wait_for_lock()",
                ])
            }
            let runs = Lock(0)
            try await observer.holding { _ in
                let caller = Task {
                    try await fixture.pool.transaction { transaction in
                        runs.withLock { $0 += 1 }
                        try await transaction.execute("insert into t values (1)")
                    }
                }
                try await observer.untilBlocked()
                try await observer.terminate("wait_event_type = 'Lock'")
                #expect(await Self.isLostAfterSending(caller))
            }
            #expect(runs.withLock { $0 } == 1)
            #expect(try await observer.count("select count(*) from t") == 0)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `again and again under load loses no insert that was confirmed, and doubles none`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.pool
            try await pool.execute("create table t (n bigint)")
            let confirmed = Lock<Set<Int>>([])
            let callers = (0..<8).map { caller in
                Task {
                    for number in 0..<40 {
                        let id = caller * 1000 + number
                        let error = await databaseError {
                            if number % 2 == 0 {
                                try await pool.execute("insert into t values (\(id))")
                            } else {
                                try await pool.inTransaction("insert into t values (\(id))")
                            }
                        }
                        if error == nil { confirmed.withLock { _ = $0.insert(id) } }
                    }
                }
            }
            let killer = Task {
                while !Task.isCancelled {
                    try await observer.terminate("random() < 0.5")
                    try? await Task.sleep(for: .milliseconds(15))
                }
            }
            for caller in callers { await caller.value }
            killer.cancel()
            _ = await killer.result
            let rows = try await observer.pool.query("select n from t").map { try $0.decode(0, as: Int.self) }
            let known = confirmed.withLock { $0 }
            #expect(known.isSubset(of: rows), "lost: \(known.subtracting(rows).sorted())")
            #expect(Set(rows).count == rows.count, "an insert is not idempotent, so it is never repeated after sending")
            try await eventually { await databaseError { try await pool.ping() } == nil }
        }
    }

    private static func isLostAfterSending<Result: Sendable>(_ caller: Task<Result, any Error>) async -> Bool {
        guard case .connectionLost(sent: true, _)? = await databaseError({ try await caller.value }) else { return false }
        return true
    }
}
