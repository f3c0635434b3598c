import JSON
import LanguageModel
import Platform
import Postgres
import TestKit
import Testing

@testable import Ledger

/// With the windows of an hour full: 6,000 calls of a hundred users.
@Suite(.timeLimit(.minutes(5))) struct `A reservation in a full ledger` {
    private func with(_ road: PostgresFixture.Road, _ body: @Sendable (PostgresFixture, PostgresUsageLedger, Hands) async throws -> Void) async throws {
        try await Books.with(road) { fixture in
            try await fixture.pool.execute(
                """
                insert into model_calls
                select md5(n::text), 'user ' || n % 100, to_timestamp(\(Hands.noon)) - n * interval '0.6 seconds', 20, 10, null, '{}' from generate_series(1, 6000) as n
                """)
            try await fixture.pool.execute("insert into model_minutes select model_minute(began_at), sum(tokens) from model_calls group by 1")
            try await fixture.pool.execute("analyze model_calls")
            let hands = Hands()
            try await body(fixture, Books.ledger(fixture, hands), hands)
        }
    }

    private func request(_ number: Int) -> UsageRequest {
        Books.request("user \(number % 100)", tokens: 20, within: Books.limits { $0.requestsPerMinute = 101 })
    }

    /// Other tests are at work on the same cores, but not at every moment: of ten runs the fastest counts, by the call in its middle.
    private func quietest(_ times: [Double]) -> Double {
        let run = times.count / 10
        return (0..<10).map { times[$0 * run..<($0 + 1) * run].sorted()[run / 2] }.min() ?? .infinity
    }

    @Test(arguments: [PostgresFixture.Road.direct, .pooled]) func `is answered in a few milliseconds, TLS included`(road: PostgresFixture.Road) async throws {
        try await with(road) { _, ledger, hands in
            let clock = SystemClock()
            var times: [Double] = []
            for number in 0..<500 {
                hands.advance(0.6)
                let request = request(number), start = clock.uptime()
                let reservation = try #require(try await ledger.reserve(request).reservation)
                times.append((clock.uptime() - start) / .milliseconds(1))
                try await ledger.settle(reservation, UsedTokens(input: 5, output: 5, costMicroUSD: 5), by: request.caller)
            }
            print("reserving takes \(quietest(times)) ms, \(road.rawValue)")
            #expect(quietest(times) < 5)
        }
    }

    /// A new connection reads the catalogue too: the call in the middle has all that at hand.
    @Test func `takes the server less than a millisecond, and a small part of the calls`() async throws {
        try await with(.direct) { fixture, ledger, hands in
            var times: [Double] = [], pages: [Int] = []
            for number in 0..<200 {
                hands.advance(0.6)
                let text = try await fixture.pool.query("explain (analyze, buffers, format json) \(sql: ledger.reservation(request(number)))").exactlyOne()
                    .decode(0, as: String.self)
                let plan = try #require(try JSON.parse(Array(text.utf8)).arrayValue?.first)
                times.append(try #require(plan["Execution Time"]?.doubleValue))
                pages.append(try #require(plan["Plan"]?["Shared Hit Blocks"]?.intValue))
            }
            let page = pages.sorted()[100]
            print("reserving takes the server \(quietest(times)) ms and \(page) pages")
            #expect(quietest(times) < 1)
            #expect(page < 240)
        }
    }
}
