import Postgres
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A transaction of a kind` {
    @Test(arguments: [
        (TransactionIsolation.readCommitted, "read committed", "off"), (.repeatableRead, "repeatable read", "off"), (.serializable, "serializable", "off"),
        (.snapshot, "repeatable read", "on"),
    ])
    func `sees of others what its isolation says`(isolation: TransactionIsolation, name: String, isReadOnly: String) async throws {
        let settings = try await SharedPool.get().transaction(isolation: isolation) { transaction in
            try await transaction.batch(["show transaction_isolation", "show transaction_read_only"]).map { try $0[0].decode(0, as: String.self) }
        }
        #expect(settings == [name, isReadOnly])
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `of one snapshot reads the same twice and writes nothing`(road: PostgresFixture.Road) async throws {
        try await TableOfNumbers.with(road) { pool async throws in
            try await pool.transaction(isolation: .snapshot) { transaction in
                #expect(try await transaction.query("select * from t").isEmpty)
                try await pool.execute("insert into t values (1)")
                #expect(try await transaction.query("select * from t").isEmpty)
            }
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction(isolation: .snapshot) { try await $0.execute("insert into t values (2)") }
            }
            #expect(error?.serverError?.state == SQLState("25006"))
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `may batch statements, whose rows come in order`(road: PostgresFixture.Road) async throws {
        try await TableOfNumbers.with(road) { pool async throws in
            try await pool.transaction { transaction in
                #expect(try await transaction.batch([]).isEmpty)
                let results = try await transaction.batch(["insert into t values (5)", "select n, 1 from t", "delete from t", "select n from t"])
                #expect(results.map(\.count) == [0, 1, 0, 0] && results.map(\.affectedRows) == [1, 1, 1, 0])
                #expect(try await transaction.batch((0..<300).map { "select \($0)" }).map { try $0[0].decode(0, as: Int.self) } == Array(0..<300))
            }
        }
    }

    @Test func `fails with the first statement of a batch that failed, and nothing of the batch stays`() async throws {
        try await TableOfNumbers.with { pool async throws in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { try await $0.batch(["insert into t values (1)", "select 1 / 0", "select * from nowhere"]) }
            }
            #expect(error?.serverError?.state == SQLState("22012"))
            #expect(try await TableOfNumbers.rows(pool) == [])
        }
    }

    @Test func `may be used by several tasks of its body at once`() async throws {
        try await TableOfNumbers.with { pool async throws in
            let sum = try await pool.transaction { transaction in
                async let first = transaction.execute("insert into t values (1)")
                async let second = transaction.execute("insert into t values (2), (3)")
                return try await first + second
            }
            #expect(sum == 3)
            #expect(try await TableOfNumbers.rows(pool) == [1, 2, 3])
        }
    }
}
