import Platform
import Postgres
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A transaction` {
    private struct Regret: Error {}

    @Test(arguments: PostgresFixture.Road.allCases) func `is committed when its body returns`(road: PostgresFixture.Road) async throws {
        try await TableOfNumbers.with(road) { pool async throws in
            let result = try await pool.transaction { transaction in
                let written = try await transaction.execute("insert into t values (\(1)), (\(2))")
                #expect(written == 2)
                #expect(try await transaction.queryOne("select n from t where n = \(2)")?.decode(0, as: Int.self) == 2)
                #expect(try await pool.query("select * from t").isEmpty, "nobody else sees it yet")
                return "done"
            }
            #expect(result == "done")
            #expect(try await TableOfNumbers.rows(pool) == [1, 2])
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `is rolled back when its body throws, and the error is the body's own`(
        road: PostgresFixture.Road
    ) async throws {
        try await TableOfNumbers.with(road) { pool async throws in
            await #expect(throws: Regret.self) {
                try await pool.transaction { transaction in
                    try await transaction.execute("insert into t values (1)")
                    throw Regret()
                }
            }
            #expect(try await TableOfNumbers.rows(pool) == [])
            try await pool.inTransaction("insert into t values (2)")
            #expect(try await TableOfNumbers.rows(pool) == [2])
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `fails whole when a statement failed, whatever its body thinks`(
        road: PostgresFixture.Road
    ) async throws {
        try await TableOfNumbers.with(road) { pool async throws in
            let error = await databaseError {
                try await pool.transaction { transaction in
                    try await transaction.execute("insert into t values (1)")
                    _ = try? await transaction.execute("insert into t values (1)")
                    let second = await databaseError { try await transaction.execute("insert into t values (2)") }
                    #expect(second?.isUniqueViolation == true, "every later statement fails with the first failure")
                }
            }
            #expect(error?.isUniqueViolation == true && error?.constraint == "t_pkey")
            #expect(try await TableOfNumbers.rows(pool) == [])
        }
    }

    @Test func `fails at its end when a deferred constraint does, and leaves nothing`() async throws {
        try await TableOfNumbers.with { pool async throws in
            try await pool.execute("create table child (n bigint references t deferrable initially deferred)")
            let runs = Lock(0)
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { transaction in
                    runs.withLock { $0 += 1 }
                    try await transaction.execute("insert into child values (7)")
                }
            }
            #expect(error?.isForeignKeyViolation == true && runs.withLock { $0 } == 1)
            #expect(try await pool.query("select * from child").isEmpty)
        }
    }

    @Test func `may be empty`() async throws {
        #expect(try await SharedPool.get().transaction { _ in 5 } == 5)
        await #expect(throws: Regret.self) { try await SharedPool.get().transaction { _ in throw Regret() } }
    }

    @Test func `is of no use after its body has returned`() async throws {
        let pool = try SharedPool.get()
        let used = try await pool.transaction { transaction in
            try await transaction.execute("select 1")
            return transaction
        }
        for ended in [used, try await pool.transaction { $0 }] {
            await #expect(throws: PostgresError.transactionEnded) { try await ended.query("select 1") }
            await #expect(throws: PostgresError.transactionEnded) { try await ended.batch(["select 1", "select 2"]) }
        }
    }

    @Test func `within another is a transaction of its own`() async throws {
        try await TableOfNumbers.with { pool async throws in
            await #expect(throws: Regret.self) {
                try await pool.transaction { outer in
                    try await outer.execute("insert into t values (1)")
                    try await pool.inTransaction("insert into t values (2)")
                    throw Regret()
                }
            }
            #expect(try await TableOfNumbers.rows(pool) == [2])
        }
    }

    @Test func `within another fails when there is no second connection, instead of waiting for ever`() async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.poolOnOneLoop {
                $0.maximumConnections = 2
                $0.leaseTimeout = .milliseconds(100)
            }
            try await pool.warmUp()
            await #expect(throws: PostgresError.poolExhausted) {
                try await pool.transaction { outer in
                    try await outer.execute("select 1")
                    try await pool.inTransaction("select 1")
                }
            }
            let count = try await pool.transaction { try await $0.query("select 1").count }
            #expect(count == 1)
        }
    }
}
