import Postgres
import TestKit
import Testing

@testable import lang_portal_api

@Suite(.timeLimit(.minutes(2))) struct TurnTests {
    private let learner = Learner("11111111-1111-4111-8111-111111111111")!
    private let other = Learner("22222222-2222-4222-8222-222222222222")!

    @Test func `writes of a learner go one by one in their order, those of another beside them`() {
        var queue = TurnQueue()
        #expect((1...3).map { queue.arrive($0, for: learner, key: nil) } == [.atOnce, .waits, .waits])
        #expect(queue.arrive(4, for: other, key: nil) == .atOnce)
        #expect(queue.leave(learner, key: nil) == 2)
        #expect(queue.leave(learner, key: nil) == 3)
        #expect(queue.leave(learner, key: nil) == nil)
        #expect(queue.arrive(5, for: learner, key: nil) == .atOnce)
    }

    @Test func `a key that works or waits is in use until its write has gone`() {
        var queue = TurnQueue()
        #expect(queue.arrive(1, for: learner, key: "a") == .atOnce)
        #expect(queue.arrive(2, for: learner, key: "b") == .waits)
        #expect(queue.arrive(3, for: learner, key: "a") == .keyInUse && queue.arrive(4, for: learner, key: "b") == .keyInUse)
        #expect(queue.arrive(5, for: other, key: "a") == .atOnce)
        #expect(queue.giveUp(2, for: learner, key: "b") == true)
        #expect(queue.giveUp(2, for: learner, key: "b") == false)
        #expect(queue.arrive(6, for: learner, key: "b") == .waits)
        #expect(queue.leave(learner, key: "a") == 6)
        #expect(queue.arrive(7, for: learner, key: "a") == .waits)
    }

    @Test func `a line has an end`() {
        var queue = TurnQueue()
        let count = UInt64(TurnQueue.waitingLimit) + 1
        for id in 0..<count { #expect(queue.arrive(id, for: learner, key: nil) != .lineIsFull) }
        #expect(queue.arrive(count, for: learner, key: "k") == .lineIsFull)
        #expect(queue.arrive(count, for: other, key: nil) == .atOnce)
        #expect(queue.giveUp(7, for: learner, key: nil) == true)
        #expect(queue.arrive(count, for: learner, key: "k") == .waits)
    }

    @Test func `who waits too long for a turn is told that the learner is busy`() async throws {
        let turns = LearnerTurns(patience: .milliseconds(20))
        try await turns.take(for: learner) {
            await #expect(throws: PortalProblem.learnerIsBusy) { try await turns.take(for: learner) {} }
        }
        #expect(try await turns.take(for: learner) { 1 } == 1)
    }

    @Test func `who is cancelled while waiting leaves the line`() async throws {
        let turns = LearnerTurns(patience: .seconds(60))
        try await turns.take(for: learner) {
            let waiter = Task { try await turns.take(for: learner) {} }
            try await eventually { turns.waiting(for: learner) > 0 }
            waiter.cancel()
            await #expect(throws: CancellationError.self) { try await waiter.value }
            #expect(turns.waiting(for: learner) == 0)
        }
    }

    @Test func `a write that fails passes its turn on`() async throws {
        let turns = LearnerTurns()
        await #expect(throws: PortalProblem.groupExists) { try await turns.take(for: learner, key: "k") { throw PortalProblem.groupExists } }
        #expect(try await turns.take(for: learner, key: "k") { 1 } == 1)
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `forty waiting writes of one learner leave connections to the others`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road, adjust: { $0.maximumConnections = 8 }) { fixture in
            _ = try await fixture.store.createGroup("first", for: fixture.learner)
            let outside = fixture.database.anotherPool()
            let waiting = try await outside.transaction { transaction in
                _ = try await transaction.query("SELECT lock_learner(\(fixture.learner))")
                let waiting = (1...40).map { number in Task { try await fixture.store.createGroup("g\(number)", for: fixture.learner) } }
                try await eventually { fixture.store.turns.waiting(for: fixture.learner) >= 39 }
                for number in 1...4 { _ = try await fixture.store.createGroup("g\(number)", for: fixture.other) }
                return waiting
            }
            for task in waiting { _ = try await task.value }
            try #expect(await fixture.store.groups(PageRequest(), of: fixture.learner).pagination.totalItems == 41)
            await outside.close()
        }
    }
}
