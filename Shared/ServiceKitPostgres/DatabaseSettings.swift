public import Platform
public import Postgres
public import ServiceKit

/// Where a service's database is.
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `DATABASE_URL` | the application's role, `postgres://…?sslmode=verify-full&sslrootcert=…`; without a password, AWS signs one (`AWS_REGION` and credentials) | required |
/// | `MIGRATION_DATABASE_URL` | the owner's role, forgotten once read; without it the schema is checked, not changed | none |
/// | `DATABASE_CONNECTIONS` | connections at most, 2…500 | 16 |
public struct DatabaseSettings: Sendable {
    private let application: PostgresConfiguration?
    private let owner: PostgresConfiguration?
    private let authentication: DatabaseAuthentication?

    /// Reads the settings; problems are gathered in `environment`.
    public init(from environment: inout EnvironmentReader) {
        let connections = environment.int("DATABASE_CONNECTIONS", in: 2...500, default: 16)
        application = Self.read("DATABASE_URL", isRequired: true, connections, from: &environment)
        owner = Self.read("MIGRATION_DATABASE_URL", isRequired: false, 2, from: &environment)
        let wantsAuthentication = [application, owner].contains { $0.map(DatabaseAuthentication.isWanted) ?? false }
        authentication = wantsAuthentication ? DatabaseAuthentication(from: &environment) : nil
        // Who serves requests for weeks has no use for the password of the tables' owner.
        environment.forget("MIGRATION_DATABASE_URL")
    }

    /// Brings the schema forward (or checks it), opens the pool, and registers it with readiness and closing.
    ///
    /// - Throws: `MigrationError` or `PostgresError`.
    public func open(_ migrations: [Migration], in context: ServiceContext) async throws -> PostgresPool {
        guard let application else { preconditionFailure("settings are used after the environment was found complete") }
        let blocking = BlockingPool(label: "database", threads: 2, queueLimit: 64)
        try await migrate(migrations, in: context, blocking)
        let pool = pool(of: application, in: context, blocking)
        if owner == nil && !migrations.isEmpty { try await Migrator(migrations).verify(pool) }
        context.readiness.add("database") { try await pool.ping() }
        context.closing.add { await pool.close() }
        return pool
    }

    private func migrate(_ migrations: [Migration], in context: ServiceContext, _ blocking: BlockingPool) async throws {
        guard let owner else { return }
        let pool = pool(of: owner, in: context, blocking)
        let applied = try await Migrator(migrations).run(on: pool)
        await pool.close()
        context.logger.info("database.migrated") { $0.field("applied", applied.count) }
    }

    private func pool(of configuration: PostgresConfiguration, in context: ServiceContext, _ blocking: BlockingPool) -> PostgresPool {
        let credentials = authentication.flatMap {
            DatabaseAuthentication.isWanted(for: configuration) ? $0.credentials(for: configuration, client: context.httpClient) : nil
        }
        return PostgresPool(configuration, on: context.group, blocking: blocking, credentials: credentials)
    }

    private static func read(_ variable: String, isRequired: Bool, _ connections: Int, from environment: inout EnvironmentReader) -> PostgresConfiguration? {
        guard isRequired || environment.isSet(variable) else { return nil }
        let url = environment.secret(variable)
        guard environment.isSet(variable) else { return nil }
        do {
            var configuration = try PostgresConfiguration(url: url.reveal())
            configuration.limits.maximumConnections = connections
            return configuration
        } catch {
            environment.report(variable, expected: "a usable database URL: \(error)")
            return nil
        }
    }
}
