public import LanguageModel
public import Platform
public import Postgres
import ServiceKitPostgres

/// The ledger in PostgreSQL, one for all tasks that share the database. A service adds `migration(_:)` to its own migrations.
///
/// One statement for each act, by the database's clock. Reservations take turns in the database, so that they are exact however many ask at once; a turn is
/// less than a millisecond.
public final class PostgresUsageLedger: UsageLedger {
    let pool: PostgresPool
    private let timeout: Duration
    private let sweeper: RowSweeper
    /// Seconds since 1970 in place of the database's clock.
    private let clock: (@Sendable () -> Double)?

    /// A ledger in the pool's database.
    ///
    /// - Parameters:
    ///   - timeout: how long an act may take; then it throws, and nothing is spent.
    ///   - sweepEvery: after how many reservations and settlements of this process rows are deleted that nobody needs.
    public convenience init(_ pool: PostgresPool, timeout: Duration = .seconds(2), sweepEvery: Int = 500, logger: Logger = .silent) {
        self.init(pool, timeout: timeout, sweepEvery: sweepEvery, logger: logger, clock: nil)
    }

    init(_ pool: PostgresPool, timeout: Duration, sweepEvery: Int, logger: Logger = .silent, clock: (@Sendable () -> Double)?) {
        self.pool = pool
        self.timeout = timeout
        sweeper = RowSweeper("calls of models", every: sweepEvery, logger: logger)
        self.clock = clock
    }

    /// The tables and functions, as a step of a service's schema.
    public static func migration(_ number: Int) -> Migration { Migration(number, "the ledger of the models", LedgerTables.all) }

    /// What came later, as a further step: settling what is not reserved yet.
    public static func tombstoneMigration(_ number: Int) -> Migration {
        Migration(number, "the ledger settles what is not reserved yet", LedgerTables.tombstones)
    }

    /// See `UsageLedger`.
    ///
    /// - Throws: `PostgresError`, `ReservationIDTaken`.
    public func reserve(_ request: UsageRequest) async throws -> UsageDecision {
        // No time makes room for it.
        guard request.tokens <= request.limits.tokensPerRequest else { return .refused(.tokensPerRequest, retryAfter: .zero) }
        let row = try await answer(to: reservation(request)).exactlyOne()
        guard let refused = try row.decode(0, as: String?.self) else {
            return .granted(UsageReservation(id: request.id, alerts: try row.decode(2, as: [String].self).compactMap(UsageLimit.init)))
        }
        guard let limit = UsageLimit(rawValue: refused) else { preconditionFailure("model_reserve names no limit \(refused)") }
        return .refused(limit, retryAfter: .microseconds(Int64(try row.decode(1, as: Double.self) * 1_000_000) + 1))
    }

    private func answer(to reservation: SQL) async throws -> PostgresRows {
        do throws(PostgresError) {
            return try await change(reservation)
        } catch {
            throw error.isUniqueViolation ? ReservationIDTaken() : error
        }
    }

    func reservation(_ request: UsageRequest) -> SQL {
        let limits = request.limits
        return """
            select refused, wait, alerts from model_reserve(
                \(request.id), \(request.caller.user), \(request.tokens), \(request.costMicroUSD), make_interval(secs => \(request.lease / .seconds(1))),
                \(limits.userRequestsPerMinute), \(limits.userTokensPerHour), \(limits.requestsPerSecond), \(limits.requestsPerMinute),
                \(limits.tokensPerMinute), \(limits.tokensPerHour), \(limits.concurrentCalls), \(limits.tokensPerDay), \(limits.microUSDPerMonth),
                \(limits.tokensPerDay * limits.dailyAlertPercent / 100), \(limits.microUSDPerMonth * limits.monthlyAlertPercent / 100), \(sql: moment))
            """
    }

    /// See `UsageLedger`. A reservation of another user's stays as it is.
    ///
    /// - Throws: `PostgresError`.
    public func settle(_ reservation: UsageReservation, _ usage: UsedTokens, by caller: ModelCaller) async throws {
        _ = try await change(
            """
            select model_settle(
                \(reservation.id), \(caller.user), \(max(0, usage.input + usage.output)), \(max(0, usage.costMicroUSD)), \(sql: moment))
            """)
    }

    /// Once more when the connection is lost. The pool does so by itself for what is idempotent, but lets such statements share a transaction, in which those
    /// that take turns would hold each other up, and wait for each other for ever.
    private func change(_ sql: SQL) async throws(PostgresError) -> PostgresRows {
        sweeper.noteCall { () async throws(PostgresError) in try await self.sweep() }
        do {
            return try await pool.query(sql, timeout: timeout)
        } catch .connectionLost {
            return try await pool.query(sql, timeout: timeout)
        }
    }

    /// See `UsageLedger`.
    ///
    /// - Throws: `PostgresError`.
    public func noteAttempt(by caller: ModelCaller, policy: BlockPolicy) async throws -> AttemptOutcome {
        let row = try await pool.query(
            """
            select counted, ceil(extract(epoch from until))::bigint, is_new from model_note_attempt(
                \(caller.user), \(policy.attempts)::integer, make_interval(secs => \(policy.period / .seconds(1))),
                make_interval(secs => \(policy.first / .seconds(1))), \(policy.factor)::integer, make_interval(secs => \(policy.longest / .seconds(1))),
                make_interval(secs => \(policy.memory / .seconds(1))), \(sql: moment))
            """, timeout: timeout
        ).exactlyOne()
        let until = try row.decode(1, as: Int?.self).map { UnixTime(seconds: Int64($0)) }
        return AttemptOutcome(attempts: try row.decode(0, as: Int.self), blockedUntil: until, isNewBlock: try row.decode(2, as: Bool.self))
    }

    /// See `UsageLedger`.
    ///
    /// - Throws: `PostgresError`.
    public func block(of caller: ModelCaller) async throws -> UnixTime? {
        try await pool.queryOne(
            """
            select ceil(extract(epoch from blocked_until))::bigint from model_offenders
            where user_id = \(caller.user) and blocked_until > coalesce(\(sql: moment), clock_timestamp())
            """, idempotent: true, timeout: timeout
        ).map { UnixTime(seconds: Int64(try $0.decode(0, as: Int.self))) }
    }

    private var moment: SQL { "to_timestamp(\(clock?())::double precision)" }

    /// Deletes some rows that count nowhere any more: calls of yesterday and their minutes, sums of a year ago, offenders of long ago.
    func sweep(limit: Int = 1_000) async throws(PostgresError) {
        try await pool.execute(
            """
            with clock as (select coalesce(\(sql: moment), clock_timestamp()) as now),
            calls as (
                delete from model_calls where id in (
                    select id from model_calls where began_at < (select now - interval '1 day' from clock) order by began_at limit \(limit)
                    for update skip locked)),
            minutes as (
                delete from model_minutes where minute in (
                    select minute from model_minutes where minute < (select model_minute(now - interval '1 day') from clock) limit \(limit))),
            sums as (
                delete from model_spend where period in (
                    select period from model_spend where period < (select to_char(now at time zone 'UTC' - interval '400 days', 'YYYY-MM-DD') from clock)
                    limit \(limit)))
            delete from model_offenders where user_id in (
                select user_id from model_offenders where seen_at < (select now - interval '30 days' from clock) order by seen_at limit \(limit)
                for update skip locked)
            """, slow: true, timeout: .seconds(5))
    }
}
