import Postgres
import Reactor
import TestKit

/// Looks at a database from outside, straight to the server, and interferes with its sessions.
struct Observer: Sendable {
    let pool: PostgresPool

    init(_ fixture: PostgresFixture) throws {
        var configuration = try PostgresFixture.configuration(.direct)
        configuration.database = fixture.configuration.database
        configuration.applicationName = "observer"
        pool = PostgresPool(configuration, on: PostgresFixture.group, blocking: PostgresFixture.blocking)
    }

    func count(_ sql: SQL) async throws -> Int { try await pool.query(sql, idempotent: true).exactlyOne().decode(0) }

    /// Sessions of others in the database, as far as `condition` is true of them.
    func sessions(_ condition: SQL = "true") async throws -> Int {
        try await count("select count(*) from pg_stat_activity where \(sql: Self.others) and " + condition)
    }

    /// Returns when so many sessions of others wait for a lock.
    func untilBlocked(_ number: Int = 1) async throws {
        try await eventually { try await sessions("wait_event_type = 'Lock'") >= number }
    }

    /// Ends sessions of others, as an administrator or a crash would; tells how many.
    @discardableResult
    func terminate(_ condition: SQL = "true") async throws -> Int {
        try await count("select count(pg_terminate_backend(pid)) from pg_stat_activity where \(sql: Self.others) and " + condition)
    }

    /// Runs `body` while nobody else can take the advisory lock of this key, unless `body` releases it earlier.
    func holding(_ key: Int = 1, _ body: @Sendable (_ release: @Sendable () async throws -> Void) async throws -> Void) async throws {
        try await pool.transaction(retries: 0, timeout: .seconds(60)) { transaction in
            try await transaction.execute("savepoint before")
            try await transaction.execute("select pg_advisory_xact_lock(\(key))")
            try await body { try await transaction.execute("rollback to savepoint before") }
        }
    }

    private static let others: SQL = "datname = current_database() and pid <> pg_backend_pid() and application_name <> 'observer'"
}

extension SQL {
    /// Waits until nobody holds the advisory lock of this key; writes nothing.
    static func waitForLock(_ key: Int = 1) -> SQL { "select pg_advisory_xact_lock_shared(\(key)), 42" }
}

/// Runs on a loop what a caller there would do.
func onLoop<Result>(_ loop: isolated EventLoop, _ body: () async throws -> sending Result) async rethrows -> sending Result { try await body() }
