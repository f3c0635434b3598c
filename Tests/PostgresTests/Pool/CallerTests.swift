import Postgres
import Reactor
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A caller of a pool` {
    @Test(arguments: PostgresFixture.Road.allCases) func `may be off the loops`(road: PostgresFixture.Road) async throws {
        #expect(EventLoop.current == nil)
        let pool = try SharedPool.get(road)
        #expect(try await pool.query("select 5")[0].decode(0, as: Int.self) == 5)
        #expect(EventLoop.current == nil, "it comes back to where it was")
        let loop = try await pool.transaction { transaction in
            try await transaction.execute("select 1")
            return EventLoop.current
        }
        #expect(PostgresFixture.group.loops.contains { $0 === loop }, "the body runs where its connection is")
    }

    @Test(arguments: [0, 1]) func `on a loop stays there`(index: Int) async throws {
        let loop = PostgresFixture.group.loops[index]
        let pool = try SharedPool.get()
        try await onLoop(loop) {
            for _ in 0..<3 {
                #expect(try await pool.query("select 5")[0].decode(0, as: Int.self) == 5)
                #expect(loop.isCurrent)
                try await pool.transaction { transaction in
                    #expect(loop.isCurrent)
                    try await transaction.execute("select 1")
                    #expect(loop.isCurrent)
                }
                #expect(loop.isCurrent)
            }
        }
    }

    @Test func `on a loop of another group is served too`() async throws {
        let pool = try SharedPool.get()
        try await onLoop(OneLoop.loop) {
            let answer = try await pool.query("select 5")[0].decode(0, as: Int.self)
            #expect(answer == 5)
            #expect(OneLoop.loop.isCurrent)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `may be one of many, on all loops`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            try await fixture.pool.execute("create table tally (n bigint not null)")
            try await fixture.pool.execute("insert into tally values (0)")
            try await withThrowingTaskGroup { group in
                for caller in 0..<60 {
                    group.addTask {
                        let loop = PostgresFixture.group.loops[caller % 2]
                        for _ in 0..<5 {
                            _ = try await onLoop(loop) { try await fixture.pool.execute("update tally set n = n + 1") }
                            try await fixture.pool.inTransaction("update tally set n = n + 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await fixture.pool.query("select n from tally")[0].decode(0, as: Int.self) == 600)
            let figures = fixture.pool.statistics
            #expect(figures.leased == 0 && figures.inFlight == 0 && figures.waiting == 0 && figures.connections <= 16)
        }
    }
}
