package import LanguageModel
package import Platform

/// The ledger in memory, with its calls written down, and outages on demand.
package final class TestLedger: UsageLedger {
    package struct Away: Error {}

    package let books: InMemoryLedger
    package let isAway = Lock(false)
    /// So many settlements fail.
    package let failuresAtTheEnd = Lock(0)
    /// The next reservation is made, but its answer gets lost.
    package let isLost = Lock(false)
    /// Reservations are made, but nobody hears of them while this is true.
    package let isSlow = Lock(false)
    package let settled = Lock<[UsedTokens]>([])
    package let requests = Lock<[UsageRequest]>([])
    /// How many reservations were granted or refused.
    package let decided = Lock(0)
    private let events: Events

    package init(_ events: Events, clock: any WallClock) {
        self.events = events
        books = InMemoryLedger(clock: clock)
    }

    private func answer<Value>(_ name: String, _ value: () async throws -> Value) async throws -> Value {
        events.add(name)
        if isAway.withLock({ $0 }) { throw Away() }
        return try await value()
    }

    package func reserve(_ request: UsageRequest) async throws -> UsageDecision {
        requests.withLock { $0.append(request) }
        let decision = try await answer("reserve") { try await books.reserve(request) }
        decided.withLock { $0 += 1 }
        while isSlow.withLock({ $0 }) { await Task.yield() }
        if isLost.withLock({ lost in
            defer { lost = false }; return lost
        }) {
            throw Away()
        }
        return decision
    }

    package func settle(_ reservation: UsageReservation, _ usage: UsedTokens, by caller: ModelCaller) async throws {
        settled.withLock { $0.append(usage) }
        let isFailing = failuresAtTheEnd.withLock { left in
            defer { left = max(0, left - 1) }
            return left > 0
        }
        if isFailing { throw Away() }
        try await answer("settle") { try await books.settle(reservation, usage, by: caller) }
    }

    package func noteAttempt(by caller: ModelCaller, policy: BlockPolicy) async throws -> AttemptOutcome {
        try await answer("attempt") { try await books.noteAttempt(by: caller, policy: policy) }
    }

    package func block(of caller: ModelCaller) async throws -> UnixTime? { try await answer("block") { try await books.block(of: caller) } }
}

/// The cache in memory, likewise.
package final class TestCache: ResponseCache {
    package let kept: InMemoryCache
    package let isAway = Lock(false)
    private let events: Events

    package init(_ events: Events, clock: any WallClock) {
        self.events = events
        kept = InMemoryCache(clock: clock)
    }

    package func answer(for key: [UInt8], caller: ModelCaller) async throws -> CachedAnswer? {
        events.add("cache")
        if isAway.withLock({ $0 }) { throw TestLedger.Away() }
        return try await kept.answer(for: key, caller: caller)
    }

    package func keep(_ answer: CachedAnswer, for key: [UInt8], timeToLive: Duration, caller: ModelCaller) async throws {
        events.add("keep")
        if isAway.withLock({ $0 }) { throw TestLedger.Away() }
        try await kept.keep(answer, for: key, timeToLive: timeToLive, caller: caller)
    }
}
