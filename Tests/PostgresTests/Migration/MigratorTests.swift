import Postgres
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A migrator` {
    private static let words = Migration(1, "words", "create table words (id bigint primary key); create index on words (id);")
    private static let fill = Migration(2, "fill", "insert into words select generate_series(1, 10)")
    private static let touch = Migration(
        3, "a function",
        """
        create function twice(n bigint) returns bigint language plpgsql as $$ begin return n * 2; end; $$;
        update words set id = twice(id) + 100;
        """)

    @Test(arguments: PostgresFixture.Road.allCases) func `runs what the database lacks, in order, once`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            #expect(try await Migrator([Self.words, Self.fill]).run(on: fixture.pool) == [1, 2])
            #expect(try await Migrator([Self.words, Self.fill]).run(on: fixture.pool) == [])
            #expect(try await Migrator([Self.words, Self.fill, Self.touch]).run(on: fixture.pool) == [3])
            #expect(try await fixture.pool.query("select min(id), max(id), count(*) from words")[0].decode(Int.self, Int.self, Int.self) == (102, 120, 10))
            let kept = try await fixture.pool.query("select number, name from schema_migrations order by number")
            #expect(try kept.map { "\(try $0.decode(0, as: Int.self)) \(try $0.decode(1, as: String.self))" } == ["1 words", "2 fill", "3 a function"])
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `may start beside others; each migration runs exactly once`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let pools = [fixture.pool] + (0..<3).map { _ in fixture.anotherPool() }
            let ran = try await withThrowingTaskGroup(of: [Int].self) { group in
                for starter in 0..<12 { group.addTask { try await Migrator([Self.words, Self.fill, Self.touch]).run(on: pools[starter % 4]) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(ran.sorted() == [1, 2, 3])
            #expect(try await fixture.pool.query("select count(*) from words where id > 100")[0].decode(0, as: Int.self) == 10)
            for pool in pools { await pool.close() }
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `leaves nothing when a migration fails`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let broken = Migration(2, "broken", "insert into words values (1); select 1 / 0;")
            let error = await #expect(throws: PostgresError.self) { try await Migrator([Self.words, broken]).run(on: fixture.pool) }
            #expect(error?.serverError?.state == SQLState("22012"))
            let tables = try await fixture.pool.query("select count(*) from information_schema.tables where table_schema = 'public'")
            #expect(try tables[0].decode(0, as: Int.self) == 0)
            #expect(try await Migrator([Self.words, Self.fill]).run(on: fixture.pool) == [1, 2], "it can be repaired and run")
        }
    }

    @Test func `keeps what had run before when a later migration fails`() async throws {
        try await PostgresFixture.with { fixture in
            try await Migrator([Self.words]).run(on: fixture.pool)
            let broken = Migration(3, "broken", "drop table words; create table words (id bigint primary key); nonsense")
            await #expect(throws: PostgresError.self) { try await Migrator([Self.words, Self.fill, broken]).run(on: fixture.pool) }
            #expect(try await fixture.pool.query("select * from words").isEmpty)
            try await Migrator([Self.words]).verify(fixture.pool)
        }
    }

    @Test func `refuses a history that was changed, and runs nothing`() async throws {
        try await PostgresFixture.with { fixture in
            try await Migrator([Self.words]).run(on: fixture.pool)
            let changed = Migration(1, "words", "create table words (id integer primary key)")
            await #expect(throws: MigrationError.changed(number: 1, name: "words")) { try await Migrator([changed, Self.fill]).run(on: fixture.pool) }
            #expect(try await fixture.pool.query("select * from words").isEmpty)
        }
    }

    @Test func `refuses a database that is newer than the program`() async throws {
        try await PostgresFixture.with { fixture in
            try await Migrator([Self.words, Self.fill]).run(on: fixture.pool)
            let error = MigrationError.databaseIsNewer(database: 2, program: 1)
            await #expect(throws: error) { try await Migrator([Self.words]).run(on: fixture.pool) }
            await #expect(throws: error) { try await Migrator([Self.words]).verify(fixture.pool) }
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `verifies without changing`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let migrator = Migrator([Self.words, Self.fill])
            let missing = await #expect(throws: PostgresError.self) { try await migrator.verify(fixture.pool) }
            #expect(missing?.serverError?.state == .undefinedTable)
            try await Migrator([Self.words]).run(on: fixture.pool)
            await #expect(throws: MigrationError.databaseIsOlder(database: 1, program: 2)) { try await migrator.verify(fixture.pool) }
            #expect(try await fixture.pool.query("select * from words").isEmpty)
            try await migrator.run(on: fixture.pool)
            try await migrator.verify(fixture.pool)
        }
    }

    @Test func `tells the person who deploys what to do`() {
        #expect("\(MigrationError.changed(number: 3, name: "words"))" == "migration 3 (words) was changed after it had run: restore it and add a new one")
        #expect("\(MigrationError.databaseIsNewer(database: 4, program: 3))" == "the database is at migration 4, this program knows 3: deploy a newer one")
        #expect(
            "\(MigrationError.databaseIsOlder(database: 2, program: 3))" == "the database is at migration 2, this program needs 3: run the migrations first")
    }

    @Test func `traps on numbers that are not 1, 2, 3`() async {
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Migrator([Migration(2, "second", "select 1")])
        }
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Migrator([Migration(1, "first", "select 1"), Migration(1, "again", "select 1")])
        }
    }
}
