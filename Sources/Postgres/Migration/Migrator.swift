/// Brings a database's schema forward: numbered migrations in one transaction, safe when several tasks start at once.
///
/// What has run stands in the table `schema_migrations` with the SHA-256 of its text. A transaction-scoped advisory lock
/// lets one task at a time look and run, so poolers in transaction mode work.
public struct Migrator: Sendable {
    /// Names the advisory lock; the same in every service, as each has a database of its own.
    private static let lockKey = 7_205_759_403_792_794

    /// How long one migration may take.
    public var timeout: Duration = .seconds(300)
    private let migrations: [Migration]

    /// Prepares migrations; numbers that are not 1, 2, 3 … are our own mistake and trap.
    public init(_ migrations: [Migration]) {
        precondition(migrations.enumerated().allSatisfy { $0.offset + 1 == $0.element.number }, "migrations are numbered 1, 2, 3 …")
        self.migrations = migrations
    }

    /// Runs what the database lacks, and tells the numbers it ran.
    ///
    /// - Throws: `MigrationError` when the database does not fit, `PostgresError` when a statement failed; then nothing has changed.
    @discardableResult
    public func run(on pool: PostgresPool) async throws -> [Int] {
        try await pool.transaction(timeout: timeout) { transaction in
            try await transaction.execute("select pg_advisory_xact_lock(\(Self.lockKey))")
            try await transaction.execute(
                """
                create table if not exists schema_migrations (
                    number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())
                """)
            let done = try await check(transaction)
            for migration in migrations.dropFirst(done) { try await apply(migration, in: transaction) }
            return migrations.dropFirst(done).map(\.number)
        }
    }

    /// Makes sure that the database is at the newest migration, without changing it.
    ///
    /// - Throws: `MigrationError`, or `PostgresError`: an undefined table when no migration ever ran.
    public func verify(_ pool: PostgresPool) async throws {
        let row = try await pool.query("select coalesce(max(number), 0) from schema_migrations", idempotent: true).exactlyOne()
        let database = try row.decode(0, as: Int.self)
        if database < migrations.count { throw MigrationError.databaseIsOlder(database: database, program: migrations.count) }
        if database > migrations.count { throw MigrationError.databaseIsNewer(database: database, program: migrations.count) }
    }

    /// Compares what has run with what we know; returns how many have run.
    private func check(_ transaction: PostgresTransaction) async throws -> Int {
        let rows = try await transaction.query("select number, checksum from schema_migrations order by number")
        if rows.count > migrations.count { throw MigrationError.databaseIsNewer(database: rows.count, program: migrations.count) }
        for (row, migration) in zip(rows, migrations) {
            let (number, checksum) = try row.decode(Int.self, String.self)
            let expected = try await transaction.query("select encode(sha256(convert_to(\(migration.sql), 'UTF8')), 'hex')").exactlyOne().decode(
                0, as: String.self)
            if number != migration.number || checksum != expected { throw MigrationError.changed(number: migration.number, name: migration.name) }
        }
        return rows.count
    }

    private func apply(_ migration: Migration, in transaction: PostgresTransaction) async throws {
        try await transaction.script(migration.sql, timeout: timeout)
        try await transaction.execute(
            """
            insert into schema_migrations (number, name, checksum)
            values (\(migration.number), \(migration.name), encode(sha256(convert_to(\(migration.sql), 'UTF8')), 'hex'))
            """)
    }
}

extension PostgresTransaction {
    /// Runs any number of statements without parameters, separated by semicolons; they may not end the transaction.
    func script(_ text: String, timeout: Duration) async throws(PostgresError) {
        try await script(text, timeout: timeout, on: lease.loop)
    }
}
