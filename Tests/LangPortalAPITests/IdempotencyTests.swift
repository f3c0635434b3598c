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
            let key = IdempotentRequest(key: "k1", asking: "review true")
            let first = try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, key)
            let second = try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, key)
            #expect(first == second)
            try #expect(await fixture.count("SELECT count(*) FROM word_reviews") == 1)
            try await Recount.expectEqual(fixture)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a key used for another request is refused`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            _ = try await fixture.store.createGroup(named: "A", for: fixture.learner, IdempotentRequest(key: "k", asking: "A"))
            await #expect(throws: PortalProblem.keyUsedForAnotherRequest) {
                try await fixture.store.createGroup(named: "B", for: fixture.learner, IdempotentRequest(key: "k", asking: "B"))
            }
            try #expect(await fixture.count("SELECT count(*) FROM groups") == 1)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `keys of two learners do not meet`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let key = IdempotentRequest(key: "k", asking: "A")
            let mine = try await fixture.store.createGroup(named: "A", for: fixture.learner, key)
            let theirs = try await fixture.store.createGroup(named: "A", for: fixture.other, key)
            #expect(mine.id != theirs.id)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a failed request leaves its key free`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let existing = try await fixture.store.createGroup("A", for: fixture.learner)
            let key = IdempotentRequest(key: "k", asking: "A")
            await #expect(throws: PortalProblem.groupExists) { try await fixture.store.createGroup(named: "A", for: fixture.learner, key) }
            _ = try await fixture.store.deleteGroup(existing, of: fixture.learner)
            try #expect(await fixture.store.createGroup(named: "A", for: fixture.learner, key).name == "A")
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `while a request is at work its key is in use`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let request = IdempotentRequest(key: "k", asking: "A")
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

    @Test(arguments: PostgresFixture.Road.allCases)
    func `twenty simultaneous requests under one key do their work once`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 1, for: fixture.learner)
            let key = IdempotentRequest(key: "k", asking: "review")
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

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a write that waits for the learner's row has locked no key, so that a reset cannot meet it in a deadlock`(
        road: PostgresFixture.Road
    ) async throws {
        try await PortalFixture.with(road) { fixture in
            _ = try await fixture.store.createGroup(named: "A", for: fixture.learner, IdempotentRequest(key: "old", asking: "A"))
            _ = try await fixture.query("UPDATE idempotency_keys SET created_at = created_at - interval '25 hours'")
            let write = try await fixture.database.pool.transaction { transaction in
                _ = try await transaction.query("SELECT lock_learner(\(fixture.learner))")
                let write = Task { try await fixture.store.createGroup(named: "B", for: fixture.learner, IdempotentRequest(key: "new", asking: "B")) }
                let waits: SQL = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
                try await eventually { try await fixture.count(waits) > 0 }
                let free = try await transaction.query("SELECT FROM idempotency_keys WHERE key = 'old' FOR UPDATE SKIP LOCKED")
                #expect(free.count == 1)
                return write
            }
            _ = try await write.value
            try #expect(await fixture.count("SELECT count(*) FROM idempotency_keys WHERE key = 'old'") == 0)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `after 24 hours a key is forgotten`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let key = IdempotentRequest(key: "k", asking: "A")
            let group = try await fixture.store.createGroup(named: "A", for: fixture.learner, key)
            _ = try await fixture.query("UPDATE idempotency_keys SET created_at = created_at - interval '24 hours 1 second'")
            _ = try await fixture.store.deleteGroup(GroupID(rawValue: group.id), of: fixture.learner)
            let again = try await fixture.store.createGroup(named: "A", for: fixture.learner, key)
            #expect(again.id != group.id)
        }
    }
}
