/// Keeps a value that is fetched asynchronously and good for a while.
/// Callers that come while a fetch runs share it; the fetch outlives them, and a cancelled caller leaves alone. A failure is never remembered:
/// the next caller fetches again. With `staleOnFailure` a failed renewal keeps serving the old value and waits before it tries again.
public final class ExpiringValue<Value: Sendable>: Sendable {
    /// Serving an old value when it cannot be renewed.
    public struct StaleOnFailure: Sendable {
        /// How long after a failed renewal the old value is served without a further attempt.
        public let retryInterval: Duration
        /// Keeps the old value, trying again after `retryInterval`.
        public init(retryInterval: Duration) { self.retryInterval = retryInterval }
    }

    private typealias Waiter = CheckedContinuation<Value, any Error>

    private struct State {
        var value: Value?
        var goodUntil = Duration.zero
        var lastAttempt: Duration?
        var isFetching = false
        var nextWaiter = 0
        var waiters: [Int: Waiter] = [:]
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
        try await obtain(unless: { state, now in now < state.goodUntil ? state.value : nil })
    }

    /// The value, fetched anew unless the last attempt, successful or not, began less than `minimumInterval` ago; then the one at hand.
    /// For a caller who saw that the value is out of date, such as a verifier that meets an unknown key.
    public func renewed(minimumInterval: Duration) async throws -> Value {
        try await obtain(unless: { state, now in
            guard let last = state.lastAttempt, now - last < minimumInterval else { return nil }
            return state.value
        })
    }

    /// The value if it is there and has not expired; never fetches, never waits.
    public func current() -> Value? {
        let now = clock.uptime()
        return state.withLock { now < $0.goodUntil ? $0.value : nil }
    }

    private func obtain(unless acceptable: (State, Duration) -> Value?) async throws -> Value {
        let now = clock.uptime()
        let (id, ready) = state.withLock { state -> (Int, Value?) in
            state.nextWaiter += 1
            return (state.nextWaiter, acceptable(state, now))
        }
        if let ready { return ready }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { join($0, id: id, now: now, unless: acceptable) }
        } onCancel: {
            cancel(id)
        }
    }

    private func join(_ waiter: Waiter, id: Int, now: Duration, unless acceptable: (State, Duration) -> Value?) {
        let (ready, starts) = state.withLock { state -> (Value?, Bool) in
            if let value = acceptable(state, now) { return (value, false) }
            state.waiters[id] = waiter
            if state.isFetching { return (nil, false) }
            state.isFetching = true
            state.lastAttempt = now
            return (nil, true)
        }
        if let ready { return waiter.resume(returning: ready) }
        // A cancellation that came before the waiter was enrolled found nobody to wake.
        if Task.isCancelled { cancel(id) }
        if starts { Task.detached { await self.run() } }
    }

    private func cancel(_ id: Int) {
        state.withLock { $0.waiters.removeValue(forKey: id) }?.resume(throwing: CancellationError())
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
                state.goodUntil = now + (lifetime ?? .zero)
                return (state.waiters, outcome)
            case .failure:
                guard let staleOnFailure, let old = state.value else { return (state.waiters, outcome) }
                state.goodUntil = max(state.goodUntil, now + staleOnFailure.retryInterval)
                return (state.waiters, .success(old))
            }
        }
        for waiter in waiters.values { waiter.resume(with: answer) }
    }
}
