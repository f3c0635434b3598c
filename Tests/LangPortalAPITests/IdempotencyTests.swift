import Contracts
import Postgres
import TestKit
import Testing

@testable import lang_portal_api

@Suite struct IdempotencyTests {
    @Test(arguments: PostgresFixture.Road.allCases)
    func `a review sent again under its key is answered again and counted once`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 1, for: fixture.learner)
            let key = IdempotentRequest(key: "k1", fingerprint: "review true")
            let first = try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, key)
            let second = try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, key)
            #expect(first == second)
            try #expect(await fixture.count("SELECT count(*) FROM word_reviews") == 1)
            try await Recount.expectEqual(fixture)
        }
    }

    @Test func `a key used for another request is refused`() async throws {
        try await PortalFixture.with { fixture in
            _ = try await fixture.store.createGroup(named: "A", for: fixture.learner, IdempotentRequest(key: "k", fingerprint: "A"))
            await #expect(throws: PortalProblem.keyUsedForAnotherRequest) {
                try await fixture.store.createGroup(named: "B", for: fixture.learner, IdempotentRequest(key: "k", fingerprint: "B"))
            }
            try #expect(await fixture.count("SELECT count(*) FROM groups") == 1)
        }
    }

    @Test func `keys of two learners do not meet`() async throws {
        try await PortalFixture.with { fixture in
            let key = IdempotentRequest(key: "k", fingerprint: "A")
            let mine = try await fixture.store.createGroup(named: "A", for: fixture.learner, key)
            let theirs = try await fixture.store.createGroup(named: "A", for: fixture.other, key)
            #expect(mine.id != theirs.id)
        }
    }

    @Test func `a failed request leaves its key free`() async throws {
        try await PortalFixture.with { fixture in
            let existing = try await fixture.store.createGroup("A", for: fixture.learner)
            let key = IdempotentRequest(key: "k", fingerprint: "A")
            await #expect(throws: PortalProblem.groupExists) { try await fixture.store.createGroup(named: "A", for: fixture.learner, key) }
            _ = try await fixture.store.deleteGroup(existing, of: fixture.learner)
            try #expect(await fixture.store.createGroup(named: "A", for: fixture.learner, key).name == "A")
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `while a request is at work its key is in use`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let request = IdempotentRequest(key: "k", fingerprint: "A")
            _ = try await fixture.store.write(for: fixture.learner, request) { transaction in
                await #expect(throws: PortalProblem.keyInUse) {
                    try await fixture.store.createGroup(named: "A", for: fixture.learner, request)
                }
                _ = try await transaction.query("INSERT INTO groups (user_id, name) VALUES (\(fixture.learner), 'A')")
                return GroupNaming(name: "A")
            }
            try #expect(await fixture.count("SELECT count(*) FROM groups") == 1)
        }
    }

    @Test func `twenty simultaneous requests under one key do their work once`() async throws {
        try await PortalFixture.with { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 1, for: fixture.learner)
            let key = IdempotentRequest(key: "k", fingerprint: "review")
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for _ in 1...20 {
                    tasks.addTask {
                        do {
                            _ = try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, key)
                        } catch PortalProblem.keyInUse {}
                    }
                }
                try await tasks.waitForAll()
            }
            try #expect(await fixture.count("SELECT count(*) FROM word_reviews") == 1)
        }
    }

    @Test func `after 24 hours a key is forgotten`() async throws {
        try await PortalFixture.with { fixture in
            let key = IdempotentRequest(key: "k", fingerprint: "A")
            let group = try await fixture.store.createGroup(named: "A", for: fixture.learner, key)
            _ = try await fixture.query("UPDATE idempotency_keys SET created_at = created_at - interval '24 hours 1 second'")
            _ = try await fixture.store.deleteGroup(GroupID(rawValue: group.id), of: fixture.learner)
            let again = try await fixture.store.createGroup(named: "A", for: fixture.learner, key)
            #expect(again.id != group.id)
        }
    }
}
