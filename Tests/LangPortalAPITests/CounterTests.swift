import Contracts
import Postgres
import TestKit
import Testing

@testable import lang_portal_api

@Suite struct CounterTests {
    @Test(arguments: PostgresFixture.Road.allCases)
    func `after random operations every counter equals a recount`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            var random = SeededRandom(seed: 20_260_208)
            for step in 1...400 {
                let learner = step % 5 == 0 ? fixture.other : fixture.learner
                try await RandomOperation(fixture.store, learner).run(&random)
                if step % 100 == 0 { try await Recount.expectEqual(fixture) }
            }
            try #expect(await fixture.count("SELECT count(*) FROM word_reviews") > 20)
            try #expect(await fixture.count("SELECT count(*) FROM word_reviews WHERE word_id NOT IN (SELECT id FROM words)") > 0)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `concurrent operations of two learners add up`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            _ = try await fixture.store.beginStudy(words: 12, group: "A", for: fixture.learner)
            _ = try await fixture.store.beginStudy(words: 12, group: "B", for: fixture.other)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for task in 1...8 {
                    tasks.addTask {
                        var random = SeededRandom(seed: UInt64(task))
                        let operation = RandomOperation(fixture.store, task % 4 == 0 ? fixture.other : fixture.learner)
                        for _ in 1...40 { try await operation.run(&random) }
                    }
                }
                try await tasks.waitForAll()
            }
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `two hundred concurrent reviews are two hundred reviews`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 5, for: fixture.learner)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for number in 0..<200 {
                    tasks.addTask {
                        _ = try await fixture.store.review(words[number % 5], inSession: session, correct: number % 4 != 0, by: fixture.learner, nil)
                    }
                }
                try await tasks.waitForAll()
            }
            try #expect(await fixture.store.session(session, of: fixture.learner)?.reviewItemsCount == 200)
            try #expect(await fixture.store.quickStats(of: fixture.learner, in: .utc).successRate == 75)
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a bulk load through SQL keeps the counters, too`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, _, session) = try await fixture.store.beginStudy(words: 10, for: fixture.learner)
            _ = try await fixture.query(
                """
                INSERT INTO word_reviews (user_id, session_id, word_id, correct, created_at)
                SELECT user_id, \(session), id, id % 3 = 0, now() - n * interval '7 hours' FROM words, generate_series(1, 50) AS n
                """)
            try await Recount.expectEqual(fixture)
            _ = try await fixture.query(
                """
                INSERT INTO word_reviews (user_id, session_id, word_id, correct, created_at)
                SELECT user_id, \(session), min(id), true, now() - interval '90 days' FROM words GROUP BY user_id
                """)
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `the recount notices a counter that is wrong`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 2, for: fixture.learner)
            _ = try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, nil)
            for (table, column) in Self.spoilt {
                _ = try await fixture.query("UPDATE \(unescaped: table) SET \(unescaped: column) = \(unescaped: column) + 1")
            }
            _ = try await fixture.query("UPDATE study_stretches SET last_at = last_at + interval '1 second'")
            for (name, sql) in Recount.checks { try #expect(await fixture.count(sql) > 0, "\(name)") }
        }
    }

    private static let spoilt: [(StaticString, StaticString)] = [
        ("learners", "word_count"), ("words", "wrong_count"), ("groups", "word_count"), ("study_sessions", "word_count"),
        ("session_words", "wrong_count"), ("learner_activities", "session_count"),
    ]
}

/// Something a learner may do next.
private struct RandomOperation: Sendable {
    let store: PortalStore
    let learner: Learner

    init(_ store: PortalStore, _ learner: Learner) {
        self.store = store
        self.learner = learner
    }

    /// Does it; what the portal refuses is refused.
    func run(_ random: inout SeededRandom) async throws {
        do {
            try await attempt(Int.random(in: 0..<100, using: &random), &random)
        } catch is PortalProblem {}
    }

    private func attempt(_ dice: Int, _ random: inout SeededRandom) async throws {
        let name = "n\(Int.random(in: 1...40, using: &random))"
        switch dice {
        case 0..<12: _ = try await store.createWord(name, for: learner)
        case 12..<18: _ = try await store.createGroup(name, for: learner)
        case 18..<30: try await store.putWord(word(&random), intoGroup: group(&random), of: learner)
        case 30..<34: try await store.removeWord(word(&random), fromGroup: group(&random), of: learner)
        case 34..<38: _ = try await store.deleteWord(word(&random), of: learner)
        case 38..<40: _ = try await store.deleteGroup(group(&random), of: learner)
        case 40..<43: _ = try await store.renameGroup(group(&random), to: name, of: learner)
        case 43..<52: _ = try await store.startSession(group(&random), activity: Int.random(in: 1...4, using: &random), for: learner)
        case 52..<56: _ = try await store.importGroup(imported(name, &random), for: learner, nil)
        case 56: try await store.resetStudyProgress(of: learner)
        default: try await review(&random)
        }
    }

    private func review(_ random: inout SeededRandom) async throws {
        let sessions = try await store.sessions(PageRequest(number: 1, size: 20), of: learner).items
        guard let session = sessions.randomElement(using: &random) else { return }
        let isCorrect = Bool.random(using: &random)
        let id = SessionID(rawValue: session.id)
        let next = try await store.nextWords(40, inSession: id, of: learner)?.items.randomElement(using: &random)
        // Now and then a word that may be reviewed already, or not be in the group.
        let word = if let next, Int.random(in: 0..<4, using: &random) > 0 { WordID(rawValue: next.id) } else { try await word(&random) }
        _ = try await store.review(word, inSession: id, correct: isCorrect, by: learner, nil)
    }

    private func imported(_ name: String, _ random: inout SeededRandom) -> VocabularyGroup {
        let words = (1...5).map { _ in
            VocabularyWord(
                japanese: "n\(Int.random(in: 1...40, using: &random))", romaji: "kana", english: "x", parts: WordParts(type: "noun", formality: "neutral"))
        }
        return VocabularyGroup(groupName: name, words: words)
    }

    private func word(_ random: inout SeededRandom) async throws -> WordID {
        let words = try await store.words(PageRequest(number: 1, size: 100), of: learner).items
        guard let word = words.randomElement(using: &random) else { throw PortalProblem.noSuchWord(WordID(rawValue: 0)) }
        return WordID(rawValue: word.id)
    }

    private func group(_ random: inout SeededRandom) async throws -> GroupID {
        let groups = try await store.groups(PageRequest(number: 1, size: 100), of: learner).items
        guard let group = groups.randomElement(using: &random) else { throw PortalProblem.noSuchGroup(GroupID(rawValue: 0)) }
        return GroupID(rawValue: group.id)
    }
}
