import Contracts
import JSON
import Postgres

extension PortalStore {
    /// Adds a group with words; what is there already stays as it is.
    func importGroup(_ group: VocabularyGroup, for learner: Learner, _ key: IdempotentRequest?) async throws -> ImportedGroup {
        let words = JSON.string(group.words)
        return try await write(for: learner, key) { transaction in
            let rows = try await transaction.query(
                "SELECT group_id, created, existing FROM import_group(\(learner), \(group.groupName), \(words)::text::jsonb)")
            let (id, created, existing) = try rows[0].decode(Int.self, Int.self, Int.self)
            return ImportedGroup(groupID: id, created: created, existing: existing)
        }
    }

    /// Adds the starter vocabulary; what is there already stays as it is, so that twice is as good as once.
    ///
    /// - Returns: how many words were new, and how many were there.
    func loadStarterVocabulary(for learner: Learner) async throws -> (created: Int, existing: Int) {
        let rows = try await pool.query(
            "SELECT created, existing FROM import_groups(\(learner), \(StarterVocabulary.json)::text::jsonb)", idempotent: true, slow: true)
        return try rows[0].decode(Int.self, Int.self)
    }

    /// A million reviews take four seconds.
    private static let resetTimeout = Duration.seconds(20)

    /// Forgets sessions, reviews and counts; words and groups stay.
    func resetStudyProgress(of learner: Learner) async throws {
        _ = try await pool.query("SELECT reset_study_progress(\(learner))", idempotent: true, slow: true, timeout: Self.resetTimeout)
    }

    /// Forgets everything of the learner.
    func resetData(of learner: Learner) async throws {
        _ = try await pool.query("SELECT reset_data(\(learner))", idempotent: true, slow: true, timeout: Self.resetTimeout)
    }
}
