import Postgres
import TestKit
import Testing

@Suite struct `A row` {
    @Test func `is read by place, and in order`() async throws {
        let rows = try await SharedPool.get().query("select n as number, 'w' || n as word, null::boolean as known from generate_series(1, 3) n order by n")
        #expect(rows.columnNames == ["number", "word", "known"])
        #expect(rows.count == 3 && rows.affectedRows == 3 && rows[0].columnCount == 3)
        #expect(try rows.map { try $0.decode(1, as: String.self) } == ["w1", "w2", "w3"])
        let (number, word, known) = try rows[2].decode(Int.self, String.self, Bool?.self)
        #expect(number == 3 && word == "w3" && known == nil)
    }

    @Test func `outlives its rows and its pool`() async throws {
        let row = try await {
            let pool = PostgresPool(try PostgresFixture.configuration(.direct), on: PostgresFixture.group, blocking: PostgresFixture.blocking)
            let rows = try await pool.query("select repeat('x', 1000)")
            await pool.close()
            return rows[0]
        }()
        #expect(try row.decode(0, as: String.self) == String(repeating: "x", count: 1000))
    }

    @Test func `tells which column is NULL, and as what it was wanted`() async throws {
        let row = try await SharedPool.get().query("select 1, null::text as word").exactlyOne()
        let error = #expect(throws: PostgresError.self) { try row.decode(Int.self, String.self) }
        guard case .decoding(let failure) = error else { throw error ?? .closed }
        #expect(failure.column == 1 && failure.name == "word" && failure.type == .text && failure.wanted == "String" && failure.reason == .null)
        #expect(error.map { String(reflecting: $0) } == "column 1 (word, text) as String: null")
        #expect(error.map { "\($0)" } == "the database could not do that")
    }

    @Test func `has no NULL in a type that is not optional`() async throws {
        #expect(try await SharedPool.failure("select null::bigint", as: Int.self)?.reason == .null)
        #expect(try await SharedPool.failure("select null::bigint", as: Int32.self)?.reason == .null)
        #expect(try await SharedPool.failure("select null::float8", as: Double.self)?.reason == .null)
        #expect(try await SharedPool.failure("select null::boolean", as: Bool.self)?.reason == .null)
        #expect(try await SharedPool.failure("select null::text", as: String.self)?.reason == .null)
        #expect(try await SharedPool.failure("select null::bytea", as: [UInt8].self)?.reason == .null)
    }

    @Test(arguments: [-1, 1, 7, Int.max, Int.min]) func `has no column outside its own`(column: Int) async throws {
        let row = try await SharedPool.get().query("select 1").exactlyOne()
        let error = #expect(throws: PostgresError.self) { try row.decode(column, as: Int?.self) }
        guard case .decoding(let failure) = error else { throw error ?? .closed }
        #expect(failure.reason == .noSuchColumn && failure.column == column)
    }

    @Test func `of another type is a typed error`() async throws {
        #expect(try await SharedPool.failure("select 'a'", as: Int.self)?.reason == .type)
        #expect(try await SharedPool.failure("select 'a'", as: Double.self)?.reason == .type)
        #expect(try await SharedPool.failure("select 1", as: Bool.self)?.reason == .type)
        #expect(try await SharedPool.failure("select true", as: Int.self)?.reason == .type)
        #expect(try await SharedPool.failure("select true", as: Double?.self)?.reason == .type)
    }

    @Test func `lends its bytes`() async throws {
        let row = try await SharedPool.get().query("select 258::smallint, null::text").exactlyOne()
        #expect(try row.withBytes(0) { $0.map { Array($0) } } == [1, 2])
        #expect(try row.withBytes(1) { $0.map { Array($0) } } == nil)
        #expect(throws: PostgresError.self) { try row.withBytes(2) { _ in } }
    }

    @Test func `is one, at most one, or an error that says how many there were`() async throws {
        let pool = try SharedPool.get()
        #expect(try await pool.queryOne("select 1 where false") == nil)
        #expect(try await pool.queryOne("select 5")?.decode(0, as: Int.self) == 5)
        await #expect(throws: PostgresError.unexpectedRowCount(found: 2, expected: "at most one")) { try await pool.queryOne("values (1), (2)") }
        let none = try await pool.query("select 1 where false")
        #expect(none.isEmpty && none.affectedRows == 0)
        #expect(throws: PostgresError.unexpectedRowCount(found: 0, expected: "one")) { try none.exactlyOne() }
    }

    @Test func `is counted when it is written`() async throws {
        try await PostgresFixture.with { fixture async throws in
            #expect(try await fixture.pool.execute("create table t (n bigint primary key)") == 0)
            #expect(try await fixture.pool.execute("insert into t select generate_series(1, 5)") == 5)
            #expect(try await fixture.pool.execute("update t set n = n + 10 where n > 3") == 2)
            #expect(try await fixture.pool.execute("delete from t where n > 100") == 0)
            #expect(try await fixture.pool.query("insert into t values (99) returning n")[0].decode(0, as: Int.self) == 99)
        }
    }
}
