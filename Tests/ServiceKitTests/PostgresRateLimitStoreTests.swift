import HTTPCore
import Platform
import Postgres
import TestKit
import Testing
import Web

@testable import ServiceKitPostgres

@Suite(.timeLimit(.minutes(10))) struct `A store of rate limits in PostgreSQL` {
    /// Runs `body` with the stores of two processes: pools of their own on one database.
    private func withStores(_ body: @Sendable (PostgresRateLimitStore, PostgresRateLimitStore, PostgresPool) async throws -> Void) async throws {
        try await PostgresFixture.with { fixture in
            _ = try await Migrator([PostgresRateLimitStore.migration(1)]).run(on: fixture.pool)
            let other = fixture.anotherPool()
            try await body(store(fixture.pool), store(other), fixture.pool)
            await other.close()
        }
    }

    @Sendable private func store(_ pool: PostgresPool) -> PostgresRateLimitStore { PostgresRateLimitStore(pool, timeout: .seconds(60)) }

    @Test func `is one for all processes: together they let exactly the burst pass`() async throws {
        try await withStores { one, two, _ in
            let limit = RateLimit(25, per: .day)
            let allowed = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        var allowed = 0
                        for _ in 0..<10 where try await (number % 2 == 0 ? one : two).take(1, of: limit, for: "a").isAllowed { allowed += 1 }
                        return allowed
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(allowed == 25)
            #expect(try await two.take(1, of: limit, for: "b").remaining == 24)
        }
    }

    @Test func `tells what is left and when to come back, and counts no refusal`() async throws {
        try await withStores { one, two, pool in
            let limit = RateLimit(24, per: .day, burst: 2)
            #expect(try await one.take(1, of: limit, for: "a").remaining == 1)
            let second = try await two.take(1, of: limit, for: "a")
            #expect(second.isAllowed && second.remaining == 0 && second.retryAfter == .zero)
            for store in [one, two, one] {
                let refused = try await store.take(1, of: limit, for: "a")
                #expect(!refused.isAllowed && refused.remaining == 0 && refused.retryAfter <= .seconds(3_600) && refused.untilWhole <= .seconds(7_200))
            }
            // As if half an hour short of one request's time had passed, then all of it.
            try await pool.execute("update rate_limits set whole_at = whole_at - 1800::bigint * 1000000")
            let early = try await one.take(1, of: limit, for: "a")
            #expect(!early.isAllowed && early.retryAfter <= .seconds(1_800))
            try await pool.execute("update rate_limits set whole_at = whole_at - 1800::bigint * 1000000")
            #expect(try await one.take(1, of: limit, for: "a").isAllowed)
            #expect(try await !two.take(1, of: limit, for: "a").isAllowed)
        }
    }

    @Test func `charges what a request costs, and a whole allowance is never more than whole`() async throws {
        try await withStores { one, _, pool in
            let limit = RateLimit(10, per: .day)
            #expect(try await one.take(7, of: limit, for: "a").remaining == 3)
            #expect(try await !one.take(4, of: limit, for: "a").isAllowed)
            #expect(try await one.take(3, of: limit, for: "a").isAllowed)
            try await pool.execute("update rate_limits set whole_at = 1")
            #expect(try await one.take(10, of: limit, for: "a").isAllowed)
            #expect(try await !one.take(1, of: limit, for: "a").isAllowed)
        }
    }

    @Test func `forgets who has nothing to make up for, and nobody else`() async throws {
        try await withStores { one, _, pool in
            let limit = RateLimit(10, per: .day)
            for number in 0..<5 { _ = try await one.take(1, of: limit, for: "key \(number)") }
            try await pool.execute("update rate_limits set whole_at = 1 where key <> 'key 3'")
            #expect(try await PostgresRateLimitStore.sweep(pool, limit: 3) == 3)
            #expect(try await PostgresRateLimitStore.sweep(pool) == 1)
            #expect(try await PostgresRateLimitStore.sweep(pool) == 0)
            #expect(try await one.take(1, of: limit, for: "key 3").remaining == 8)
        }
    }

    @Test func `forgets by itself, once in so many decisions`() async throws {
        try await withStores { _, _, pool in
            let store = PostgresRateLimitStore(pool, timeout: .seconds(60), sweepEvery: 3), limit = RateLimit(10, per: .day)
            _ = try await store.take(1, of: limit, for: "old")
            try await pool.execute("update rate_limits set whole_at = 1")
            for _ in 0..<3 { _ = try await store.take(1, of: limit, for: "new") }
            try await eventually { try await pool.query("select key from rate_limits").count <= 1 }
        }
    }

    @Test func `that is away lets the route say whether to pass`() async throws {
        try await PostgresFixture.with { fixture in
            var configuration = ApplicationConfiguration()
            configuration.rateLimitStore = store(fixture.pool)
            // Nobody has made the table.
            let client = TestClient(
                Application(configuration) { routes in
                    routes.get("/open", options: [.rateLimit(1, per: .day, by: .client)]) { () in NoContent() }
                    routes.get("/closed", options: [.rateLimit(1, per: .day, by: .client, whenUnavailable: .refuse)]) { () in NoContent() }
                })
            let open = try await client.get("/open").status, closed = try await client.get("/closed").status
            #expect(open == .noContent && closed == .serviceUnavailable)
        }
    }
}
