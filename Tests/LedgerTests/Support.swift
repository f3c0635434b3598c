import LanguageModel
import Platform
import Postgres
import TestKit

@testable import Ledger

/// What the tests of the ledger share.
enum Books {
    static let migrations = [PostgresUsageLedger.migration(1), PostgresUsageLedger.tombstoneMigration(2), PostgresResponseCache.migration(3)]

    /// A database with the ledger's tables, by each road.
    static func with<Result: Sendable>(
        _ road: PostgresFixture.Road = .direct, _ body: @Sendable (PostgresFixture) async throws -> Result
    ) async throws -> Result {
        try await PostgresFixture.with(road) { fixture in
            _ = try await Migrator(migrations).run(on: fixture.pool)
            return try await body(fixture)
        }
    }

    /// A ledger whose time stands still, and which sweeps once.
    static func ledger(_ fixture: PostgresFixture, _ hands: Hands) -> PostgresUsageLedger {
        PostgresUsageLedger(fixture.pool, timeout: .seconds(60), sweepEvery: 1_000_000) { hands.seconds }
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
        _ user: String = "kaede", id: String = UsageRequest.randomID(), tokens: Int = 100, cost: Int = 1_000, lease: Duration = .seconds(60),
        within limits: UsageLimits = limits()
    ) -> UsageRequest {
        UsageRequest(id: id, caller: ModelCaller(user: user), tokens: tokens, costMicroUSD: cost, lease: lease, limits: limits)
    }
}

/// A clock for a ledger: seconds since 1970, moved by hand.
final class Hands: WallClock {
    /// 2026-11-26, noon.
    static let noon = 1_795_694_400.0
    private let time = Lock(noon)
    var seconds: Double { time.withLock { $0 } }
    func now() -> UnixTime { UnixTime(seconds: 0) + .seconds(seconds) }
    func advance(_ seconds: Double) { time.withLock { $0 += seconds } }
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
