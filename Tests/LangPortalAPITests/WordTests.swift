import Contracts
import Postgres
import TestKit
import Testing

@testable import lang_portal_api

@Suite struct WordTests {
    @Test(arguments: PostgresFixture.Road.allCases)
    func `a word is made, shown, changed and deleted`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let id = try await fixture.store.createWord("猫", "neko", for: fixture.learner)
            let group = try await fixture.store.createGroup("Animals", for: fixture.learner)
            try await fixture.store.putWord(id, intoGroup: group, of: fixture.learner)
            let changed = try await fixture.store.changeWord(id, WordChange(english: "a cat"), of: fixture.learner)
            #expect(changed.english == "a cat" && changed.japanese == "猫" && changed.groups == [GroupName(id: group.rawValue, name: "Animals")])
            try #expect(await fixture.store.word(id, of: fixture.learner) == changed)
            try #expect(await fixture.store.deleteWord(id, of: fixture.learner))
            try #expect(await fixture.store.word(id, of: fixture.learner) == nil)
            try #expect(await !fixture.store.deleteWord(id, of: fixture.learner))
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `two words may not be written and read alike`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            _ = try await fixture.store.createWord("角", "kado", for: fixture.learner)
            let second = try await fixture.store.createWord("角", "tsuno", for: fixture.learner)
            await #expect(throws: PortalProblem.wordExists) { try await fixture.store.createWord("角", "kado", for: fixture.learner) }
            await #expect(throws: PortalProblem.wordExists) {
                try await fixture.store.changeWord(second, WordChange(romaji: "kado"), of: fixture.learner)
            }
            try #expect(await fixture.store.word(second, of: fixture.learner)?.romaji == "tsuno")
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `pages of words lie next to each other without gaps, whatever is reviewed meanwhile`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 25, for: fixture.learner)
            var seen: [Int] = []
            for number in 1...4 {
                let page = try await fixture.store.words(PageRequest(number: number, size: 7), of: fixture.learner)
                #expect(page.pagination == Pagination(currentPage: number, totalPages: 4, totalItems: 25, itemsPerPage: 7))
                seen += page.items.map(\.id)
                // A changed row moves in the table, but not in the list.
                for word in words.prefix(number * 5) {
                    _ = try await fixture.store.review(word, inSession: session, correct: true, by: fixture.learner, nil)
                }
            }
            #expect(seen == words.map(\.rawValue))
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `pages far behind the first continue the list, too`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (group, _, _) = try await fixture.store.beginStudy(words: 1, for: fixture.learner)
            _ = try await fixture.query(
                """
                INSERT INTO words (user_id, japanese, romaji, english, type, formality)
                SELECT \(fixture.learner), 'x' || n, 'x', 'x', 'noun', 'neutral' FROM generate_series(1, 1249) AS n
                """)
            _ = try await fixture.query(
                """
                INSERT INTO study_sessions (user_id, group_id, group_name, study_activity_id, activity_name)
                SELECT \(fixture.learner), \(group), 'g', 1, 'a' FROM generate_series(1, 1249)
                """)
            var words: [Int] = [], sessions: [Int] = []
            for number in 1...14 {
                words += try await fixture.store.words(PageRequest(number: number, size: 100), of: fixture.learner).items.map(\.id)
                sessions += try await fixture.store.sessions(PageRequest(number: number, size: 100), of: fixture.learner).items.map(\.id)
            }
            #expect(words.count == 1_250 && words == Set(words).sorted())
            #expect(sessions.count == 1_250 && sessions == Set(sessions).sorted(by: >))
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `pages of the lists of a group, a session and an activity continue each other`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (group, session) = try await fixture.furnishLongLists()
            let (store, learner, activity) = (fixture.store, fixture.learner, ActivityID(rawValue: 1))
            var groupWords: [Int] = [], sessionWords: [Int] = [], groupSessions: [Int] = [], activitySessions: [Int] = []
            for number in 1...4 {
                let page = PageRequest(number: number, size: 400)
                groupWords += try #require(await store.words(page, inGroup: group, of: learner)).items.map(\.id)
                sessionWords += try #require(await store.words(page, inSession: session, of: learner)).items.map(\.id)
                groupSessions += try #require(await store.sessions(page, withGroup: group, of: learner)).items.map(\.id)
                activitySessions += try #require(await store.sessions(page, withActivity: activity, of: learner)).items.map(\.id)
            }
            #expect(groupWords.count == 1_250 && groupWords == Set(groupWords).sorted() && sessionWords == groupWords)
            #expect(groupSessions.count == 1_251 && groupSessions == Set(groupSessions).sorted(by: >) && activitySessions == groupSessions)
            let behind = try #require(await store.words(PageRequest(number: 9, size: 400), inGroup: group, of: learner))
            #expect(behind.items.isEmpty && behind.pagination.totalItems == 1_250)
            try #expect(await store.words(PageRequest(), inGroup: group, of: fixture.other) == nil)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a page behind the end is empty and still knows the total`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            _ = try await fixture.store.createWord("猫", for: fixture.learner)
            let page = try await fixture.store.words(PageRequest(number: 9, size: 100), of: fixture.learner)
            #expect(page == WordPage(items: [], pagination: Pagination(currentPage: 9, totalPages: 1, totalItems: 1, itemsPerPage: 100)))
            let nobody = try await fixture.store.words(PageRequest(), of: fixture.other)
            #expect(nobody == WordPage(items: [], pagination: Pagination(currentPage: 1, totalPages: 0, totalItems: 0, itemsPerPage: 100)))
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a deleted word leaves history but no counts`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 2, for: fixture.learner)
            for word in words { _ = try await fixture.store.review(word, inSession: session, correct: true, by: fixture.learner, nil) }
            _ = try await fixture.store.deleteWord(words[0], of: fixture.learner)
            try #expect(await fixture.store.session(session, of: fixture.learner)?.reviewItemsCount == 2)
            try #expect(await fixture.store.words(PageRequest(), inSession: session, of: fixture.learner)?.items.map(\.id) == [words[1].rawValue])
            try #expect(await fixture.store.studyProgress(of: fixture.learner) == StudyProgress(totalWordsStudied: 1, totalAvailableWords: 1))
            // No review is rewritten, however many there are.
            try #expect(await fixture.count("SELECT count(*) FROM word_reviews WHERE word_id = \(words[0])") == 1)
            try await Recount.expectEqual(fixture)
        }
    }
}

extension PortalFixture {
    /// A group of 1,250 words among as many others, 1,250 sessions with it among as many others, and one more in which all its words were reviewed.
    fileprivate func furnishLongLists() async throws -> (GroupID, SessionID) {
        let group = try await store.createGroup("Long", for: learner)
        let other = try await store.createGroup("Other", for: learner)
        _ = try await query(
            """
            INSERT INTO words (user_id, japanese, romaji, english, type, formality)
            SELECT \(learner), 'x' || n, 'x', 'x', 'noun', 'neutral' FROM generate_series(1, 2500) AS n
            """)
        _ = try await query("INSERT INTO word_groups (user_id, group_id, word_id) SELECT \(learner), \(group), id FROM words WHERE id % 2 = 0")
        _ = try await query(
            """
            INSERT INTO study_sessions (user_id, group_id, group_name, study_activity_id, activity_name)
            SELECT \(learner), CASE n % 2 WHEN 0 THEN \(group) ELSE \(other) END, 'g', 1 + n % 2, 'a' FROM generate_series(1, 2500) AS n
            """)
        let session = try await store.startSession(group, for: learner)
        _ = try await query(
            """
            INSERT INTO word_reviews (user_id, session_id, word_id, correct) SELECT \(learner), \(session), word_id, true FROM word_groups
            """)
        return (group, session)
    }
}
