import Contracts
import Postgres

extension PortalStore {
    /// The learner's words in the order in which they came.
    func words(_ page: PageRequest, of learner: Learner) async throws -> WordPage {
        let rows = try await pool.query(
            """
            SELECT learner.word_count, item.* FROM learners AS learner
            LEFT JOIN LATERAL (
                SELECT id, japanese, romaji, english, correct_count, wrong_count FROM words
                WHERE user_id = \(learner) \(sql: Self.window(page, ofWords: learner))
            ) AS item ON true
            WHERE learner.user_id = \(learner)
            """, idempotent: true)
        return try Self.page(rows, page, Self.wordItem) ?? Self.emptyPage(page)
    }

    /// One word, or nil when it is not the learner's.
    func word(_ id: WordID, of learner: Learner) async throws -> WordDetail? {
        try await pool.query(Self.wordStatement(id, learner), idempotent: true).first.map(Self.wordDetail)
    }

    /// Adds a word that is in no group yet.
    func createWord(_ word: VocabularyWord, for learner: Learner, _ key: IdempotentRequest?) async throws -> WordDetail {
        try await write(for: learner, key) { transaction in
            let rows = try await transaction.query(
                """
                INSERT INTO words (user_id, japanese, romaji, english, type, formality)
                VALUES (
                    \(learner), normalize(\(word.japanese)::text, NFC), normalize(\(word.romaji)::text, NFC), normalize(\(word.english)::text, NFC),
                    normalize(\(word.parts.type)::text, NFC), normalize(\(word.parts.formality)::text, NFC))
                ON CONFLICT (user_id, japanese, romaji) DO NOTHING RETURNING id
                """)
            guard let id = try rows.first?.decode(0, as: Int.self) else { throw PortalProblem.wordExists }
            return try Self.wordDetail(try await transaction.query(Self.wordStatement(WordID(rawValue: id), learner))[0])
        }
    }

    /// Changes what is given.
    func changeWord(_ id: WordID, _ change: WordChange, of learner: Learner) async throws -> WordDetail {
        try await write(for: learner) { transaction in
            guard try await Self.isFree(change, beside: id, learner, transaction) else { throw PortalProblem.wordExists }
            try await transaction.execute(
                """
                UPDATE words SET japanese = coalesce(normalize(\(change.japanese)::text, NFC), japanese),
                    romaji = coalesce(normalize(\(change.romaji)::text, NFC), romaji), english = coalesce(normalize(\(change.english)::text, NFC), english),
                    type = coalesce(normalize(\(change.parts?.type)::text, NFC), type),
                    formality = coalesce(normalize(\(change.parts?.formality)::text, NFC), formality)
                WHERE user_id = \(learner) AND id = \(id)
                """)
            guard let row = try await transaction.query(Self.wordStatement(id, learner)).first else { throw PortalProblem.noSuchWord(id) }
            return try Self.wordDetail(row)
        }
    }

    /// Deletes a word from the learner's words and groups. Reviews stay as history; false when there is no such word.
    func deleteWord(_ id: WordID, of learner: Learner) async throws -> Bool {
        try await write(for: learner) { transaction in
            try await transaction.query("DELETE FROM words WHERE user_id = \(learner) AND id = \(id)").affectedRows == 1
        }
    }

    /// Whether no other word of the learner is written and read as this one will be.
    private static func isFree(_ change: WordChange, beside id: WordID, _ learner: Learner, _ transaction: PostgresTransaction) async throws -> Bool {
        let rows = try await transaction.query(
            """
            SELECT FROM words AS changed JOIN words AS other ON other.user_id = changed.user_id AND other.id <> changed.id
                AND other.japanese = coalesce(normalize(\(change.japanese)::text, NFC), changed.japanese)
                AND other.romaji = coalesce(normalize(\(change.romaji)::text, NFC), changed.romaji)
            WHERE changed.user_id = \(learner) AND changed.id = \(id)
            """)
        return rows.isEmpty
    }
}

extension PortalStore {
    private static func wordStatement(_ id: WordID, _ learner: Learner) -> SQL {
        """
        SELECT id, japanese, romaji, english, type, formality, correct_count, wrong_count,
            ARRAY(SELECT member.group_id FROM word_groups AS member WHERE member.user_id = \(learner) AND member.word_id = \(id) ORDER BY member.group_id),
            ARRAY(
                SELECT named.name FROM word_groups AS member JOIN groups AS named ON named.user_id = member.user_id AND named.id = member.group_id
                WHERE member.user_id = \(learner) AND member.word_id = \(id) ORDER BY member.group_id
            )
        FROM words WHERE user_id = \(learner) AND id = \(id)
        """
    }

    private static func wordDetail(_ row: PostgresRow) throws(PostgresError) -> WordDetail {
        let (id, japanese, romaji, english) = try row.decode(Int.self, String.self, String.self, String.self)
        let parts = WordParts(type: try row.decode(4), formality: try row.decode(5))
        let stats = WordStats(correctCount: try row.decode(6), wrongCount: try row.decode(7))
        let names = zip(try row.decode(8, as: [Int].self), try row.decode(9, as: [String].self))
        return WordDetail(
            id: id, japanese: japanese, romaji: romaji, english: english, parts: parts, stats: stats, groups: names.map { GroupName(id: $0, name: $1) })
    }

    /// A word behind the list's total.
    static func wordItem(_ row: PostgresRow) throws(PostgresError) -> WordItem {
        WordItem(
            id: try row.decode(1), japanese: try row.decode(2), romaji: try row.decode(3), english: try row.decode(4),
            correctCount: try row.decode(5), wrongCount: try row.decode(6))
    }
}
