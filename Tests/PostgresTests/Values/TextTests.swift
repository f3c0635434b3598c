import Postgres
import TestKit
import Testing

@Suite struct `A text column` {
    @Test(
        arguments: [
            ("'日本'::text", "日本"), ("'a'::varchar(3)", "a"), ("'a'::character(3)", "a  "), ("'a'::name", "a"), (#"'x'::"char""#, "x"),
            ("'{\"a\":  1}'::json", "{\"a\":  1}"), ("'{\"a\":  1}'::jsonb", "{\"a\": 1}"), ("12.50::numeric", "12.50"),
            ("'6F1C1C1E-0000-4000-8000-00000000ABCD'::uuid", "6f1c1c1e-0000-4000-8000-00000000abcd"), ("''::text", ""),
        ] as [(SQL, String)])
    func `of any kind reads as PostgreSQL prints it`(expression: SQL, text: String) async throws {
        #expect(try await SharedPool.read("select " + expression) == text)
    }

    @Test func `may be an enum of the database, read as text and as an enum of ours`() async throws {
        enum Level: String, PostgresDecodable, PostgresEncodable { case easy, hard }
        try await PostgresFixture.with { fixture in
            try await fixture.pool.execute("create type level as enum ('easy', 'hard', 'absurd')")
            let row = try await fixture.pool.query("select \(Level.hard)::level, \(Level.hard)::level, 'absurd'::level").exactlyOne()
            let (text, level) = try row.decode(String.self, Level.self)
            #expect(text == "hard" && level == .hard)
            #expect(throws: PostgresError.self) { try row.decode(2, as: Level.self) }
        }
    }

    @Test func `that holds none of an enum's values is malformed`() async throws {
        enum Level: String, PostgresDecodable { case easy }
        #expect(try await SharedPool.failure("select 'hard'", as: Level.self)?.reason == .malformed)
    }

    @Test(
        arguments: [
            "1", "1::bigint", "true", "1.5::real", "1.5::float8", "'a'::bytea", "current_date", "now()", "now()::timestamp", "array[1]", "array['a']",
            "array[true]", "interval '1 second'", "time '12:00'", "inet '127.0.0.1'", "'127.0.0.1'::inet", "point '(1,2)'", "1::oid",
        ] as [SQL])
    func `is not what these are: they need a cast`(expression: SQL) async throws {
        #expect(try await SharedPool.failure("select " + expression, as: String.self)?.reason == .type)
    }

    @Test func `of a date is read by a cast`() async throws {
        #expect(try await SharedPool.read("select date '2024-02-29'::text") == "2024-02-29")
        let moment: SQL = "timestamptz '2026-02-08 17:20:23+00' at time zone 'UTC'"
        #expect(try await SharedPool.read("select to_char(\(sql: moment), 'YYYY-MM-DD HH24:MI:SS')") == "2026-02-08 17:20:23")
    }
}
