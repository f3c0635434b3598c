import LearnerData
import Postgres

/// A table's part in copies and deletions.
struct PortalTableData: LearnerDataHandler {
    /// A row has at most a few kilobytes, so a page has at most two megabytes.
    private static let rowsOfAPage = 500
    private static let rowsOfADeletion = 2_000

    let table: PortalTable
    let pool: PostgresPool

    var name: String { "\(table.name)" }

    func export(of subject: String, after cursor: String?) async throws -> ExportPage {
        guard let learner = Learner(subject) else { return ExportPage(texts: [], next: nil) }
        let limit = Self.rowsOfAPage
        let rows = try await pool.query(table.page(of: learner, after: cursor, limit: limit), idempotent: true, slow: true)
        let texts = try rows.map { Array(try $0.decode(0, as: String.self).utf8) }
        return ExportPage(texts: texts, next: rows.count == limit ? try rows[limit - 1].decode(1) : nil)
    }

    /// Takes its turn with the learner's writes, so that it cannot deadlock with them.
    func delete(of subject: String) async throws -> DeletionPart {
        guard let learner = Learner(subject) else { return .complete }
        let limit = Self.rowsOfADeletion
        let count = try await pool.transaction { transaction in
            _ = try await transaction.query("SELECT FROM learners WHERE user_id = \(learner) FOR NO KEY UPDATE")
            return try await transaction.execute(table.deletion(of: learner, limit: limit))
        }
        return count == limit ? .more : .complete
    }
}
