import Postgres

extension PortalStore {
    /// The ways to study, the same for everybody.
    func activities() async throws -> [StudyActivity] {
        try await pool.query("SELECT id, name, thumbnail_url, description, type FROM study_activities ORDER BY id", idempotent: true).map(Self.activity)
    }

    /// One way to study.
    func activity(_ id: ActivityID) async throws -> StudyActivity? {
        try await pool.query("SELECT id, name, thumbnail_url, description, type FROM study_activities WHERE id = \(id)", idempotent: true)
            .first.map(Self.activity)
    }

    /// Begins a session.
    func startSession(withGroup group: GroupID, activity: ActivityID, for learner: Learner, _ key: IdempotentRequest?) async throws -> StartedSession {
        try await write(for: learner, key) { transaction in
            let rows = try await transaction.query(
                """
                INSERT INTO study_sessions (user_id, group_id, group_name, study_activity_id, activity_name)
                SELECT \(learner), studied.id, studied.name, activity.id, activity.name FROM groups AS studied, study_activities AS activity
                WHERE studied.user_id = \(learner) AND studied.id = \(group) AND activity.id = \(activity)
                RETURNING id
                """)
            if let row = rows.first { return StartedSession(id: try row.decode(0), groupID: group.rawValue) }
            let isActivity = try await !transaction.query("SELECT FROM study_activities WHERE id = \(activity)").isEmpty
            throw isActivity ? PortalProblem.noSuchGroup(group) : PortalProblem.noSuchActivity(activity)
        }
    }

    /// Keeps an answer. Without a key it is one statement, sent once; while another write of the learner is at work, it waits its turn on a
    /// connection of its own.
    func review(_ word: WordID, inSession session: SessionID, correct: Bool, by learner: Learner, _ key: IdempotentRequest?) async throws -> RecordedReview {
        if key == nil {
            let rows = try await quickReview(Self.reviewStatement(word, session, correct, learner, waits: false))
            if try !rows[0].decode(0, as: Bool.self) { return try Self.recorded(rows, word, session, correct) }
        }
        return try await write(for: learner, key) { transaction in
            try Self.recorded(try await transaction.query(Self.reviewStatement(word, session, correct, learner, waits: true)), word, session, correct)
        }
    }

    private func quickReview(_ statement: SQL) async throws -> PostgresRows {
        do throws(PostgresError) {
            return try await pool.query(statement)
        } catch {
            throw PortalProblem(error) ?? error
        }
    }

    private static func reviewStatement(_ word: WordID, _ session: SessionID, _ correct: Bool, _ learner: Learner, waits: Bool) -> SQL {
        """
        SELECT is_busy, session_known, word_known, reviewed_at
        FROM review_word(\(learner), \(session), \(word), \(correct), \(waits))
        """
    }

    private static func recorded(_ rows: PostgresRows, _ word: WordID, _ session: SessionID, _ correct: Bool) throws -> RecordedReview {
        let (_, isSession, isWord, reviewedAt) = try rows[0].decode(Bool.self, Bool.self, Bool.self, Moment?.self)
        guard isSession else { throw PortalProblem.noSuchSession(session) }
        guard isWord else { throw PortalProblem.noSuchWord(word) }
        guard let reviewedAt else { throw PortalProblem.wordNotInSessionsGroup(word, session) }
        return RecordedReview(wordID: word.rawValue, studySessionID: session.rawValue, correct: correct, createdAt: reviewedAt)
    }

    private static func activity(_ row: PostgresRow) throws(PostgresError) -> StudyActivity {
        StudyActivity(
            id: try row.decode(0), name: try row.decode(1), thumbnailURL: try row.decode(2), description: try row.decode(3), type: try row.decode(4))
    }
}
