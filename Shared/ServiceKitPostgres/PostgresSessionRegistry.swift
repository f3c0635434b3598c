public import Platform
public import Postgres
public import SignIn

/// Sessions in PostgreSQL, so that all tasks of a service know the same. A service adds `migration(_:)` to its own migrations.
///
/// Every statement names the session and whose it is; rows whose time is over, by the database's clock too, are deleted by the statements that begin
/// sessions.
public struct PostgresSessionRegistry: SessionRegistry {
    private let pool: PostgresPool

    /// A registry in the pool's database.
    public init(_ pool: PostgresPool) { self.pool = pool }

    /// The table, as a step of a service's schema.
    public static func migration(_ number: Int) -> Migration {
        Migration(
            number, "sessions",
            """
            CREATE TABLE sessions (
                id text PRIMARY KEY CHECK (length(id) = 32),
                subject text NOT NULL CHECK (length(subject) <= 128),
                -- All moments in seconds since 1970.
                began_at bigint NOT NULL,
                seen_at bigint NOT NULL,
                ends_at bigint NOT NULL,
                device text NOT NULL CHECK (length(device) <= 64),
                sealed_refresh_token text NOT NULL CHECK (length(sealed_refresh_token) <= 12288)
            );
            CREATE INDEX sessions_of_subject ON sessions (subject, seen_at DESC);
            CREATE INDEX sessions_by_end ON sessions (ends_at);
            """)
    }

    /// See `SessionRegistry`.
    public func begin(_ entry: SessionEntry) async throws {
        let written = try await pool.execute(
            """
            with over as (
                delete from sessions where id in (
                    select id from sessions where ends_at < least(\(entry.beganAt.seconds), extract(epoch from now())::bigint)
                    limit 100 for update skip locked)),
            surplus as (
                delete from sessions where id in (
                    select id from sessions where subject = \(entry.subject) and id <> \(entry.id) order by began_at desc, id offset \(Self.maximumPerLearner - 1)))
            insert into sessions (id, subject, began_at, seen_at, ends_at, device, sealed_refresh_token)
            values (\(entry.id), \(entry.subject), \(entry.beganAt.seconds), \(entry.seenAt.seconds), \(entry.endsAt.seconds), \(entry.device),
                \(entry.sealedRefreshToken))
            on conflict (id) do update set began_at = excluded.began_at, seen_at = excluded.seen_at, ends_at = excluded.ends_at, device = excluded.device,
                sealed_refresh_token = excluded.sealed_refresh_token
            where sessions.subject = excluded.subject
            """)
        if written == 0 { throw SessionIDTaken() }
    }

    /// See `SessionRegistry`.
    public func isOpen(_ id: String, of subject: String) async throws -> Bool {
        try await pool.query("select exists (select from sessions where id = \(id) and subject = \(subject))").exactlyOne().decode(0, as: Bool.self)
    }

    /// See `SessionRegistry`.
    public func touch(_ id: String, of subject: String, at moment: UnixTime) async throws {
        try await pool.execute("update sessions set seen_at = greatest(seen_at, \(moment.seconds)) where id = \(id) and subject = \(subject)")
    }

    /// See `SessionRegistry`.
    public func end(_ id: String, of subject: String) async throws -> SessionEntry? {
        let rows = try await pool.query(
            """
            delete from sessions where id = \(id) and subject = \(subject)
            returning id, subject, began_at, seen_at, ends_at, device, sealed_refresh_token
            """)
        return try rows.first.map(Self.entry)
    }

    /// See `SessionRegistry`.
    public func endAll(of subject: String) async throws -> [String] {
        try await pool.query("delete from sessions where subject = \(subject) returning id").map { try $0.decode(0, as: String.self) }
    }

    /// See `SessionRegistry`.
    public func list(of subject: String, at moment: UnixTime) async throws -> [SessionEntry] {
        try await pool.query(
            """
            select id, subject, began_at, seen_at, ends_at, device, sealed_refresh_token from sessions
            where subject = \(subject) and ends_at > \(moment.seconds) order by seen_at desc, id desc limit \(Self.maximumPerLearner)
            """
        ).map(Self.entry)
    }

    private static func entry(_ row: PostgresRow) throws -> SessionEntry {
        SessionEntry(
            id: try row.decode(0), subject: try row.decode(1), beganAt: UnixTime(seconds: try row.decode(2)),
            seenAt: UnixTime(seconds: try row.decode(3)), endsAt: UnixTime(seconds: try row.decode(4)),
            device: try row.decode(5), sealedRefreshToken: try row.decode(6))
    }
}
