import JSON
import Platform
import Postgres
import SignIn
import TestKit
import Testing

@testable import LearnerData

@Suite(.timeLimit(.minutes(5))) struct DeletionTests {
    private let learner = RightsFixture.learner, other = RightsFixture.other

    private func begin(_ fixture: RightsFixture, session id: String, of subject: String) async throws {
        let now = fixture.clock.now()
        try await fixture.registry.begin(
            SessionEntry(
                id: id, subject: subject, beganAt: now, seenAt: now, endsAt: now + .seconds(3_600), device: "Firefox on Linux", sealedRefreshToken: ""))
    }

    @Test func `everything of the learner goes, sessions first and the account last, and nothing of another's`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 35)
            fixture.shelf.fill(other, 35)
            try await begin(fixture, session: "a", of: learner)
            try await begin(fixture, session: "b", of: other)
            let rights = fixture.task()
            try await rights.askForExport(of: learner)
            try await rights.askForExport(of: other)
            try await rights.runner.runDue()
            try #expect(await rights.deletion(of: learner) == .none)
            try await rights.askForDeletion(of: learner)
            try #expect(await rights.deletion(of: learner) == .asked(at: fixture.clock.now()))
            try #expect(await rights.exportContent(of: learner) == nil)
            try await rights.runner.runDue()
            #expect(fixture.shelf.items.withLock { $0[learner] } == [])
            #expect(fixture.shelf.items.withLock { $0[other]?.count } == 35)
            try #expect(await fixture.registry.list(of: learner, at: fixture.clock.now()).isEmpty)
            try #expect(await fixture.registry.isOpen("b", of: other))
            #expect(fixture.account.history.withLock { $0 } == ["signed out \(learner)", "deleted \(learner)"])
            try #expect(await fixture.count("select count(*) from learner_data_jobs where subject = \(learner) and kind = 'export'") == 0)
            _ = try await fixture.copy(of: other, rights)
        }
    }

    @Test func `sign-out comes before anything is deleted`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 5)
            try await begin(fixture, session: "a", of: learner)
            let gate = Gate(), rights = fixture.task()
            fixture.drawer.gate.withLock { $0 = gate }
            try await rights.askForDeletion(of: learner)
            async let running: Void = rights.runner.runDue()
            await gate.arrival()
            #expect(fixture.account.history.withLock { $0 } == ["signed out \(learner)"])
            try #expect(await !fixture.registry.isOpen("a", of: learner))
            #expect(fixture.shelf.items.withLock { $0[learner]?.count } == 5)
            gate.open()
            try await running
        }
    }

    @Test func `what was written with a token that outlived the account goes too, then whose it was is forgotten`() async throws {
        try await RightsFixture.with { fixture in
            let rights = fixture.task()
            try await rights.askForDeletion(of: learner)
            try await rights.runner.runDue()
            fixture.shelf.fill(learner, 15)
            try await begin(fixture, session: "late", of: learner)
            fixture.clock.advance(by: fixture.policy.tokenLifetime - .seconds(1))
            try await rights.runner.runDue()
            try #expect(await rights.deletion(of: learner) == .working)
            #expect(!fixture.events.contains("deletion-done"))
            fixture.clock.advance(by: .seconds(1))
            try await rights.runner.runDue()
            #expect(fixture.shelf.items.withLock { $0[learner] } == [])
            try #expect(await !fixture.registry.isOpen("late", of: learner))
            try #expect(await rights.deletion(of: learner) == .none)
            try #expect(await fixture.count("select count(*) from learner_data_jobs as job where job::text like '%' || \(learner)::text || '%'") == 0)
            try #expect(await fixture.count("select count(*) from learner_data_jobs where state = 'done' and person ~ '^[0-9a-f]{16}$' and ended_at > 0") == 1)
            #expect(fixture.events == ["deletion-asked", "deletion-done"])
            #expect(!fixture.log.lines.contains { $0.contains(learner) })
        }
    }

    @Test func `a deletion that was killed midway goes on elsewhere`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 95)
            fixture.drawer.fill(learner, 15)
            let (first, second) = (fixture.task(), fixture.task())
            try await first.askForDeletion(of: learner)
            let gate = Gate()
            fixture.shelf.gate.withLock { $0 = gate }
            async let slow: Void = first.runner.runDue()
            await gate.arrival()
            fixture.clock.advance(by: fixture.policy.lease)
            try await second.runner.runDue()
            #expect(fixture.shelf.items.withLock { $0[learner] } == [])
            #expect(fixture.account.history.withLock { $0 } == ["signed out \(learner)", "deleted \(learner)"])
            gate.open()
            try await slow
            #expect(fixture.account.history.withLock { $0.count } == 2)
            try #expect(await second.deletion(of: learner) == .working)
        }
    }

    @Test func `asked twice it is one; given up, it can be asked for again and ends`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 25)
            fixture.shelf.failures.withLock { $0 = 12 }
            let rights = fixture.task()
            for _ in 0..<2 { try await rights.askForDeletion(of: learner) }
            for _ in 0..<12 {
                try await rights.runner.runDue()
                fixture.clock.advance(by: .seconds(900))
            }
            try #expect(await rights.deletion(of: learner) == .failed)
            // The account is there still, so that its owner can come back.
            #expect(fixture.account.history.withLock { $0 } == ["signed out \(learner)"])
            try await rights.askForDeletion(of: learner)
            try await rights.runner.runDue()
            #expect(fixture.shelf.items.withLock { $0[learner] } == [])
            #expect(fixture.events == ["deletion-asked", "deletion-failed", "deletion-asked"])
        }
    }

    @Test func `who is leaving gets no copy, and one that is being made stops`() async throws {
        try await RightsFixture.with { fixture in
            fixture.shelf.fill(learner, 35)
            let (first, second) = (fixture.task(), fixture.task())
            try await first.askForExport(of: learner)
            let gate = Gate()
            fixture.drawer.gate.withLock { $0 = gate }
            async let copying: Void = first.runner.runDue()
            await gate.arrival()
            try await second.askForDeletion(of: learner)
            try await second.runner.runDue()
            gate.open()
            try await copying
            try #expect(await first.exportContent(of: learner) == nil)
            try #expect(await fixture.count("select count(*) from learner_export_pieces") == 0)
            await #expect(throws: LearnerDataError.isLeaving) { try await second.askForExport(of: learner) }
        }
    }

    @Test func `what is begun before the deletion is asked for is waited for, what comes later is refused`() async throws {
        try await RightsFixture.with { fixture in
            let (pool, learner) = (fixture.database.pool, learner)
            let rights = fixture.task()
            let gate = Gate()
            try await pool.execute("create table things (owner text)")
            async let beginning: Void = pool.transaction { transaction in
                _ = try await transaction.query("select refuse_leaving_learner(\(learner)::text)")
                try await transaction.execute("insert into things values (\(learner))")
                await gate.pass()
            }
            await gate.arrival()
            let isAsked = Lock(false)
            async let seen = {
                try await rights.askForDeletion(of: learner)
                isAsked.withLock { $0 = true }
                // Whatever was begun is there for the deletion to see.
                return try await fixture.count("select count(*) from things")
            }()
            try await eventually { try await !fixture.isNobodyWaiting || isAsked.withLock { $0 } }
            #expect(isAsked.withLock { !$0 })
            gate.open()
            try await beginning
            try #expect(await seen == 1)
            let refusal = await #expect(throws: PostgresError.self) { _ = try await pool.query("select refuse_leaving_learner(\(learner)::text)") }
            #expect(refusal?.constraint == "learner_is_leaving")
        }
    }
}

extension RightsFixture {
    /// True while no transaction waits for a learner's lock.
    fileprivate var isNobodyWaiting: Bool {
        get async throws {
            try await count(
                """
                select count(*) from pg_locks where locktype = 'advisory' and not granted
                    and database = (select oid from pg_database where datname = current_database())
                """) == 0
        }
    }
}
