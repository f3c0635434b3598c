import Platform
import Postgres
import Reactor
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `Statements that share a connection` {
    @Test(arguments: PostgresFixture.Road.allCases) func `are answered each with its own rows`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let pool = fixture.poolOnOneLoop()
            try await withThrowingTaskGroup(of: (Int, Int).self) { group in
                for number in 0..<500 { group.addTask { (number, try await pool.query("select \(number)")[0].decode(0)) } }
                for try await (asked, answered) in group { #expect(asked == answered) }
            }
            #expect(pool.statistics.connections == 1 && pool.statistics.inFlight == 0 && pool.statistics.waiting == 0)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `run in the order in which they were given`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let pool = fixture.poolOnOneLoop()
            try await pool.execute("create table log (place bigserial, n bigint)")
            let callers = await OneLoop.start(200) { try await pool.execute("insert into log (n) values (\($0))") }
            for caller in callers { #expect(try await caller.value == 1) }
            let order = try await pool.query("select array_agg(n order by place) from log")[0].decode(0, as: [Int].self)
            #expect(order == Array(0..<200))
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `are not harmed by one that fails between them`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let pool = fixture.poolOnOneLoop()
            try await pool.execute("create table log (n bigint)")
            let callers = await OneLoop.start(70) { try await pool.execute("insert into log values (1 / (\($0) % 7) * 0 + \($0))") }
            for (number, caller) in callers.enumerated() {
                let result = await caller.result
                if number % 7 == 0 {
                    #expect(throws: PostgresError.self) { try result.get() }
                    #expect((result.failure as? PostgresError)?.serverError?.state == SQLState("22012"))
                } else {
                    #expect(try result.get() == 1)
                }
            }
            #expect(try await pool.query("select count(*) from log")[0].decode(0, as: Int.self) == 60)
            #expect(pool.statistics.connections == 1)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `that share a Sync are not harmed by each other`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let pool = fixture.poolOnOneLoop()
            try await pool.warmUp()
            try await pool.execute("create table marks (number int primary key)")
            // More than a group holds; every fifth divides by zero, and each of the others writes: what a failure undoes must be done again.
            let callers = await OneLoop.start(40) { number in
                try await pool.query(
                    "insert into marks select \(number) / (case when \(number) % 5 = 0 then 0 else 1 end) on conflict do nothing returning \(number)",
                    idempotent: true)
            }
            for (number, caller) in callers.enumerated() {
                let error = await databaseError { _ = try await caller.value }
                #expect(error?.serverError?.state.code == (number % 5 == 0 ? "22012" : nil))
                if error == nil { #expect(try await caller.value.exactlyOne().decode(0, as: Int.self) == number) }
            }
            #expect(try await pool.query("select count(*) from marks")[0].decode(0, as: Int.self) == 32)
            #expect(pool.statistics.retried == 0 && pool.statistics.inFlight == 0)
        }
    }

    @Test func `that meet a conflict in each other's company are tried alone before their callers hear of it`() async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.poolOnOneLoop()
            try await pool.warmUp()
            try await pool.execute("create sequence tries")
            // A sequence remembers what a transaction that failed has done.
            try await pool.execute(
                """
                create function succeeds_from(number bigint) returns bigint language plpgsql as $$
                begin
                    if nextval('tries') < number then raise exception 'as if' using errcode = 'serialization_failure'; end if;
                    return number;
                end $$
                """)
            for (number, isAnswered) in [(2, true), (100, false)] {
                let callers = await OneLoop.start(5) { place in
                    try await pool.query(place == 2 ? "select succeeds_from(\(number))" : "select 7::bigint", idempotent: true)
                }
                for (place, caller) in callers.enumerated() {
                    let error = await databaseError { _ = try await caller.value }
                    #expect((error == nil) == (place != 2 || isAnswered))
                    #expect(error == nil || error?.isTransactionConflict == true)
                }
            }
            #expect(try await pool.query("select last_value from tries")[0].decode(0, as: Int.self) == 4, "each was tried twice")
        }
    }

    @Test func `are at most the pipeline's depth in flight; the others wait, and too many are refused at once`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop {
                $0.pipelineDepth = 4
                $0.waitingLimit = 3
            }
            try await pool.execute("select 1")
            try await observer.holding { release in
                let callers = await OneLoop.start(7) { _ in try await pool.execute(.waitForLock()) }
                try await eventually { pool.statistics.inFlight == 4 && pool.statistics.waiting == 3 }
                await #expect(throws: PostgresError.poolExhausted) { try await pool.query("select 1") }
                try await observer.untilBlocked()
                try await release()
                for caller in callers { #expect(try await caller.value == 1) }
            }
            #expect(pool.statistics.connections == 1 && pool.statistics.inFlight == 0 && pool.statistics.waiting == 0)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `may be large both ways at once`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let pool = fixture.poolOnOneLoop()
            let callers = (0..<16).map { number in
                let text = String(repeating: "\(number % 10)", count: 700_000 + number)
                return Task { try await pool.query("select \(text)::text")[0].decode(0, as: String.self) == text }
            }
            for caller in callers {
                let isSame = try await caller.value
                #expect(isSame)
            }
        }
    }

    @Test func `may use two connections on a loop when one fills up`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop {
                $0.pipelinedPerLoop = 2
                $0.pipelineDepth = 8
            }
            try await observer.holding { release in
                let blocked = await OneLoop.start(8) { _ in try await pool.execute(.waitForLock()) }
                #expect(try await pool.query("select 5")[0].decode(0, as: Int.self) == 5, "the other connection answers meanwhile")
                #expect(pool.statistics.connections == 2)
                try await release()
                for caller in blocked { _ = try await caller.value }
            }
        }
    }

    @Test func `are lost with a COPY, which has no place there, and the pool goes on`() async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.poolOnOneLoop()
            await #expect(throws: PostgresError.self) { try await pool.query("copy (select 1) to stdout") }
            let answer = try await pool.query("select 5", idempotent: true)[0].decode(0, as: Int.self)
            #expect(answer == 5)
        }
    }
}

extension Result {
    fileprivate var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
