/// Keeps a value that is fetched asynchronously and good for a while.
/// Callers that come while a fetch runs share it; the fetch outlives them, and a cancelled caller leaves alone. A failure is never remembered:
/// the next caller fetches again. With `staleOnFailure` a failed renewal keeps serving the old value, up to a limit: nobody waits for the next attempts,
/// which run in the background, one per retry interval, started by whoever asks.
public final class ExpiringValue<Value: Sendable>: Sendable {
    /// Serving an old value when it cannot be renewed.
    public struct StaleOnFailure: Sendable {
        /// The least time between two attempts while the old value is served.
        public let retryInterval: Duration
        /// How long after its end an old value is served at most; nil for as long as the attempts fail.
        public let limit: Duration?
        /// So long after its end the old value is served while the first attempt runs, so that nobody waits for it.
        public let patience: Duration

        /// Keeps the old value, trying again after `retryInterval`.
        public init(retryInterval: Duration, limit: Duration? = nil, patience: Duration = .zero) {
            self.retryInterval = retryInterval
            self.limit = limit
            self.patience = patience
        }
    }

    private typealias Waiter = Handover<Value>

    private struct State {
        var value: Value?
        var goodUntil = Duration.zero
        /// When the value at hand ends by itself, however long it is served.
        var endsAt = Duration.zero
        var lastAttempt: Duration?
        var isFetching = false
        var isStale = false
        var nextWaiter = 0
        var waiters: [Int: Waiter] = [:]

        /// Whether the caller is the one to start the fetch.
        mutating func beginFetch(at now: Duration) -> Bool {
            if isFetching { return false }
            isFetching = true
            lastAttempt = now
            return true
        }
    }

    private let state = Lock(State())
    private let clock: any MonotonicClock
    private let timeToLive: @Sendable (Value) -> Duration
    private let staleOnFailure: StaleOnFailure?
    private let fetch: @Sendable () async throws -> Value

    /// A value whose life is told by the value itself, counted from when it arrived.
    public init(
        timeToLive: @escaping @Sendable (Value) -> Duration, staleOnFailure: StaleOnFailure? = nil, clock: any MonotonicClock = SystemClock(),
        fetch: @escaping @Sendable () async throws -> Value
    ) {
        self.timeToLive = timeToLive
        self.staleOnFailure = staleOnFailure
        self.clock = clock
        self.fetch = fetch
    }

    /// A value that is good for `timeToLive` from when it arrived.
    public convenience init(
        timeToLive: Duration, staleOnFailure: StaleOnFailure? = nil, clock: any MonotonicClock = SystemClock(),
        fetch: @escaping @Sendable () async throws -> Value
    ) {
        self.init(timeToLive: { _ in timeToLive }, staleOnFailure: staleOnFailure, clock: clock, fetch: fetch)
    }

    /// The value, fetched if there is none or it has expired. Throws what the fetch throws, or `CancellationError` for a cancelled caller.
    public func value() async throws -> Value {
        let now = clock.uptime()
        let answer = state.withLock { state in
            if now < state.goodUntil, let value = state.value { return Answer.ready(value) }
            guard let value = self.servedStale(state, at: now) else { return .none }
            return state.beginFetch(at: now) ? .stale(value) : .ready(value)
        }
        switch answer {
        case .ready(let value): return value
        case .stale(let value):
            startFetch()
            return value
        case .none: return try await wait { now < $0.goodUntil ? $0.value : servedStale($0, at: now) }
        }
    }

    /// The old value, where it goes on being served.
    private func servedStale(_ state: State, at now: Duration) -> Value? {
        guard let staleOnFailure, let value = state.value else { return nil }
        if let limit = staleOnFailure.limit, now >= state.endsAt + limit { return nil }
        return state.isStale || now < state.endsAt + staleOnFailure.patience ? value : nil
    }

    /// The value, fetched anew unless the last attempt, successful or not, began less than `minimumInterval` ago; then the one at hand.
    /// For a caller who saw that the value is out of date, such as a verifier that meets an unknown key.
    public func renewed(minimumInterval: Duration) async throws -> Value {
        let now = clock.uptime()
        let isRecent = { (state: State) in
            guard !state.isFetching, let last = state.lastAttempt, now - last < minimumInterval else { return Value?.none }
            return state.value
        }
        if let value = state.withLock({ isRecent($0) }) { return value }
        return try await wait(unless: isRecent)
    }

    /// The value if it is there and has not expired; never fetches, never waits.
    public func current() -> Value? {
        let now = clock.uptime()
        return state.withLock { now < $0.goodUntil ? $0.value : nil }
    }

    /// The value that `value()` would give without waiting, an old one that goes on being served too; never fetches.
    public func atHand() -> Value? {
        let now = clock.uptime()
        return state.withLock { now < $0.goodUntil ? $0.value : servedStale($0, at: now) }
    }

    private enum Answer { case ready(Value), stale(Value), none }

    /// Enrols the caller with the fetch that runs, or starts one; `acceptable` looks once more, under the lock.
    private func wait(unless acceptable: (State) -> Value?) async throws -> Value {
        let now = clock.uptime()
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return try await withTaskCancellationHandler {
            try await Waiter.wait { join($0, id: id, now: now, unless: acceptable) }
        } onCancel: {
            cancel(id)
        }
    }

    private func join(_ waiter: Waiter, id: Int, now: Duration, unless acceptable: (State) -> Value?) {
        let (ready, starts) = state.withLock { state -> (Value?, Bool) in
            if let value = acceptable(state) { return (value, false) }
            state.waiters[id] = waiter
            return (nil, state.beginFetch(at: now))
        }
        if let ready { return waiter.resume(with: .success(ready)) }
        // A cancellation that came before the waiter was enrolled found nobody to wake.
        if Task.isCancelled { cancel(id) }
        if starts { startFetch() }
    }

    /// Detached: the fetch belongs to no caller.
    private func startFetch() {
        Task.detached { await self.run() }
    }

    private func cancel(_ id: Int) {
        state.withLock { $0.waiters.removeValue(forKey: id) }?.resume(with: .failure(CancellationError()))
    }

    private func run() async {
        do {
            settle(.success(try await fetch()))
        } catch {
            settle(.failure(error))
        }
    }

    private func settle(_ outcome: Result<Value, any Error>) {
        let now = clock.uptime()
        let lifetime = (try? outcome.get()).map(timeToLive)
        let (waiters, answer) = state.withLock { state -> ([Int: Waiter], Result<Value, any Error>) in
            state.isFetching = false
            defer { state.waiters = [:] }
            switch outcome {
            case .success(let value):
                state.value = value
                state.isStale = false
                state.goodUntil = now + (lifetime ?? .zero)
                state.endsAt = state.goodUntil
                return (state.waiters, outcome)
            case .failure:
                guard let staleOnFailure, let old = state.value else { return (state.waiters, outcome) }
                let last = staleOnFailure.limit.map { state.endsAt + $0 }
                if let last, now >= last { return (state.waiters, outcome) }
                if now >= state.goodUntil { state.isStale = true }
                let next = now + staleOnFailure.retryInterval
                state.goodUntil = max(state.goodUntil, last.map { min($0, next) } ?? next)
                return (state.waiters, .success(old))
            }
        }
        for waiter in waiters.values { waiter.resume(with: answer) }
    }
}
