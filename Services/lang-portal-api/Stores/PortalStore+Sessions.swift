import Contracts
import Postgres

extension PortalStore {
    /// The learner's sessions, the newest first.
    func sessions(_ page: PageRequest, of learner: Learner) async throws -> SessionPage {
        let rows = try await pool.query(
            """
            SELECT learner.session_count, item.* FROM learners AS learner
            LEFT JOIN LATERAL (
                SELECT id, activity_name, group_name, created_at, coalesce(last_review_at, created_at), review_count FROM study_sessions
                WHERE user_id = \(learner) \(sql: Self.window(page, ofSessions: learner))
            ) AS item ON true
            WHERE learner.user_id = \(learner)
            """, idempotent: true)
        return try Self.page(rows, page, Self.sessionItem) ?? Self.emptyPage(page)
    }

    /// The sessions with a group, the newest first; nil when there is no such group.
    func sessions(_ page: PageRequest, withGroup id: GroupID, of learner: Learner) async throws -> SessionPage? {
        let rows = try await pool.query(
            """
            SELECT parent.session_count, item.* FROM groups AS parent
            LEFT JOIN LATERAL (
                SELECT id, activity_name, group_name, created_at, coalesce(last_review_at, created_at), review_count FROM study_sessions
                WHERE user_id = \(learner) AND group_id = parent.id \(sql: Self.window(page, ofSessions: learner, "AND group_id = \(id)"))
            ) AS item ON true
            WHERE parent.user_id = \(learner) AND parent.id = \(id)
            """, idempotent: true)
        return try Self.page(rows, page, Self.sessionItem)
    }

    /// The learner's sessions with an activity, the newest first; nil when there is no such activity.
    func sessions(_ page: PageRequest, withActivity id: ActivityID, of learner: Learner) async throws -> SessionPage? {
        let rows = try await pool.query(
            """
            SELECT coalesce((SELECT session_count FROM learner_activities WHERE user_id = \(learner) AND study_activity_id = \(id)), 0), item.*
            FROM study_activities AS parent
            LEFT JOIN LATERAL (
                SELECT id, activity_name, group_name, created_at, coalesce(last_review_at, created_at), review_count FROM study_sessions
                WHERE user_id = \(learner) AND study_activity_id = parent.id
                    \(sql: Self.window(page, ofSessions: learner, "AND study_activity_id = \(id)"))
            ) AS item ON true
            WHERE parent.id = \(id)
            """, idempotent: true)
        return try Self.page(rows, page, Self.sessionItem)
    }

    /// One session, or nil when it is not the learner's.
    func session(_ id: SessionID, of learner: Learner) async throws -> SessionDetail? {
        let rows = try await pool.query(
            """
            SELECT session.id, session.activity_name, activity.type, session.group_name, session.created_at,
                coalesce(session.last_review_at, session.created_at), session.review_count
            FROM study_sessions AS session JOIN study_activities AS activity ON activity.id = session.study_activity_id
            WHERE session.user_id = \(learner) AND session.id = \(id)
            """, idempotent: true)
        return try rows.first.map { row throws(PostgresError) in
            SessionDetail(
                id: try row.decode(0), activityName: try row.decode(1), activityType: try row.decode(2), groupName: try row.decode(3),
                startTime: try row.decode(4), endTime: try row.decode(5), reviewItemsCount: try row.decode(6))
        }
    }

    /// The words reviewed in a session with what was answered in it; nil when there is no such session.
    func words(_ page: PageRequest, inSession id: SessionID, of learner: Learner) async throws -> WordPage? {
        let rows = try await pool.query(
            """
            SELECT parent.word_count, item.* FROM study_sessions AS parent
            LEFT JOIN LATERAL (
                SELECT word.id, japanese, romaji, english, counted.correct_count, counted.wrong_count
                FROM (
                    SELECT word_id, correct_count, wrong_count FROM session_words WHERE user_id = \(learner) AND session_id = \(id)
                    ORDER BY word_id LIMIT \(page.size) OFFSET \(page.offset)
                ) AS counted
                CROSS JOIN LATERAL (
                    SELECT id, japanese, romaji, english FROM words WHERE words.user_id = \(learner) AND words.id = counted.word_id OFFSET 0
                ) AS word
                ORDER BY word.id
            ) AS item ON true
            WHERE parent.user_id = \(learner) AND parent.id = \(id)
            """, idempotent: true)
        return try Self.page(rows, page, Self.wordItem)
    }

    /// Words of the session's group that were not reviewed in it yet, at most `limit`; nil when there is no such session.
    func nextWords(_ limit: Int, inSession id: SessionID, of learner: Learner) async throws -> NextWords? {
        let rows = try await pool.query(
            """
            SELECT item.* FROM study_sessions AS parent
            LEFT JOIN LATERAL (
                SELECT word.* FROM (
                    SELECT word_id FROM word_groups AS member
                    WHERE member.user_id = \(learner) AND member.group_id = parent.group_id AND NOT EXISTS (
                        SELECT FROM session_words AS seen WHERE seen.user_id = \(learner) AND seen.session_id = parent.id AND seen.word_id = member.word_id
                    )
                    ORDER BY word_id LIMIT \(limit)
                ) AS next
                CROSS JOIN LATERAL (
                    SELECT id, japanese, romaji, english, type, formality FROM words WHERE words.user_id = \(learner) AND words.id = next.word_id OFFSET 0
                ) AS word
                ORDER BY word.id
            ) AS item ON true
            WHERE parent.user_id = \(learner) AND parent.id = \(id)
            """, idempotent: true)
        guard let first = rows.first else { return nil }
        guard try first.decode(0, as: Int?.self) != nil else { return NextWords(items: []) }
        return NextWords(items: try rows.map(Self.nextWord))
    }
}

extension PortalStore {
    private static func sessionItem(_ row: PostgresRow) throws(PostgresError) -> SessionItem {
        SessionItem(
            id: try row.decode(1), activityName: try row.decode(2), groupName: try row.decode(3), startTime: try row.decode(4),
            endTime: try row.decode(5), reviewItemsCount: try row.decode(6))
    }

    private static func nextWord(_ row: PostgresRow) throws(PostgresError) -> NextWord {
        NextWord(
            id: try row.decode(0), japanese: try row.decode(1), romaji: try row.decode(2), english: try row.decode(3),
            parts: WordParts(type: try row.decode(4), formality: try row.decode(5)))
    }
}
