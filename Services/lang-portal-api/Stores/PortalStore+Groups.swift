import Contracts
import Postgres

extension PortalStore {
    /// The learner's groups in the order in which they came.
    func groups(_ page: PageRequest, of learner: Learner) async throws -> GroupPage {
        let rows = try await pool.query(
            """
            SELECT learner.group_count, item.* FROM learners AS learner
            LEFT JOIN LATERAL (
                SELECT id, name, word_count FROM groups WHERE user_id = \(learner) ORDER BY id LIMIT \(page.size) OFFSET \(page.offset)
            ) AS item ON true
            WHERE learner.user_id = \(learner)
            """, idempotent: true)
        return try Self.page(rows, page) { row throws(PostgresError) in
            GroupItem(id: try row.decode(1), name: try row.decode(2), wordCount: try row.decode(3))
        } ?? Self.emptyPage(page)
    }

    /// One group, or nil when it is not the learner's.
    func group(_ id: GroupID, of learner: Learner) async throws -> GroupDetail? {
        try await pool.query("SELECT id, name, word_count FROM groups WHERE user_id = \(learner) AND id = \(id)", idempotent: true).first.map(Self.groupDetail)
    }

    /// The words of a group, or nil when there is no such group.
    func words(_ page: PageRequest, inGroup id: GroupID, of learner: Learner) async throws -> WordPage? {
        let rows = try await pool.query(
            """
            SELECT total, id, japanese, romaji, english, correct_count, wrong_count
            FROM words_of_group(\(learner), \(id), \(page.size), \(page.offset))
            """, idempotent: true)
        return try Self.page(rows, page, Self.wordItem)
    }

    /// Adds an empty group.
    func createGroup(named name: String, for learner: Learner, _ key: IdempotentRequest?) async throws -> GroupDetail {
        try await write(for: learner, key) { transaction in
            let rows = try await transaction.query(
                """
                INSERT INTO groups (user_id, name) VALUES (\(learner), normalize(\(name)::text, NFC))
                ON CONFLICT (user_id, name) DO NOTHING RETURNING id, name, word_count
                """)
            guard let row = rows.first else { throw PortalProblem.groupExists }
            return try Self.groupDetail(row)
        }
    }

    /// Gives a group another name; its sessions bear it too.
    func renameGroup(_ id: GroupID, to name: String, of learner: Learner) async throws -> GroupDetail {
        try await write(for: learner) { transaction in
            let others = try await transaction.query(
                "SELECT FROM groups WHERE user_id = \(learner) AND name = normalize(\(name)::text, NFC) AND id <> \(id)")
            let rows =
                try await others.isEmpty
                ? transaction.query(
                    "UPDATE groups SET name = normalize(\(name)::text, NFC) WHERE user_id = \(learner) AND id = \(id) RETURNING id, name, word_count")
                : transaction.query("SELECT id, name, word_count FROM groups WHERE user_id = \(learner) AND id = \(id)")
            guard let row = rows.first else { throw PortalProblem.noSuchGroup(id) }
            guard others.isEmpty else { throw PortalProblem.groupExists }
            return try Self.groupDetail(row)
        }
    }

    /// Deletes a group. Its words and its sessions stay; false when there is no such group.
    func deleteGroup(_ id: GroupID, of learner: Learner) async throws -> Bool {
        try await write(for: learner) { transaction in
            try await transaction.query("DELETE FROM groups WHERE user_id = \(learner) AND id = \(id)").affectedRows == 1
        }
    }

    /// Puts a word into a group; one that is there already stays.
    func putWord(_ word: WordID, intoGroup group: GroupID, of learner: Learner) async throws {
        try await write(for: learner) { transaction in
            try await Self.demand(group, word, of: learner, transaction)
            try await transaction.execute(
                "INSERT INTO word_groups (user_id, group_id, word_id) VALUES (\(learner), \(group), \(word)) ON CONFLICT DO NOTHING")
        }
    }

    /// Takes a word out of a group; the word stays.
    func removeWord(_ word: WordID, fromGroup group: GroupID, of learner: Learner) async throws {
        try await write(for: learner) { transaction in
            try await Self.demand(group, word, of: learner, transaction)
            let rows = try await transaction.query("DELETE FROM word_groups WHERE user_id = \(learner) AND group_id = \(group) AND word_id = \(word)")
            if rows.affectedRows == 0 { throw PortalProblem.wordNotInGroup(word, group) }
        }
    }

    private static func demand(_ group: GroupID, _ word: WordID, of learner: Learner, _ transaction: PostgresTransaction) async throws {
        let rows = try await transaction.query(
            """
            SELECT EXISTS (SELECT FROM groups WHERE user_id = \(learner) AND id = \(group)), EXISTS (SELECT FROM words WHERE user_id = \(learner) AND id = \(word))
            """)
        let (isGroup, isWord) = try rows[0].decode(Bool.self, Bool.self)
        if !isGroup { throw PortalProblem.noSuchGroup(group) }
        if !isWord { throw PortalProblem.noSuchWord(word) }
    }

    private static func groupDetail(_ row: PostgresRow) throws(PostgresError) -> GroupDetail {
        let (id, name, words) = try row.decode(Int.self, String.self, Int.self)
        return GroupDetail(id: id, name: name, stats: GroupStats(totalWordCount: words))
    }
}
