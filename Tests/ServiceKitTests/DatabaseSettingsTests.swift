import Glibc
import HTTPClient
import Platform
import Postgres
import ServiceKitPostgres
import TestKit
import Testing

@testable import ServiceKit

@Suite struct `A service's database` {
    private static let migrations = [Migration(1, "words", "create table words (id bigint primary key)")]

    @Test func `has its problems told with the others, and no password`() throws {
        var environment = EnvironmentReader([
            "DATABASE_URL": "postgres://app:hunter2@db.example.test/words?sslmode=disable", "MIGRATION_DATABASE_URL": "hunter2", "DATABASE_CONNECTIONS": "1",
        ])
        _ = DatabaseSettings(from: &environment)
        _ = ServiceSettings(from: &environment)
        let error = try #require(throws: EnvironmentError.self) { try environment.finish() }
        #expect(error.problems.map(\.variable) == ["DATABASE_CONNECTIONS", "DATABASE_URL", "MIGRATION_DATABASE_URL", "LISTEN"])
        #expect("\(error)".contains("verify-full") && !"\(error)".contains("hunter2"))
    }

    @Test func `is required`() throws {
        var environment = EnvironmentReader([:])
        _ = DatabaseSettings(from: &environment)
        let error = try #require(throws: EnvironmentError.self) { try environment.finish() }
        #expect(error.problems.map(\.variable) == ["DATABASE_URL"])
    }

    @Test func `is migrated by its owner, checked without one, shown by readiness and closed at the end`() async throws {
        try await PostgresFixture.with { fixture in
            let url = try Self.url(of: fixture)
            let checking = try Self.settings(["DATABASE_URL": url])
            let refusal = await #expect(throws: PostgresError.self) { try await Self.open(checking, Self.migrations, in: Self.context()) }
            #expect(refusal?.serverError?.state == .undefinedTable)
            let owning = try Self.settings(["DATABASE_URL": url, "MIGRATION_DATABASE_URL": url])
            await (try Self.open(owning, Self.migrations, in: Self.context())).close()

            let context = Self.context()
            let pool = try await Self.open(checking, Self.migrations, in: context)
            #expect(try await pool.query("select * from words").isEmpty)
            let (isReady, states) = await context.readiness.report()
            #expect(isReady && states.map(\.name) == ["database"])
            await context.closing.run()
            await #expect(throws: PostgresError.closed) { try await pool.query("select 1") }
        }
    }

    @Test func `that is away is not ready`() async throws {
        try await PostgresFixture.with { fixture in
            let context = Self.context()
            let pool = try await Self.open(Self.settings(["DATABASE_URL": Self.url(of: fixture)]), [], in: context)
            await pool.close()
            let (isReady, states) = await context.readiness.report()
            #expect(!isReady && states.map(\.state) == [.unavailable])
        }
    }

    /// Again and again while a busy machine cannot connect in the time a service has.
    private static func open(_ settings: DatabaseSettings, _ migrations: [Migration], in context: ServiceContext) async throws -> PostgresPool {
        while true {
            do {
                return try await settings.open(migrations, in: context)
            } catch let error as PostgresError where error.isUnavailability {
                continue
            }
        }
    }

    private static func settings(_ variables: [String: String]) throws -> DatabaseSettings {
        var environment = EnvironmentReader(variables)
        let settings = DatabaseSettings(from: &environment)
        try environment.finish()
        return settings
    }

    /// The test server's URL with the fixture's database.
    private static func url(of fixture: PostgresFixture) throws -> String {
        let url = try #require(getenv("TEST_DATABASE_URL").map { String(cString: $0) })
        return url.replacing("/postgres?", with: "/\(fixture.configuration.database)?", maxReplacements: 1)
    }

    private static func context() -> ServiceContext {
        var environment = EnvironmentReader(["LISTEN": "127.0.0.1:8000"])
        let settings = ServiceSettings(from: &environment)
        return ServiceContext(
            settings: settings, logger: .silent, group: PostgresFixture.group, httpClient: PublishedKeys(key: nil), readiness: Readiness(),
            closing: ClosingActions())
    }
}

@Suite struct `What a service does at its end` {
    @Test func `is done once, in the opposite order of its beginning`() async {
        let (closing, done) = (ClosingActions(), Lock<[Int]>([]))
        for number in 1...3 { closing.add { done.withLock { $0.append(number) } } }
        await closing.run()
        await closing.run()
        #expect(done.withLock { $0 } == [3, 2, 1])
    }
}
