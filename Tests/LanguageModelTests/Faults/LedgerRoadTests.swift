import LanguageModel
import Ledger
import ModelKit
import Platform
import Postgres
import TestKit
import Testing

/// The gateway on the stand-in for AWS, with its ledger and its kept answers in PostgreSQL.
@Suite(.timeLimit(.minutes(2))) struct `The road with its ledger in PostgreSQL` {
    private func with(_ body: @Sendable (LocalModels, PostgresFixture) async throws -> Void) async throws {
        try await PostgresFixture.with(.pooled) { fixture in
            _ = try await Migrator([
                PostgresUsageLedger.migration(1), PostgresUsageLedger.tombstoneMigration(2), PostgresResponseCache.migration(3),
            ]).run(on: fixture.pool)
            try await LocalModels.with { models in try await body(models, fixture) }
        }
    }

    private func kind(_ gateway: LanguageModel, _ request: ModelRequest) async -> ModelError.Kind? {
        do throws(ModelError) {
            _ = try await gateway.text(request)
            return nil
        } catch {
            return error.kind
        }
    }

    @Test func `lets one user ask ten times a minute, also when fifty ask at once, and leaves no permit behind`() async throws {
        try await with { models, fixture in
            let ledger = PostgresUsageLedger(fixture.pool, timeout: .seconds(30))
            let gateway = try models.gateway(
                { policy in (policy.limits.concurrentCalls, policy.limits.requestsPerSecond, policy.deadlines.text) = (100, 100, .seconds(60)) }, ledger: ledger
            )
            let kinds = await withTaskGroup(of: ModelError.Kind?.self) { group in
                for _ in 0..<50 { group.addTask { await kind(gateway, models.request()) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(kinds.filter { $0 == nil }.count == 10 && kinds.filter { $0 == .limited }.count == 40)
            let books = try await fixture.pool.query(
                "select count(*), count(lease_until), sum(tokens), (select tokens from model_spend where length(period) = 10) from model_calls"
            ).exactlyOne()
            let (calls, open) = (try books.decode(0, as: Int.self), try books.decode(1, as: Int.self))
            #expect(calls == 10 && open == 0)
            let sums = try await fixture.pool.query("select sum(tokens)::bigint, (select tokens from model_spend where length(period) = 10) from model_calls")
                .exactlyOne()
            let (used, day) = (try sums.decode(0, as: Int.self), try sums.decode(1, as: Int.self))
            #expect(used == day && used > 0 && used < 10 * 400)
        }
    }

    @Test func `gives a kept answer to another task's users, and counts no token for it`() async throws {
        try await with { models, fixture in
            let ledger = PostgresUsageLedger(fixture.pool, timeout: .seconds(30))
            let first = try models.gateway(cache: PostgresResponseCache(fixture.pool), ledger: ledger)
            let second = try models.gateway(cache: PostgresResponseCache(fixture.pool), ledger: ledger)
            let said = try await first.text(models.request(caching: .shared)), again = try await second.text(models.request(user: "momiji", caching: .shared))
            #expect(!said.isCached && again.isCached && again.value == said.value)
            let tokens = try await fixture.pool.query("select tokens from model_calls where user_id = 'momiji'").exactlyOne().decode(0, as: Int.self)
            #expect(tokens == 0)
        }
    }

    @Test func `spends nothing while PostgreSQL is away; the same request is good afterwards`() async throws {
        try await with { models, fixture in
            let away = fixture.anotherPool { $0.database = "nowhere" }
            let without = try models.gateway(ledger: PostgresUsageLedger(away, timeout: .milliseconds(500))), request = models.request()
            #expect(await kind(without, request) == .ledgerUnavailable)
            let with = try models.gateway(ledger: PostgresUsageLedger(fixture.pool, timeout: .seconds(30)))
            #expect(await kind(with, request) == nil)
            await away.close()
        }
    }

    @Test func `gives answers while the kept ones are away`() async throws {
        try await with { models, fixture in
            let away = fixture.anotherPool { $0.database = "nowhere" }
            let gateway = try models.gateway(cache: PostgresResponseCache(away), ledger: PostgresUsageLedger(fixture.pool, timeout: .seconds(30)))
            #expect(await kind(gateway, models.request(caching: .shared)) == nil)
            await away.close()
        }
    }
}
