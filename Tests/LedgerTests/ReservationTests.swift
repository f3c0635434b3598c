import LanguageModel
import Platform
import Postgres
import TestKit
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(5))) struct `The ledger in PostgreSQL` {
    /// Fifty calls at once against one limit.
    struct Rush: Sendable, CustomTestStringConvertible {
        let limit: UsageLimit
        let tokens: Int
        let cost: Int
        let granted: Int
        let limits: UsageLimits

        init(_ limit: UsageLimit, tokens: Int = 100, cost: Int = 1, granted: Int, _ change: (inout UsageLimits) -> Void) {
            (self.limit, self.tokens, self.cost, self.granted) = (limit, tokens, cost, granted)
            limits = Books.limits(change)
        }

        var testDescription: String { limit.rawValue }

        static let all = [
            Rush(.userRequestsPerMinute, granted: 10) { $0.userRequestsPerMinute = 10 },
            Rush(.userTokensPerHour, tokens: 300, granted: 33) { $0.userTokensPerHour = 10_000 },
            Rush(.requestsPerMinute, granted: 30) { $0.requestsPerMinute = 30 },
            Rush(.tokensPerMinute, tokens: 900, granted: 11) { $0.tokensPerMinute = 10_000 },
            Rush(.tokensPerHour, tokens: 800, granted: 12) { $0.tokensPerHour = 10_000 },
            Rush(.concurrentCalls, granted: 5) { $0.concurrentCalls = 5 },
            Rush(.tokensPerDay, tokens: 700, granted: 14) { $0.tokensPerDay = 10_000 },
            Rush(.costPerMonth, cost: 9, granted: 11) { $0.microUSDPerMonth = 100 },
        ]
    }

    @Test(arguments: [PostgresFixture.Road.direct, .pooled], Rush.all)
    func `lets exactly as many pass as a limit allows, when fifty ask at once`(road: PostgresFixture.Road, rush: Rush) async throws {
        try await Books.with(road) { fixture in
            let other = fixture.anotherPool()
            let ledgers = [fixture.pool, other].map { PostgresUsageLedger($0, timeout: .seconds(60)) }
            let decisions = try await withThrowingTaskGroup(of: UsageDecision.self) { group in
                for caller in 0..<50 {
                    let request = Books.request("kaede", tokens: rush.tokens, cost: rush.cost, within: rush.limits)
                    group.addTask { try await ledgers[caller % 2].reserve(request) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(decisions.filter { $0.reservation != nil }.count == rush.granted)
            #expect(decisions.allSatisfy { $0.obstacle == nil || $0.obstacle == rush.limit })
            await other.close()
        }
    }

    @Test(arguments: [PostgresFixture.Road.direct, .pooled])
    func `lets those who reserve and those who settle pass each other`(road: PostgresFixture.Road) async throws {
        try await Books.with(road) { fixture in
            let ledger = PostgresUsageLedger(fixture.pool, timeout: .seconds(60))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for caller in 0..<50 {
                    group.addTask {
                        for _ in 0..<20 {
                            let request = Books.request("user \(caller)", tokens: 3)
                            let reservation = try #require(try await ledger.reserve(request).reservation)
                            try await ledger.settle(reservation, UsedTokens(input: 1, output: 1, costMicroUSD: 1), by: request.caller)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let row = try await fixture.pool.query(
                """
                select (select sum(tokens) from model_calls), (select sum(tokens) from model_minutes), max(tokens), max(micro_usd),
                    (select deadlocks from pg_stat_database where datname = current_database())
                from model_spend where length(period) = 7
                """
            ).exactlyOne()
            let sums = try (0..<5).map { try row.decode($0, as: Int.self) }
            #expect(sums == [2_000, 2_000, 2_000, 1_000, 0])
        }
    }

    @Test func `counts what was used in place of what was reserved, once`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands),
                limits = Books.limits { ($0.tokensPerHour, $0.tokensPerDay, $0.concurrentCalls) = (1_000, 1_000, 1) }
            let reservation = try #require(try await ledger.reserve(Books.request(tokens: 1_000, within: limits)).reservation)
            #expect(try await ledger.reserve(Books.request(tokens: 1, within: limits)).reservation == nil)
            let caller = ModelCaller(user: "kaede")
            try await ledger.settle(reservation, UsedTokens(input: 100, output: 100, costMicroUSD: 7), by: caller)
            try await ledger.settle(reservation, .none, by: caller)
            #expect(try await ledger.reserve(Books.request(tokens: 801, within: limits)).obstacle == .tokensPerDay)
            #expect(try await ledger.reserve(Books.request(tokens: 800, within: limits)).reservation != nil)
        }
    }

    @Test func `does not let a user settle what another has reserved`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands), limits = Books.limits { $0.concurrentCalls = 1 }
            let reservation = try #require(try await ledger.reserve(Books.request(within: limits)).reservation)
            try await ledger.settle(reservation, .none, by: ModelCaller(user: "momiji"))
            #expect(try await ledger.reserve(Books.request(within: limits)).obstacle == .concurrentCalls)
            try await ledger.settle(reservation, .none, by: ModelCaller(user: "kaede"))
            #expect(try await ledger.reserve(Books.request(within: limits)).reservation != nil)
        }
    }

    @Test func `frees the permit of a task that was killed, when its lease is over; what it reserved counts`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), limits = Books.limits { ($0.concurrentCalls, $0.tokensPerHour) = (1, 250) }
            let killed = Books.ledger(fixture, hands)
            let decision = try await killed.reserve(Books.request(lease: .seconds(40), within: limits))
            #expect(decision.reservation != nil)
            // Another task, after a restart.
            let ledger = Books.ledger(fixture, hands)
            #expect(try await ledger.reserve(Books.request(within: limits)).obstacle == .concurrentCalls)
            hands.advance(41)
            #expect(try await ledger.reserve(Books.request(within: limits)).reservation != nil)
            hands.advance(61)
            #expect(try await ledger.reserve(Books.request(within: limits)).obstacle == .tokensPerHour)
        }
    }

    @Test func `tells of a budget again to whoever has not heard the answer`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands), request = Books.request(within: Books.limits { $0.tokensPerDay = 100 })
            for _ in 0..<2 {
                let reservation = try #require(try await ledger.reserve(request).reservation)
                #expect(reservation.alerts == [.tokensPerDay])
            }
        }
    }

    @Test(arguments: [
        (UsageLimit.tokensPerDay, Books.limits { $0.tokensPerDay = 99 }), (.costPerMonth, Books.limits { $0.microUSDPerMonth = 999 }),
        (.tokensPerHour, Books.limits { $0.tokensPerHour = 99 }), (.tokensPerMinute, Books.limits { $0.tokensPerMinute = 99 }),
        (.userTokensPerHour, Books.limits { $0.userTokensPerHour = 99 }),
    ]) func `refuses the first call too when it alone is more than a limit`(limit: UsageLimit, limits: UsageLimits) async throws {
        try await Books.with { fixture in
            let decision = try await PostgresUsageLedger(fixture.pool).reserve(Books.request(within: limits))
            #expect(decision.obstacle == limit)
        }
    }

    @Test func `tells of a budget once, when the part is reached at which somebody wants to know`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands)
            let limits = Books.limits { ($0.tokensPerDay, $0.microUSDPerMonth) = (1_000, 10_000) }
            var alerts: [[UsageLimit]] = []
            for _ in 0..<10 { alerts.append(try await ledger.reserve(Books.request(within: limits)).reservation?.alerts ?? []) }
            #expect(alerts == [[], [], [], [], [], [], [.costPerMonth], [.tokensPerDay], [], []])
            let refused = try await ledger.reserve(Books.request(within: limits))
            #expect(refused.obstacle == .costPerMonth)
            // The month ends in four and a half days.
            let wait = try #require(refused.wait)
            #expect(abs(wait / .seconds(3_600) - 108) < 0.01)
        }
    }

    @Test func `begins a new budget with the day of UTC`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands), limits = Books.limits { $0.tokensPerDay = 100 }
            #expect(try await ledger.reserve(Books.request(within: limits)).reservation != nil)
            let refused = try await ledger.reserve(Books.request(within: limits))
            let wait = try #require(refused.wait)
            #expect(refused.obstacle == .tokensPerDay && abs(wait / .seconds(3_600) - 12) < 0.01)
            hands.advance(12 * 3_600)
            #expect(try await ledger.reserve(Books.request(within: limits)).reservation != nil)
        }
    }

    @Test func `refuses a call that no wait would make smaller`() async throws {
        try await Books.with { fixture in
            let ledger = PostgresUsageLedger(fixture.pool)
            let decision = try await ledger.reserve(Books.request(tokens: 4_001))
            #expect(decision == .refused(.tokensPerRequest, retryAfter: .zero))
        }
    }

    @Test func `asks again, and reserves once, when its connection is lost`() async throws {
        try await Books.with { fixture in
            let ledger = PostgresUsageLedger(fixture.pool, timeout: .seconds(60)), other = fixture.anotherPool()
            let waiting = try await other.transaction { transaction in
                try await transaction.execute("select pg_advisory_xact_lock(hashtextextended('model_calls', 0))")
                let waiting = Task { try await ledger.reserve(Books.request()) }
                // It waits for its turn, when the server takes its connection away.
                try await eventually {
                    try await !transaction.query(
                        """
                        select pg_terminate_backend(pid) from pg_locks
                        where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())
                        """
                    ).isEmpty
                }
                return waiting
            }
            let decision = try await waiting.value
            #expect(decision.reservation != nil)
            #expect(try await fixture.pool.query("select count(*) from model_calls").exactlyOne().decode(0, as: Int.self) == 1)
            await other.close()
        }
    }

    @Test func `says so when the database is away`() async throws {
        try await Books.with { fixture in
            let pool = fixture.anotherPool {
                $0.database = "nowhere"
            }
            let ledger = PostgresUsageLedger(pool, timeout: .milliseconds(500))
            await #expect(throws: PostgresError.self) { _ = try await ledger.reserve(Books.request()) }
            await pool.close()
        }
    }

    @Test func `sweeps what counts nowhere any more`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands)
            for _ in 0..<2 {
                _ = try await ledger.reserve(Books.request())
                _ = try await ledger.noteAttempt(by: ModelCaller(user: "user \(hands.seconds)"), policy: BlockPolicy())
                hands.advance(31 * 86_400)
            }
            hands.advance(-31 * 86_400)
            try await ledger.sweep()
            for table in ["model_calls", "model_minutes", "model_offenders"] as [StaticString] {
                let rows = try await fixture.pool.query("select count(*) from \(unescaped: table)").exactlyOne().decode(0, as: Int.self)
                #expect(rows == 1, "\(table)")
            }
            hands.advance(500 * 86_400)
            try await ledger.sweep()
            let sums = try await fixture.pool.query("select count(*) from model_spend").exactlyOne().decode(0, as: Int.self)
            #expect(sums == 0)
        }
    }
}
