public import Platform
import Reactor

/// Counts in this process: each task of a service has limits of its own.
///
/// Holds a bounded number of keys in shards with a lock each. When a shard is full, those whose allowance is whole again go first, for forgetting
/// them changes nothing; then those that have used the smallest part of theirs. So a flood of new keys cannot wash away who is over the limit.
public final class MemoryRateLimitStore: RateLimitStore {
    fileprivate struct Account {
        /// When its debt will be paid, in nanoseconds of the clock.
        var wholeAt: Int64
        var capacity: Int64
    }

    fileprivate struct Shard {
        var accounts: [String: Account] = [:]
    }

    private static let shardCount = 16

    private let shards: [Lock<Shard>]
    private let keysPerShard: Int
    private let clock: any MonotonicClock

    /// An empty store.
    ///
    /// - Parameter keyLimit: how many keys are remembered; about 100 bytes each.
    public init(keyLimit: Int = 100_000, clock: any MonotonicClock = SystemClock()) {
        precondition(keyLimit > 0, "a store remembers something")
        keysPerShard = max(1, keyLimit / Self.shardCount)
        self.clock = clock
        shards = (0..<Self.shardCount).map { _ in Lock(Shard()) }
    }

    /// How many keys are remembered now.
    var keyCount: Int { shards.reduce(0) { sum, shard in sum + shard.withLock { $0.accounts.count } } }

    /// See `RateLimitStore`; never throws.
    public func take(_ cost: Int, of limit: RateLimit, for key: String) async throws -> RateLimitDecision {
        let now = Int64(clamping: clock.uptime().nanoseconds)
        return shards[shard(of: key)].withLock { shard in
            var debt = max(0, (shard.accounts[key]?.wholeAt ?? now) - now)
            let decision = limit.decide(cost: cost, &debt)
            guard decision.isAllowed else { return decision }
            if shard.accounts[key] == nil, shard.accounts.count >= keysPerShard { shard.makeRoom(at: now) }
            shard.accounts[key] = Account(wholeAt: now + debt, capacity: limit.capacityNanoseconds)
            return decision
        }
    }

    private func shard(of key: String) -> Int { Int(UInt(bitPattern: key.hashValue) % UInt(Self.shardCount)) }
}

extension MemoryRateLimitStore.Shard {
    /// Forgets an eighth of the keys at least, so that it happens once in as many insertions.
    fileprivate mutating func makeRoom(at now: Int64) {
        let limit = accounts.count - max(1, accounts.count / 8)
        accounts = accounts.filter { $0.value.wholeAt > now }
        guard accounts.count > limit else { return }
        let byUse = accounts.mapValues { Double($0.wholeAt - now) / Double($0.capacity) }.sorted { $0.value < $1.value }
        for (key, _) in byUse.prefix(accounts.count - limit) { accounts[key] = nil }
    }
}
