import LanguageModel
import Platform
import Postgres
import TestKit
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(5))) struct `The windows of the ledger` {
    @Test func `slides its windows: a call fits as soon as the oldest one has left, and not before`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands), limits = Books.limits { $0.userRequestsPerMinute = 3 }
            for _ in 0..<3 {
                #expect(try await ledger.reserve(Books.request(within: limits)).reservation != nil)
                hands.advance(10)
            }
            let refused = try await ledger.reserve(Books.request(within: limits))
            #expect(refused.obstacle == .userRequestsPerMinute)
            let wait = try #require(refused.wait)
            #expect(wait > .seconds(29) && wait <= .seconds(30) + .milliseconds(1))
            #expect(try await ledger.reserve(Books.request("momiji", within: limits)).reservation != nil)
            hands.advance(29.9)
            #expect(try await ledger.reserve(Books.request(within: limits)).obstacle == .userRequestsPerMinute)
            hands.advance(0.2)
            #expect(try await ledger.reserve(Books.request(within: limits)).reservation != nil)
            #expect(try await ledger.reserve(Books.request(within: limits)).obstacle == .userRequestsPerMinute)
        }
    }

    @Test func `tells when enough tokens will have left the window`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands), limits = Books.limits { $0.tokensPerHour = 1_000 }
            for tokens in [400, 300, 300] {
                #expect(try await ledger.reserve(Books.request(tokens: tokens, within: limits)).reservation != nil)
                hands.advance(600)
            }
            // The first two must leave for 600.
            let wait = try #require(try await ledger.reserve(Books.request(tokens: 600, within: limits)).wait)
            #expect(abs(wait / .seconds(1) - 2_400) < 1)
            hands.advance(2_401)
            #expect(try await ledger.reserve(Books.request(tokens: 600, within: limits)).reservation != nil)
        }
    }

    @Test(arguments: [PostgresFixture.Road.direct, .pooled])
    func `let exactly ten calls begin in a second, when fifty ask at once`(road: PostgresFixture.Road) async throws {
        try await Books.with(road) { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands), limits = Books.limits { $0.requestsPerSecond = 10 }
            let granted = try await withThrowingTaskGroup(of: Bool.self) { group in
                for caller in 0..<50 { group.addTask { try await ledger.reserve(Books.request("user \(caller)", within: limits)).reservation != nil } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(granted == 10)
        }
    }

    @Test func `hold at every moment, by the database's own clock`() async throws {
        try await Books.with(.pooled) { fixture in
            let limits = Books.limits { ($0.requestsPerSecond, $0.concurrentCalls) = (4, 3) }
            let ledger = PostgresUsageLedger(fixture.pool, timeout: .seconds(60)), clock = SystemClock(), end = clock.uptime() + .milliseconds(2_500)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for caller in 0..<20 {
                    group.addTask {
                        while clock.uptime() < end {
                            let request = Books.request("user \(caller)", within: limits)
                            guard let reservation = try await ledger.reserve(request).reservation else {
                                try await Task.sleep(for: .milliseconds(20))
                                continue
                            }
                            try await ledger.settle(reservation, .none, by: request.caller)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let row = try await fixture.pool.query(
                """
                select count(*), max((select count(*) from model_calls as other
                    where other.began_at <= this.began_at and other.began_at > this.began_at - interval '1 second'))
                from model_calls as this
                """
            ).exactlyOne()
            let (calls, most) = (try row.decode(0, as: Int.self), try row.decode(1, as: Int.self))
            // Full, emptied and full again; and never fuller.
            #expect(calls > 4 && most == 4)
        }
    }

    /// What the ledger should say, by going through all calls.
    private struct Reference {
        var calls: [(at: Double, tokens: Int)] = []

        func wait(_ period: Double, _ allowed: Int, _ wanted: Int, at now: Double) -> Double? {
            var used = wanted
            for call in calls.reversed() where call.at > now - period {
                used += call.tokens
                if used > allowed { return call.at + period - now }
            }
            return nil
        }
    }

    @Test(arguments: 1...4) func `count the same by minutes as call by call`(seed: Int) async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands)
            let limits = Books.limits { ($0.tokensPerHour, $0.tokensPerMinute) = (20_000, 2_500) }
            var random = SeededRandom(seed: UInt64(seed)), reference = Reference(), refusals = 0
            for _ in 0..<250 {
                hands.advance(Double.random(in: 0.001...(Bool.random(using: &random) ? 2 : 240), using: &random))
                let now = hands.seconds, tokens = Int.random(in: 1...1_500, using: &random)
                let minute = reference.wait(60, 2_500, tokens, at: now), hour = reference.wait(3_600, 20_000, tokens, at: now)
                switch try await ledger.reserve(Books.request(tokens: tokens, within: limits)) {
                case .granted(let reservation):
                    #expect(minute == nil && hour == nil)
                    let used = Bool.random(using: &random) ? Int.random(in: 0...1_500, using: &random) : tokens
                    try await ledger.settle(reservation, UsedTokens(input: used, output: 0, costMicroUSD: 0), by: ModelCaller(user: "kaede"))
                    reference.calls.append((now, used))
                case .refused(let limit, let wait):
                    let expected = try #require([minute, hour].compactMap(\.self).max())
                    #expect(limit == ((hour ?? 0) >= (minute ?? 0) ? .tokensPerHour : .tokensPerMinute))
                    #expect(abs(wait / .seconds(1) - expected) < 0.001)
                    refusals += 1
                }
            }
            #expect(refusals > 20 && reference.calls.count > 50)
        }
    }
}
