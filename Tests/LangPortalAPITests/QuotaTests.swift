import Contracts
import Postgres
import TestKit
import Testing

@testable import lang_portal_api

@Suite struct QuotaTests {
    @Test(arguments: PostgresFixture.Road.allCases)
    func `a learner who has as much as fits is told so, and nothing is added`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (store, learner) = (fixture.store, fixture.learner)
            let (group, words, session) = try await store.beginStudy(words: 1, for: learner)
            let spare = try await store.createWord("spare", for: learner)
            try await fixture.fill()
            await #expect(throws: PortalProblem.quotaReached(.words)) { try await store.createWord("one more", for: learner) }
            await #expect(throws: PortalProblem.quotaReached(.groups)) { try await store.createGroup("one more", for: learner) }
            await #expect(throws: PortalProblem.quotaReached(.sessions)) { try await store.startSession(group, for: learner) }
            await #expect(throws: PortalProblem.quotaReached(.groupWords)) { try await store.putWord(spare, intoGroup: group, of: learner) }
            await #expect(throws: PortalProblem.quotaReached(.reviews)) {
                try await store.review(words[0], inSession: session, correct: true, by: learner, nil)
            }
            await #expect(throws: PortalProblem.quotaReached(.reviews)) {
                try await store.review(words[0], inSession: session, correct: true, by: learner, IdempotentRequest(key: "k", asking: "x"))
            }
            let starter = await #expect(throws: PortalProblem.self) { try await store.loadStarterVocabulary(for: learner) }
            #expect(starter == .quotaReached(.groups))
            try #expect(await fixture.count("SELECT count(*) FROM words") == 2)
            try #expect(await fixture.count("SELECT count(*) FROM word_reviews") == 0)
            _ = try await store.createWord("theirs", for: fixture.other)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `idempotency keys of a day are bounded, old ones make room`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            _ = try await fixture.store.createGroup("A", for: fixture.learner)
            _ = try await fixture.query(
                """
                INSERT INTO idempotency_keys (user_id, key, request_hash, answer)
                SELECT \(fixture.learner), 'k' || n, '', '' FROM generate_series(1, \(Quota.idempotencyKeys.limit)) AS n
                """)
            let request = IdempotentRequest(key: "new", asking: "B")
            await #expect(throws: PortalProblem.quotaReached(.idempotencyKeys)) {
                try await fixture.store.createGroup(named: "B", for: fixture.learner, request)
            }
            _ = try await fixture.query("UPDATE idempotency_keys SET created_at = now() - interval '25 hours' WHERE key = 'k1'")
            _ = try await fixture.store.createGroup(named: "B", for: fixture.learner, request)
            try #expect(await fixture.count("SELECT count(*) FROM idempotency_keys") == Quota.idempotencyKeys.limit)
        }
    }
}

extension PortalFixture {
    /// Sets the learner's counters to their bounds: as many rows would take minutes.
    fileprivate func fill() async throws {
        _ = try await query(
            """
            UPDATE learners SET word_count = \(Quota.words.limit), group_count = \(Quota.groups.limit), session_count = \(Quota.sessions.limit),
                correct_count = \(Quota.reviews.limit - 5), wrong_count = 5
            WHERE user_id = \(learner)
            """)
        _ = try await query("UPDATE groups SET word_count = \(Quota.groupWords.limit) WHERE user_id = \(learner)")
    }
}
