import Contracts
import JSON
import Postgres
import TestKit
import Testing

@testable import lang_portal_api

@Suite struct ImportTests {
    private static func group(_ name: String, _ words: [(String, String)]) -> VocabularyGroup {
        VocabularyGroup(
            groupName: name,
            words: words.map { VocabularyWord(japanese: $0.0, romaji: $0.1, english: "e", parts: WordParts(type: "noun", formality: "neutral")) })
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `an import makes a group and its words in their order, and again nothing`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let group = Self.group("Animals", [("猫", "neko"), ("犬", "inu"), ("鳥", "tori")])
            let first = try await fixture.store.importGroup(group, for: fixture.learner, nil)
            #expect((first.created, first.existing) == (3, 0))
            let second = try await fixture.store.importGroup(group, for: fixture.learner, nil)
            #expect(second == ImportedGroup(groupID: first.groupID, created: 0, existing: 3))
            let words = try #require(await fixture.store.words(PageRequest(), inGroup: GroupID(rawValue: first.groupID), of: fixture.learner))
            #expect(words.items.map(\.japanese) == ["猫", "犬", "鳥"])
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `words of two groups are one word, and one listed twice counts once`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            _ = try await fixture.store.importGroup(Self.group("A", [("猫", "neko"), ("犬", "inu")]), for: fixture.learner, nil)
            let second = try await fixture.store.importGroup(Self.group("B", [("猫", "neko"), ("鳥", "tori"), ("鳥", "tori")]), for: fixture.learner, nil)
            #expect((second.created, second.existing) == (1, 1))
            try #expect(await fixture.store.words(PageRequest(), of: fixture.learner).pagination.totalItems == 3)
            try #expect(await fixture.store.group(GroupID(rawValue: second.groupID), of: fixture.learner)?.stats.totalWordCount == 2)
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `homographs with two readings are two words`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let answer = try await fixture.store.importGroup(Self.group("角", [("角", "kado"), ("角", "tsuno")]), for: fixture.learner, nil)
            #expect((answer.created, answer.existing) == (2, 0))
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `simultaneous imports of one group make it once`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let group = Self.group("A", (1...30).map { ("w\($0)", "r\($0)") })
            let created = try await withThrowingTaskGroup(of: Int.self) { tasks in
                for _ in 1...6 { tasks.addTask { try await fixture.store.importGroup(group, for: fixture.learner, nil).created } }
                return try await tasks.reduce(0, +)
            }
            #expect(created == 30)
            try #expect(await fixture.store.groups(PageRequest(), of: fixture.learner).pagination.totalItems == 1)
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `the starter vocabulary is there once, however often it is loaded`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let seed = try [VocabularyGroup].decode(json: Array(StarterVocabulary.json.utf8))
            let words = seed.reduce(0) { $0 + $1.words.count }
            try #expect(await fixture.store.loadStarterVocabulary(for: fixture.learner) == (words, 0))
            try #expect(await fixture.store.loadStarterVocabulary(for: fixture.learner) == (0, words))
            let groups = try await fixture.store.groups(PageRequest(), of: fixture.learner)
            #expect(groups.items.map(\.name) == seed.map(\.groupName))
            #expect(groups.items.map(\.wordCount) == seed.map(\.words.count))
            try #expect(await fixture.store.studyProgress(of: fixture.learner).totalAvailableWords == words)
            try #expect(await fixture.store.studyProgress(of: fixture.other).totalAvailableWords == 0)
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a vocabulary that is there already uses up no ids`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            _ = try await fixture.store.loadStarterVocabulary(for: fixture.learner)
            let before = try await fixture.lastIDs()
            _ = try await fixture.store.loadStarterVocabulary(for: fixture.learner)
            try #expect(await fixture.lastIDs() == before)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a reset may take longer than other statements of the role`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 1, for: fixture.learner)
            _ = try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, nil)
            try await fixture.delayResets()
            let hasty = fixture.database.anotherPool()
            await #expect(throws: PostgresError.self) { try await hasty.query("SELECT pg_sleep(2.5)", slow: true) }
            let store = PortalStore(pool: hasty)
            try await store.resetData(of: fixture.learner)
            try #expect(await store.words(PageRequest(), of: fixture.learner).items.isEmpty)
            // The connection is handed on with the limit it had.
            await #expect(throws: PostgresError.self) { try await hasty.query("SELECT pg_sleep(2.5)", slow: true) }
            await hasty.close()
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `resets forget what they say and nothing of others`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            for learner in [fixture.learner, fixture.other] {
                let (_, words, session) = try await fixture.store.beginStudy(words: 3, for: learner)
                for word in words { _ = try await fixture.store.review(word, inSession: session, correct: true, by: learner, nil) }
            }
            try await fixture.store.resetStudyProgress(of: fixture.learner)
            try await Recount.expectEqual(fixture)
            try #expect(await fixture.store.words(PageRequest(), of: fixture.learner).items.map(\.correctCount) == [0, 0, 0])
            try #expect(await fixture.store.lastStudySession(of: fixture.learner) == nil)
            try await fixture.store.resetData(of: fixture.learner)
            try await Recount.expectEqual(fixture)
            try #expect(await fixture.store.words(PageRequest(), of: fixture.learner).pagination.totalItems == 0)
            try #expect(await fixture.store.groups(PageRequest(), of: fixture.learner).items.isEmpty)
            try #expect(await fixture.store.words(PageRequest(), of: fixture.other).items.map(\.correctCount) == [1, 1, 1])
        }
    }
}

extension PortalFixture {
    fileprivate func lastIDs() async throws -> [Int] {
        let row = try await query(
            """
            SELECT (SELECT last_value FROM pg_sequences WHERE sequencename = 'words_id_seq'), (SELECT last_value FROM pg_sequences WHERE sequencename = 'groups_id_seq')
            """)[0]
        return [try row.decode(0), try row.decode(1)]
    }

    /// Lets connections run statements for two seconds only, and deleting sessions take longer.
    fileprivate func delayResets() async throws {
        var configuration = try PostgresFixture.configuration(.direct)
        configuration.database = database.configuration.database
        let direct = PostgresPool(configuration, on: PostgresFixture.group, blocking: PostgresFixture.blocking)
        try await direct.transaction { transaction in
            _ = try await transaction.query("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET statement_timeout = %L', current_database(), '2s'); END $$")
            _ = try await transaction.query("CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(2.5); RETURN NULL; END $$")
            _ = try await transaction.query("CREATE TRIGGER dawdle AFTER DELETE ON study_sessions FOR EACH STATEMENT EXECUTE FUNCTION dawdle()")
        }
        // Settings of a database hold for new connections; a pooler keeps its old ones otherwise.
        _ = try await direct.query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
        await direct.close()
    }
}
