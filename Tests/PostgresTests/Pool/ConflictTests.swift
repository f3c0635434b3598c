import Platform
import Postgres
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A transaction that meets a conflict` {
    private static let conflict: SQL = "do $$ begin raise exception 'as if' using errcode = 'serialization_failure'; end $$"

    @Test(arguments: PostgresFixture.Road.allCases) func `is run again until it fits`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let pool = fixture.pool
            try await pool.execute("create table t (n bigint)")
            let runs = Lock(0)
            let count = try await pool.transaction(isolation: .serializable) { transaction in
                let count = try await transaction.query("select n from t").count
                let run = runs.withLock { runs in
                    runs += 1
                    return runs
                }
                // Between reading and writing another transaction reads and writes the same: one of the two cannot be.
                if run == 1 {
                    try await pool.transaction(isolation: .serializable, retries: 0) { other in
                        let seen = try await other.query("select n from t").count
                        try await other.execute("insert into t values (\(seen))")
                    }
                }
                try await transaction.execute("insert into t values (\(count))")
                return count
            }
            #expect(count == 1 && runs.withLock { $0 } == 2)
            #expect(try await pool.query("select n from t order by n").map { try $0.decode(0, as: Int.self) } == [0, 1])
        }
    }

    @Test func `is run again after a deadlock`() async throws {
        try await PostgresFixture.with { fixture in
            let (pool, meeting) = (fixture.pool, Lock(0))
            try await pool.execute("create table t (id bigint primary key, n bigint)")
            try await pool.execute("insert into t values (1, 0), (2, 0)")
            try await withThrowingTaskGroup { group in
                for (first, second) in [(1, 2), (2, 1)] {
                    group.addTask {
                        try await pool.transaction { transaction in
                            try await transaction.execute("update t set n = n + 1 where id = \(first)")
                            meeting.withLock { $0 += 1 }
                            try await eventually { meeting.withLock { $0 } >= 2 }
                            try await transaction.execute("update t set n = n + 1 where id = \(second)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(meeting.withLock { $0 } >= 3, "one of the two ran again, and may have taken its row before the other woke")
            #expect(try await pool.query("select n from t").map { try $0.decode(0, as: Int.self) } == [2, 2])
        }
    }

    @Test(arguments: [0, 2, 3]) func `is run again so often and no more`(retries: Int) async throws {
        let runs = Lock(0)
        let error = await #expect(throws: PostgresError.self) {
            try await SharedPool.get().transaction(retries: retries) { transaction in
                runs.withLock { $0 += 1 }
                try await transaction.execute(Self.conflict)
            }
        }
        #expect(error?.isTransactionConflict == true)
        #expect(runs.withLock { $0 } == retries + 1)
    }

    @Test func `is run again though its body dresses the error up`() async throws {
        struct StoreError: Error {}
        let runs = Lock(0)
        await #expect(throws: StoreError.self) {
            try await SharedPool.get().transaction(retries: 1) { transaction in
                runs.withLock { $0 += 1 }
                do { try await transaction.execute(Self.conflict) } catch { throw StoreError() }
            }
        }
        #expect(runs.withLock { $0 } == 2)
    }

    @Test func `is not run again once its task is cancelled`() async throws {
        let runs = Lock(0)
        let caller = Task {
            try await SharedPool.get().transaction { transaction in
                runs.withLock { $0 += 1 }
                defer { withUnsafeCurrentTask { $0?.cancel() } }
                try await transaction.execute(Self.conflict)
            }
        }
        await #expect(throws: PostgresError.self) { try await caller.value }
        #expect(runs.withLock { $0 } == 1)
    }

    @Test(arguments: ["select 1 / 0", "select * from nowhere"] as [SQL]) func `of no kind that passes is not run again`(statement: SQL) async throws {
        let runs = Lock(0)
        await #expect(throws: PostgresError.self) {
            try await SharedPool.get().transaction { transaction in
                runs.withLock { $0 += 1 }
                try await transaction.execute(statement)
            }
        }
        #expect(runs.withLock { $0 } == 1)
    }
}
