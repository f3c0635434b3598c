import LearnerData
import Postgres

/// A table with rows of learners, as copies and deletions go through it.
struct PortalTable: Sendable {
    /// A column of the order in which rows are copied.
    struct Key: Sendable {
        let column: StaticString
        let type: StaticString

        static func number(_ column: StaticString) -> Key { Key(column: column, type: "bigint") }
    }

    let name: StaticString
    /// The primary key without the learner.
    let keys: [Key]

    /// Every table with a column of the learner, referred-to ones first; a test holds the list against the database.
    static let all = [
        PortalTable(name: "learners", keys: [Key(column: "user_id", type: "uuid")]),
        PortalTable(name: "words", keys: [.number("id")]),
        PortalTable(name: "groups", keys: [.number("id")]),
        PortalTable(name: "word_groups", keys: [.number("group_id"), .number("word_id")]),
        PortalTable(name: "study_sessions", keys: [.number("id")]),
        PortalTable(name: "session_words", keys: [.number("session_id"), .number("word_id")]),
        PortalTable(name: "word_reviews", keys: [.number("session_id"), .number("id")]),
        PortalTable(name: "learner_activities", keys: [.number("study_activity_id")]),
        PortalTable(name: "study_stretches", keys: [Key(column: "started_at", type: "timestamptz")]),
        PortalTable(name: "idempotency_keys", keys: [Key(column: "key", type: "text")]),
    ]

    /// What joins the learner's copies and deletions.
    static func handlers(_ pool: PostgresPool) -> [any LearnerDataHandler] { all.map { PortalTableData(table: $0, pool: pool) } }
}

// MARK: - SQL

extension PortalTable {
    /// The rows of a learner behind a cursor: each as JSON without the learner's id, and its own cursor, in the order of the primary key.
    func page(of learner: Learner, after cursor: String?, limit: Int) -> SQL {
        let columns = SQL.joined(keys.map { "\(unescaped: $0.column)" })
        let position: SQL = cursor.map { "AND (\(sql: columns)) > (\(sql: values(of: $0)))" } ?? ""
        return """
            SELECT (to_jsonb(item) - 'user_id')::text, json_build_array(\(sql: columns))::text FROM \(unescaped: name) AS item
            WHERE user_id = \(learner) \(sql: position) ORDER BY \(sql: columns) LIMIT \(limit)
            """
    }

    /// Deletes some rows of a learner.
    func deletion(of learner: Learner, limit: Int) -> SQL {
        "DELETE FROM \(unescaped: name) WHERE ctid = ANY (ARRAY(SELECT ctid FROM \(unescaped: name) WHERE user_id = \(learner) LIMIT \(limit)))"
    }

    private func values(of cursor: String) -> SQL {
        SQL.joined(keys.enumerated().map { place, key in "(\(cursor)::json->>\(place)::integer)::\(unescaped: key.type)" })
    }
}
