import Encoding
import Postgres
import TestKit
import Testing

@testable import lang_portal_api

@Suite struct StudyTests {
    @Test(arguments: PostgresFixture.Road.allCases)
    func `a session counts its answers and ends with the last one`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (group, words, session) = try await fixture.store.beginStudy(words: 3, group: "Food", for: fixture.learner)
            let fresh = try #require(await fixture.store.session(session, of: fixture.learner))
            #expect(fresh.endTime == fresh.startTime && fresh.reviewItemsCount == 0 && fresh.activityType == "ja_to_en")
            _ = try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, nil)
            let last = try await fixture.store.review(words[0], inSession: session, correct: false, by: fixture.learner, nil)
            let studied = try #require(await fixture.store.session(session, of: fixture.learner))
            #expect(studied.endTime == last.createdAt && studied.reviewItemsCount == 2)
            let reviewed = try #require(await fixture.store.words(PageRequest(), inSession: session, of: fixture.learner)).items
            #expect(reviewed.map { [$0.id, $0.correctCount, $0.wrongCount] } == [[words[0].rawValue, 1, 1]])
            let dashboard = try #require(await fixture.store.lastStudySession(of: fixture.learner))
            #expect(dashboard.groupID == group.rawValue && dashboard.correctCount == 1 && dashboard.wrongCount == 1)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `the next words are those of the group that were not reviewed`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 4, for: fixture.learner)
            _ = try await fixture.store.review(words[1], inSession: session, correct: true, by: fixture.learner, nil)
            try #expect(await fixture.next(10, session) == [words[0], words[2], words[3]])
            try #expect(await fixture.next(2, session) == [words[0], words[2]])
            for word in words { _ = try await fixture.store.review(word, inSession: session, correct: true, by: fixture.learner, nil) }
            try #expect(await fixture.next(10, session) == [])
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `sessions come newest first, by learner, by group and by activity`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let food = try await fixture.store.createGroup("Food", for: fixture.learner)
            let work = try await fixture.store.createGroup("Work", for: fixture.learner)
            let first = try await fixture.store.startSession(food, activity: 1, for: fixture.learner).rawValue
            let second = try await fixture.store.startSession(work, activity: 2, for: fixture.learner).rawValue
            let third = try await fixture.store.startSession(food, activity: 2, for: fixture.learner).rawValue
            let learner = fixture.learner
            try #expect(await fixture.store.sessions(PageRequest(), of: learner).items.map(\.id) == [third, second, first])
            try #expect(await fixture.store.sessions(PageRequest(), withGroup: food, of: learner)?.items.map(\.id) == [third, first])
            let quiz = try #require(await fixture.store.sessions(PageRequest(number: 1, size: 1), withActivity: ActivityID(rawValue: 2), of: learner))
            #expect(quiz.items.map(\.id) == [third] && quiz.pagination.totalItems == 2)
            try #expect(await fixture.store.quickStats(of: learner, in: .utc).totalActiveGroups == 2)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a renamed group renames its sessions, a deleted one leaves them`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (group, words, session) = try await fixture.store.beginStudy(words: 1, group: "Food", for: fixture.learner)
            _ = try await fixture.store.renameGroup(group, to: "Drinks", of: fixture.learner)
            try #expect(await fixture.store.session(session, of: fixture.learner)?.groupName == "Drinks")
            _ = try await fixture.store.deleteGroup(group, of: fixture.learner)
            try #expect(await fixture.store.session(session, of: fixture.learner)?.groupName == "Drinks")
            try #expect(await fixture.store.lastStudySession(of: fixture.learner)?.groupID == nil)
            try #expect(await fixture.next(10, session) == [])
            try #expect(await fixture.store.word(words[0], of: fixture.learner) != nil)
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a group's name is the learner's once`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let food = try await fixture.store.createGroup("Food", for: fixture.learner)
            _ = try await fixture.store.createGroup("Work", for: fixture.learner)
            await #expect(throws: PortalProblem.groupExists) { try await fixture.store.createGroup("Food", for: fixture.learner) }
            await #expect(throws: PortalProblem.groupExists) { try await fixture.store.renameGroup(food, to: "Work", of: fixture.learner) }
            try #expect(await fixture.store.renameGroup(food, to: "Food", of: fixture.learner).name == "Food")
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a word outside the session's group is not reviewed, unless the group is gone`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (store, learner) = (fixture.store, fixture.learner)
            let (group, _, session) = try await store.beginStudy(words: 1, for: learner)
            let stray = try await store.createWord("stray", for: learner)
            for key in [nil, IdempotentRequest(key: "k", asking: "review")] {
                await #expect(throws: PortalProblem.wordNotInSessionsGroup(stray, session)) {
                    try await store.review(stray, inSession: session, correct: true, by: learner, key)
                }
            }
            try #expect(await fixture.count("SELECT count(*) FROM word_reviews") == 0)
            _ = try await store.deleteGroup(group, of: learner)
            _ = try await store.review(stray, inSession: session, correct: true, by: learner, nil)
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a clock that steps back does not reorder reviews`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 1, for: fixture.learner)
            let first = try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, nil)
            try await fixture.turnClockBackAnHour()
            let second = try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, nil)
            let hour: Int64 = 3_600_000_000
            #expect(second.createdAt.timestamp.microsecondsSinceEpoch == first.createdAt.timestamp.microsecondsSinceEpoch + hour)
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a session begins when it is made, not when its transaction began`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let group = try await fixture.store.createGroup("g", for: fixture.learner)
            let isLater = try await fixture.database.pool.transaction { transaction in
                _ = try await transaction.query("SELECT pg_sleep(0.01)")
                return try await transaction.query(
                    """
                    INSERT INTO study_sessions (user_id, group_id, group_name, study_activity_id, activity_name)
                    VALUES (\(fixture.learner), \(group), 'g', 1, 'a') RETURNING created_at >= now() + interval '10 milliseconds'
                    """)[0].decode(0, as: Bool.self)
            }
            #expect(isLater)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a review waits its turn behind another write of the learner`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 1, for: fixture.learner)
            let review = try await fixture.store.write(for: fixture.learner) { transaction in
                _ = try await transaction.query("SELECT 1")
                // Begins while the learner's row is locked; it can end only after this transaction has.
                let review = Task { try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, nil) }
                _ = try await transaction.query("SELECT pg_sleep(0.1)")
                let kept = try await transaction.query("SELECT FROM word_reviews")
                #expect(kept.isEmpty)
                return review
            }
            _ = try await review.value
            try #expect(await fixture.store.session(session, of: fixture.learner)?.reviewItemsCount == 1)
        }
    }
}

extension PortalFixture {
    /// Moves all that was reviewed an hour ahead, as if the clock had been wrong then.
    fileprivate func turnClockBackAnHour() async throws {
        _ = try await query("UPDATE learners SET last_review_at = last_review_at + interval '1 hour'")
        _ = try await query("UPDATE study_sessions SET last_review_at = last_review_at + interval '1 hour'")
        _ = try await query("UPDATE word_reviews SET created_at = created_at + interval '1 hour'")
        _ = try await query("UPDATE study_stretches SET started_at = started_at + interval '1 hour', last_at = last_at + interval '1 hour'")
    }

    fileprivate func next(_ limit: Int, _ session: SessionID) async throws -> [WordID] {
        try await store.nextWords(limit, inSession: session, of: learner)?.items.map { WordID(rawValue: $0.id) } ?? []
    }
}
