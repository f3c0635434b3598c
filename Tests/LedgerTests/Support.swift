import LanguageModel
import Ledger
import Platform
import Postgres
import TestKit

/// What the tests of the ledger share.
enum Books {
    static let migrations = [PostgresUsageLedger.migration(1), PostgresResponseCache.migration(2)]

    /// A database with the ledger's tables, by each road.
    static func with<Result: Sendable>(
        _ road: PostgresFixture.Road = .direct, _ body: @Sendable (PostgresFixture) async throws -> Result
    ) async throws -> Result {
        try await PostgresFixture.with(road) { fixture in
            _ = try await Migrator(migrations).run(on: fixture.pool)
            return try await body(fixture)
        }
    }

    /// Limits that are in nobody's way, but for what `change` says.
    static func limits(_ change: (inout UsageLimits) -> Void = { _ in }) -> UsageLimits {
        var limits = UsageLimits()
        limits.userRequestsPerMinute = 1_000_000
        limits.userTokensPerHour = 1_000_000_000
        limits.requestsPerSecond = 1_000_000
        limits.requestsPerMinute = 1_000_000
        limits.tokensPerMinute = 1_000_000_000
        limits.tokensPerHour = 1_000_000_000
        limits.concurrentCalls = 1_000_000
        limits.tokensPerDay = 1_000_000_000
        limits.microUSDPerMonth = 1_000_000_000_000
        change(&limits)
        return limits
    }

    static func request(
        _ user: String = "kaede", tokens: Int = 100, cost: Int = 1_000, lease: Duration = .seconds(60), within limits: UsageLimits = limits()
    ) -> UsageRequest {
        UsageRequest(caller: ModelCaller(user: user), tokens: tokens, costMicroUSD: cost, lease: lease, limits: limits)
    }
}

extension UsageDecision {
    /// The reservation, if it was granted.
    var reservation: UsageReservation? {
        if case .granted(let reservation) = self { reservation } else { nil }
    }

    /// The limit that is in the way.
    var obstacle: UsageLimit? {
        if case .refused(let limit, _) = self { limit } else { nil }
    }

    /// How long to wait.
    var wait: Duration? {
        if case .refused(_, let wait) = self { wait } else { nil }
    }
}
