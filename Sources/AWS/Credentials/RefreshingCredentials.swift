public import Platform

/// Keeps temporary credentials fresh for all callers: fetched once for those who come first, renewed by one of them ahead of their end while the
/// others go on with the old ones, kept when a renewal fails as long as they are good.
public final class RefreshingCredentials: CredentialProvider {
    /// When to renew.
    public struct Timing: Sendable, Equatable {
        /// How long before their end they are renewed, at most; each time a random part of `jitter` less, so that a fleet does not come at once.
        public var lead: Duration
        /// By how much the lead varies.
        public var jitter: Duration
        /// How long before their end they are used no more: a signature must arrive in time.
        public var margin: Duration
        /// The least time between two renewals while the old ones are good.
        public var retryInterval: Duration

        /// The defaults renew 10 to 15 minutes before the end, as far as that is not more than half of their life.
        public init(
            lead: Duration = .seconds(900), jitter: Duration = .seconds(300), margin: Duration = .seconds(10), retryInterval: Duration = .seconds(30)
        ) {
            self.lead = lead
            self.jitter = jitter
            self.margin = margin
            self.retryInterval = retryInterval
        }

        /// How long before the end of this life to renew; at most half of it.
        func leadOfRenewal(life: Duration, random: Double) -> Duration { min(lead - jitter * random, life / 2) }
    }

    private struct Held: Sendable {
        let credentials: AWSCredentials
        /// By the monotonic clock; nil for those that stay.
        let renewAt: Duration?
    }

    /// What an operator calls it.
    public let name: String
    private let held: ExpiringValue<Held>
    private let timing: Timing
    private let clock: any MonotonicClock
    private let nextRenewal = Lock(Duration.zero)

    /// Keeps what a source gives; `random` is in 0..<1.
    public init(
        _ source: any CredentialProvider, timing: Timing = Timing(), clock: some WallClock & MonotonicClock = SystemClock(),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) {
        name = source.name
        self.timing = timing
        self.clock = clock
        held = ExpiringValue(
            timeToLive: { Self.life(of: $0.credentials, at: clock.now(), timing).map { max($0, .zero) } ?? .seconds(365 * 86_400) }, clock: clock
        ) {
            let credentials = try await source.credentials()
            guard let life = Self.life(of: credentials, at: clock.now(), timing) else { return Held(credentials: credentials, renewAt: nil) }
            guard life > .zero else { throw CredentialError.unavailable("\(source.name) gave credentials that have expired already") }
            return Held(credentials: credentials, renewAt: clock.uptime() + life - timing.leadOfRenewal(life: life, random: random()))
        }
    }

    /// Credentials that are good now. Waits only when there are none; a failure is not remembered.
    public func credentials() async throws(CredentialError) -> AWSCredentials {
        if let current = held.current() {
            if isDue(current) { renewInBackground() }
            return current.credentials
        }
        do {
            return try await held.value().credentials
        } catch {
            throw error as? CredentialError ?? .cancelled
        }
    }

    /// How long they may be used; nil for those that stay.
    private static func life(of credentials: AWSCredentials, at now: UnixTime, _ timing: Timing) -> Duration? {
        credentials.expiration.map { $0 - now - timing.margin }
    }

    /// True for one caller per interval.
    private func isDue(_ current: Held) -> Bool {
        let now = clock.uptime()
        guard let renewAt = current.renewAt, now >= renewAt else { return false }
        return nextRenewal.withLock { next in
            guard now >= next else { return false }
            next = now + timing.retryInterval
            return true
        }
    }

    /// Detached: the renewal belongs to no caller. What it throws changes nothing while the old ones are good.
    private func renewInBackground() {
        Task.detached { [held, timing] in _ = try? await held.renewed(minimumInterval: timing.retryInterval) }
    }
}
