import Glibc
public import Platform
public import Postgres
public import Reactor
import Synchronization

/// A fresh database for a test, on the PostgreSQL that `make test` prepares: made before the test's body, dropped after it.
public struct PostgresFixture: Sendable {
    /// How the test reaches the database.
    public enum Road: String, Sendable, CaseIterable {
        /// `TEST_DATABASE_URL`.
        case direct
        /// `TEST_PGBOUNCER_URL`: PgBouncer in transaction mode.
        case pooled
    }

    /// The loops that the fixtures of a process share.
    public static let group = EventLoopGroup(count: 2)
    /// The threads for blocking work that the fixtures of a process share.
    public static let blocking = BlockingPool(label: "test-blocking", threads: 4, queueLimit: 256)

    /// How to reach the fresh database.
    public let configuration: PostgresConfiguration
    /// A pool on it.
    public let pool: PostgresPool

    /// Runs `body` with a fresh database, when fewer than eight tests have one; so a body must not ask for another.
    ///
    /// - Parameters:
    ///   - road: direct, or through PgBouncer.
    ///   - adjust: changes the limits first.
    public static func with<Result: Sendable>(
        _ road: Road = .direct, adjust: @Sendable (inout PostgresLimits) -> Void = { _ in }, _ body: @Sendable (PostgresFixture) async throws -> Result
    ) async throws -> Result {
        try await turnstile.pass { try await withDatabase(road, adjust: adjust, body) }
    }

    private static func withDatabase<Result: Sendable>(
        _ road: Road, adjust: @Sendable (inout PostgresLimits) -> Void, _ body: @Sendable (PostgresFixture) async throws -> Result
    ) async throws -> Result {
        let administration = PostgresPool(try configuration(.direct), on: group, blocking: blocking)
        let name = "test_\(getpid())_\(counter.wrappingAdd(1, ordering: .relaxed).newValue)"
        try await administration.execute(SQL(verbatim: "create database \(name)"), slow: true, timeout: .seconds(60))
        var configuration = try configuration(road)
        configuration.database = name
        adjust(&configuration.limits)
        let fixture = PostgresFixture(configuration: configuration, pool: PostgresPool(configuration, on: group, blocking: blocking))
        let outcome = await run(body, with: fixture)
        await fixture.pool.close()
        try await administration.execute(SQL(verbatim: "drop database \(name) with (force)"), slow: true, timeout: .seconds(60))
        await administration.close()
        return try outcome.get()
    }

    /// Another pool on the same database.
    public func anotherPool(adjust: (inout PostgresConfiguration) -> Void = { _ in }) -> PostgresPool {
        var copy = configuration
        adjust(&copy)
        return PostgresPool(copy, on: Self.group, blocking: Self.blocking)
    }

    /// What the environment says about a road, with more patience than a service has: many tests share a few cores.
    public static func configuration(_ road: Road) throws -> PostgresConfiguration {
        let variable = road == .direct ? "TEST_DATABASE_URL" : "TEST_PGBOUNCER_URL"
        guard let url = getenv(variable) else { throw NotPrepared(variable: variable) }
        var configuration = try PostgresConfiguration(url: String(cString: url))
        configuration.limits.connectTimeout = .seconds(30)
        configuration.limits.leaseTimeout = .seconds(60)
        configuration.limits.statementTimeout = .seconds(60)
        return configuration
    }

    /// The tests were started without the database they need.
    public struct NotPrepared: Error, CustomStringConvertible {
        let variable: String
        /// A sentence with the remedy.
        public var description: String { "\(variable) is not set: run the tests with `make test`, which prepares PostgreSQL and PgBouncer" }
    }

    private static let counter = Atomic<Int>(0)
    private static let turnstile = Turnstile(places: 8)

    private static func run<Result: Sendable>(
        _ body: @Sendable (PostgresFixture) async throws -> Result, with fixture: PostgresFixture
    ) async -> Swift.Result<Result, any Error> {
        do { return .success(try await body(fixture)) } catch { return .failure(error) }
    }
}
