import Postgres
import TestKit
import Testing

@Suite struct `A statement's text` {
    @Test func `has a placeholder for every value, and never a value`() {
        let name = "x'; drop table words; --"
        let sql: SQL = "select * from words where name = \(name) and id = any(\([1, 2])) and known = \(nil as Bool?) limit \(10)"
        #expect(sql.description == "select * from words where name = $1 and id = any($2) and known = $3 limit $4")
        var dumped = ""
        dump(sql, to: &dumped)
        for text in [String(reflecting: sql), "\(sql)", dumped] { #expect(!text.contains("drop")) }
    }

    @Test func `numbers the parameters of its fragments anew`() {
        let filter: SQL = "level = \("easy") and score > \(3)"
        let sql: SQL = "select \(unescaped: "id") from words where \(sql: filter) limit \(10)"
        #expect(sql.description == "select id from words where level = $1 and score > $2 limit $3")
        #expect((filter + " or " + filter).description == "level = $1 and score > $2 or level = $3 and score > $4")
        #expect(SQL.joined((1...11).map { "\($0)" }).description == "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11")
        #expect(SQL.joined([] as [SQL]).description == "")
    }

    @Test func `keeps values with their places through fragments`() async throws {
        let parts: [SQL] = [" \("a")::text", "\(nil as String?)::text", "\("日本")::text"]
        let row = try await SharedPool.get().query("select \(1), " + SQL.joined(parts) + ", \(2.5)").exactlyOne()
        let (one, a, none, japan, number) = try row.decode(Int.self, String.self, String?.self, String.self, Double.self)
        #expect(one == 1 && a == "a" && none == nil && japan == "日本" && number == 2.5)
    }

    @Test(arguments: [
        "'; drop table secrets; --", "' or '1'='1", "\\'; drop table secrets; --", "$1", "%s", "\"; select 1", "E'\\x27'", "/* */ or true", "a'||(select 1)||'",
        "\u{2019}; drop table secrets", "1); drop table secrets; --",
    ])
    func `is not changed by what a value says`(attempt: String) async throws {
        try await PostgresFixture.with { fixture in
            try await fixture.pool.execute("create table secrets (name text)")
            try await fixture.pool.execute("insert into secrets values ('kept'), (\(attempt))")
            let found = try await fixture.pool.query("select name from secrets where name = \(attempt) or name = any(\([attempt]))")
            #expect(try found.map { try $0.decode(0, as: String.self) } == [attempt])
            #expect(try await fixture.pool.execute("delete from secrets where name = \(attempt)") == 1)
            #expect(try await fixture.pool.queryOne("select count(*) from secrets")?.decode(0, as: Int.self) == 1)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `holds one statement only`(road: PostgresFixture.Road) async throws {
        let error = await #expect(throws: PostgresError.self) { try await SharedPool.get(road).query("select 1; select 2") }
        #expect(error?.serverError?.state == SQLState("42601"))
    }

    @Test func `with a NUL character in a text is refused before it is sent`() async throws {
        let pool = try SharedPool.get()
        let refusal = PostgresError.invalidParameter(.containsNUL(position: 2))
        await #expect(throws: refusal) { try await pool.query("select \(1), \("a\0b")::text, \("\0")::text") }
        await #expect(throws: refusal) { try await pool.query("select \(1), " + "\("a\0b")::text", slow: true) }
        await #expect(throws: refusal) { try await pool.transaction { try await $0.query("select \(1), \("a\0b")::text") } }
        await #expect(throws: refusal) { try await pool.transaction { try await $0.batch(["select 1", "select \(1), \("a\0b")::text"]) } }
        #expect(try await pool.query("select \([0, 1] as [UInt8])")[0].decode(0, as: [UInt8].self) == [0, 1], "bytes may be zero")
    }

    @Test func `has 65,535 parameters at most`() async throws {
        let pool = try SharedPool.get()
        let most = SQL.joined((0..<65_535).map { "\($0)" })
        #expect(try await pool.query("select array_length(array[\(sql: most)], 1)")[0].decode(0, as: Int.self) == 65_535)
        await #expect(throws: PostgresError.invalidParameter(.tooMany(count: 65_536))) { try await pool.query("select array[\(sql: most), \(1)]") }
    }

    @Test func `is named in the error that the server found in it, without values`() async throws {
        let error = await #expect(throws: PostgresError.self) { try await SharedPool.get().query("select \("hunter2")::uuid") }
        let server = try #require(error?.serverError)
        #expect(server.state == SQLState("22P02") && server.statement == "select $1::uuid")
        let log = String(reflecting: try #require(error))
        #expect(log.contains("22P02") && log.contains("select $1::uuid") && !log.contains("hunter2"))
        #expect("\(try #require(error))" == "the database could not do that")
    }
}
