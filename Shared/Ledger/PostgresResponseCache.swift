public import LanguageModel
public import Platform
public import Postgres
import ServiceKitPostgres

/// Answers in PostgreSQL, for all tasks that share the database. At most so many, the ones that end last.
///
/// The table is unlogged: a crash of the server forgets the answers, which are asked for again then. A service adds `migration(_:)` to its own migrations.
public final class PostgresResponseCache: ResponseCache {
    /// Longer answers are not kept, in bytes.
    public static let maximumBytes = 64 * 1_024

    private let pool: PostgresPool
    private let timeout: Duration
    private let maximumAnswers: Int
    private let sweeper: RowSweeper

    /// A cache in the pool's database.
    ///
    /// - Parameters:
    ///   - maximumAnswers: more are deleted from time to time.
    ///   - sweepEvery: after how many answers of this process rows are deleted.
    public init(
        _ pool: PostgresPool, timeout: Duration = .milliseconds(500), maximumAnswers: Int = 20_000, sweepEvery: Int = 100, logger: Logger = .silent
    ) {
        precondition(maximumAnswers > 0, "answers are kept")
        self.pool = pool
        self.timeout = timeout
        self.maximumAnswers = maximumAnswers
        sweeper = RowSweeper("answers", every: sweepEvery, logger: logger)
    }

    /// The table, as a step of a service's schema.
    public static func migration(_ number: Int) -> Migration {
        Migration(
            number, "answers of the models",
            """
            CREATE UNLOGGED TABLE model_answers (
                key bytea PRIMARY KEY CHECK (length(key) = 32),
                -- Who asked first: what was written for somebody who leaves goes with them.
                user_id text NOT NULL CHECK (length(user_id) <= 128),
                answer text NOT NULL CHECK (octet_length(answer) <= 65536),
                model text NOT NULL CHECK (length(model) <= 256),
                ends_at timestamptz NOT NULL
            );
            CREATE INDEX model_answers_by_end ON model_answers (ends_at);
            CREATE INDEX model_answers_of_user ON model_answers (user_id);
            """)
    }

    /// See `ResponseCache`.
    ///
    /// - Throws: `PostgresError`.
    public func answer(for key: [UInt8], caller: ModelCaller) async throws -> CachedAnswer? {
        try await pool.queryOne(
            "select answer, model from model_answers where key = \(key) and ends_at > clock_timestamp()", idempotent: true, timeout: timeout
        ).map { CachedAnswer(text: try $0.decode(0), model: try $0.decode(1)) }
    }

    /// See `ResponseCache`.
    ///
    /// - Throws: `PostgresError`.
    public func keep(_ answer: CachedAnswer, for key: [UInt8], timeToLive: Duration, caller: ModelCaller) async throws {
        guard answer.text.utf8.count <= Self.maximumBytes else { return }
        sweeper.noteCall { [pool, maximumAnswers] () async throws(PostgresError) in try await Self.sweep(pool, maximumAnswers: maximumAnswers) }
        try await pool.execute(
            """
            insert into model_answers (key, user_id, answer, model, ends_at)
            values (\(key), \(caller.user), \(answer.text), \(answer.model), clock_timestamp() + make_interval(secs => \(timeToLive / .seconds(1))))
            on conflict (key) do update set user_id = excluded.user_id, answer = excluded.answer, model = excluded.model, ends_at = excluded.ends_at
            """, timeout: timeout)
    }

    /// Deletes answers whose time is over, and those that end first of what is too many.
    static func sweep(_ pool: PostgresPool, maximumAnswers: Int, limit: Int = 1_000) async throws(PostgresError) {
        try await pool.execute(
            """
            delete from model_answers where key in (
                select key from model_answers where ends_at < clock_timestamp() limit \(limit) for update skip locked)
            or key in (select key from (select key from model_answers order by ends_at desc offset \(maximumAnswers) limit \(limit)) as surplus)
            """, slow: true, timeout: .seconds(5))
    }
}
