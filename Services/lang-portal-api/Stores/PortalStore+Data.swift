import Contracts
import JSON
import Postgres

extension PortalStore {
    /// Adds a group with words; what is there already stays as it is.
    func importGroup(_ group: VocabularyGroup, for learner: Learner, _ key: IdempotentRequest?) async throws -> ImportedGroup {
        let words = JSON.string(group.words)
        return try await write(for: learner, key) { transaction in
            let rows = try await transaction.query(
                """
                SELECT group_id, created, existing
                FROM import_group(\(learner), normalize(\(group.groupName)::text, NFC), normalize(\(words)::text, NFC)::jsonb)
                """)
            let (id, created, existing) = try rows[0].decode(Int.self, Int.self, Int.self)
            return ImportedGroup(groupID: id, created: created, existing: existing)
        }
    }

    /// Adds the starter vocabulary; what is there already stays as it is, so that twice is as good as once.
    ///
    /// - Returns: how many words were new, and how many were there.
    func loadStarterVocabulary(for learner: Learner) async throws -> (created: Int, existing: Int) {
        try await inTurn(of: learner) {
            let rows = try await pool.query(
                "SELECT created, existing FROM import_groups(\(learner), \(StarterVocabulary.json)::text::jsonb)", idempotent: true, slow: true)
            return try rows[0].decode(Int.self, Int.self)
        }
    }

    /// Forgets sessions, reviews and counts; words and groups stay.
    func resetStudyProgress(of learner: Learner) async throws {
        try await reset(learner, "SELECT reset_study_progress(\(learner))")
    }

    /// Forgets everything of the learner.
    func resetData(of learner: Learner) async throws {
        try await reset(learner, "SELECT reset_data(\(learner))")
    }

    /// A million reviews take longer than the role's `statement_timeout`, which holds for everything else. SET LOCAL ends with the
    /// transaction, so that a pooled connection is handed on as it was. Less than the deadline of a route.
    private func reset(_ learner: Learner, _ statement: SQL) async throws {
        try await inTurn(of: learner) {
            try await pool.transaction(timeout: .seconds(22)) { transaction in
                try await transaction.execute("SET LOCAL statement_timeout = '20s'")
                try await transaction.execute(statement)
            }
        }
    }
}
