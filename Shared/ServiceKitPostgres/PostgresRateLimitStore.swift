public import Platform
public import Postgres
public import Web

/// Counts in PostgreSQL, so that all tasks of a service share one limit.
///
/// One statement for each decision, by the database's clock. The table is unlogged: a crash of the server forgets the counts, which lets every subject
/// begin anew, and no request waits for the write-ahead log. Rows that make no difference any more are deleted a thousand at a time (`RowSweeper`). A service adds `migration(_:)` to its own migrations.
public final class PostgresRateLimitStore: RateLimitStore {
    let pool: PostgresPool
    private let timeout: Duration
    private let sweeper: RowSweeper

    /// A store in the pool's database.
    ///
    /// - Parameters:
    ///   - timeout: how long a decision may take; then the route's limit says whether to pass or to refuse.
    ///   - sweepEvery: after how many decisions of this process rows are deleted.
    public init(_ pool: PostgresPool, timeout: Duration = .milliseconds(500), sweepEvery: Int = 1_000, logger: Logger = .silent) {
        self.pool = pool
        self.timeout = timeout
        sweeper = RowSweeper("rate limits", every: sweepEvery, logger: logger)
    }

    /// The table, as a step of a service's schema.
    public static func migration(_ number: Int) -> Migration {
        Migration(
            number, "rate limits",
            """
            CREATE UNLOGGED TABLE rate_limits (
                key text PRIMARY KEY,
                -- When the allowance is whole again, in microseconds since 1970.
                whole_at bigint NOT NULL
            ) WITH (fillfactor = 50);
            """)
    }

    /// See `RateLimitStore`.
    ///
    /// - Throws: `PostgresError`.
    public func take(_ cost: Int, of limit: RateLimit, for key: String) async throws -> RateLimitDecision {
        sweeper.noteCall { [pool] () async throws(PostgresError) in try await Self.sweep(pool) }
        let price = max(1, limit.intervalNanoseconds / 1_000) * Int64(cost), capacity = limit.capacityNanoseconds / 1_000
        let row = try await pool.query(Self.decision(key, price: price, capacity: capacity), timeout: timeout).exactlyOne()
        let isAllowed = try row.decode(0, as: Bool.self)
        // Without a row that we can see, another request has made one this very moment, and used it up.
        let debt = try row.decode(1, as: Int64?.self) ?? capacity
        return limit.decision(isAllowed: isAllowed, cost: cost, debtNanoseconds: max(0, debt) * 1_000)
    }

    /// Whether the request is allowed, and the debt afterwards. The row's lock makes requests of one key wait for each other; who is refused writes nothing.
    private static func decision(_ key: String, price: Int64, capacity: Int64) -> SQL {
        """
        with clock as (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as now),
        taken as (
            insert into rate_limits as kept (key, whole_at) select \(key), now + \(price) from clock
            on conflict (key) do update set whole_at = greatest(kept.whole_at, excluded.whole_at - \(price)) + \(price)
            where greatest(kept.whole_at, excluded.whole_at - \(price)) - (excluded.whole_at - \(price)) + \(price) <= \(capacity)
            returning whole_at)
        select exists (select from taken),
            coalesce((select whole_at from taken), (select whole_at from rate_limits where key = \(key))) - (select now from clock)
        """
    }

    /// Deletes rows of subjects whose allowance is whole; tells how many.
    @discardableResult
    static func sweep(_ pool: PostgresPool, limit: Int = 1_000) async throws(PostgresError) -> Int {
        try await pool.execute(
            """
            delete from rate_limits where key in (
                select key from rate_limits where whole_at < (extract(epoch from clock_timestamp()) * 1000000)::bigint
                limit \(limit) for update skip locked)
            """, slow: true, timeout: .seconds(5))
    }
}
