import Platform
import Postgres
import Reactor
import TestKit
import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(10))) struct `A lease` {
    /// One shared connection and one to lease.
    private static let oneLease: @Sendable (inout PostgresLimits) -> Void = { $0.maximumConnections = 2 }

    @Test(arguments: PostgresFixture.Road.allCases) func `is waited for no longer than its time-out`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let pool = fixture.poolOnOneLoop {
                Self.oneLease(&$0)
                $0.leaseTimeout = .milliseconds(100)
            }
            try await pool.warmUp()
            try await pool.transaction { transaction in
                try await transaction.execute("select 1")
                await #expect(throws: PostgresError.poolExhausted) { try await pool.inTransaction("select 1") }
                await #expect(throws: PostgresError.poolExhausted) { try await pool.query("select 1", slow: true) }
                #expect(try await pool.query("select 1").count == 1, "short statements need no lease")
                #expect(try await transaction.query("select 1").count == 1, "whoever holds it is not disturbed")
            }
            #expect(try await pool.query("select 1", slow: true).count == 1)
        }
    }

    @Test func `goes to whoever has waited longest`() async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.poolOnOneLoop(adjust: Self.oneLease)
            let order = Lock<[Int]>([])
            let waiters = try await pool.transaction { transaction in
                try await transaction.execute("select 1")
                let waiters = await Self.queue(20, pool, order)
                try await eventually { pool.statistics.waiting == 20 && pool.statistics.leased == 1 }
                return waiters
            }
            for waiter in waiters { try await waiter.value }
            #expect(order.withLock { $0 } == Array(0..<20))
        }
    }

    @Test func `is refused at once when too many wait`() async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.poolOnOneLoop {
                Self.oneLease(&$0)
                $0.waitingLimit = 3
                $0.leaseTimeout = .seconds(600)
            }
            let waiters = try await pool.transaction { transaction in
                try await transaction.execute("select 1")
                let waiters = await Self.queue(3, pool)
                await #expect(throws: PostgresError.poolExhausted) { try await pool.query("select 1", slow: true) }
                return waiters
            }
            for waiter in waiters { try await waiter.value }
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `is one of the pool's maximum, over all loops`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road, adjust: { $0.maximumConnections = 6 }) { fixture in
            let crowd = Crowd()
            try await withThrowingTaskGroup { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await fixture.pool.transaction { transaction in
                            try await transaction.execute("select 1")
                            // Nobody leaves before four were in together, so this also fails when fewer are let in.
                            try await crowd.enter(untilSeen: 4)
                            #expect(fixture.pool.statistics.connections <= 6)
                            crowd.leave()
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(crowd.most == 4, "two loops, of whose three connections each one is shared")
            #expect(fixture.pool.statistics.leased == 0)
        }
    }

    @Test(arguments: [(16, 1, 2, 1, 7), (16, 2, 2, 2, 6), (6, 1, 2, 1, 2), (2, 1, 1, 1, 1), (2, 2, 1, 1, 1), (1, 1, 4, 1, 1), (500, 2, 3, 2, 164)])
    func `share of a loop`(connections: Int, pipelined: Int, loops: Int, expectedPipelined: Int, expectedLeased: Int) {
        var limits = PostgresLimits()
        limits.maximumConnections = connections
        limits.pipelinedPerLoop = pipelined
        let share = PoolShare(limits: limits, loops: loops)
        #expect(share.pipelined == expectedPipelined && share.leased == expectedLeased)
    }

    private static func queue(_ count: Int, _ pool: PostgresPool, _ order: Lock<[Int]> = Lock([])) async -> [Task<Void, any Error>] {
        await OneLoop.start(count) { number in
            try await pool.transaction { transaction in
                order.withLock { $0.append(number) }
                try await transaction.execute("select 1")
            }
        }
    }
}

/// Counts who is in at the same time.
private final class Crowd: Sendable {
    private let state = Lock((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func enter(untilSeen count: Int) async throws {
        state.withLock { state in
            state.now += 1
            state.most = max(state.most, state.now)
        }
        try await eventually { most >= count }
    }

    func leave() { state.withLock { $0.now -= 1 } }
}
