import JSON
public import LearnerData
public import Postgres

/// The ledger's part in copies and deletions of a learner's data: what the learner has used lately, attempts and blocks. Answers that were kept are deleted,
/// and not copied: they are whoever asks the same next, and what a learner keeps of them stands in the tables of the service that asked.
///
/// What all users together have used stays as it was: the calls of the last day lose the learner's name instead of being deleted, and go with the day.
public struct LedgerData: LearnerDataHandler {
    private static let rowsOfADeletion = 2_000

    private let pool: PostgresPool

    /// The ledger in the pool's database.
    public init(_ pool: PostgresPool) { self.pool = pool }

    /// See `LearnerDataHandler`.
    public let name = "models"

    /// See `LearnerDataHandler`. A day of calls is bounded by the limits, and one page.
    public func export(of subject: String, after cursor: String?) async throws -> ExportPage {
        let rows = try await pool.query(
            """
            select (to_jsonb(item) - 'user_id')::text from (
                select 'call' as kind, began_at, tokens, micro_usd, null::timestamptz as blocked_until from model_calls where user_id = \(subject)
                union all
                select 'attempts', seen_at, null, null, blocked_until from model_offenders where user_id = \(subject)) as item
            order by began_at limit 20000
            """, idempotent: true, slow: true)
        return ExportPage(texts: try rows.map { Array(try $0.decode(0, as: String.self).utf8) }, next: nil)
    }

    /// See `LearnerDataHandler`.
    public func delete(of subject: String) async throws -> DeletionPart {
        try await pool.execute("delete from model_offenders where user_id = \(subject)", slow: true)
        try await pool.execute("update model_calls set user_id = '' where user_id = \(subject)", slow: true)
        let limit = Self.rowsOfADeletion
        let count = try await pool.execute(
            "delete from model_answers where key in (select key from model_answers where user_id = \(subject) limit \(limit))", slow: true)
        return count == limit ? .more : .complete
    }
}
