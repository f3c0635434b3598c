/// Decides whether connecting is worth a try: an event in, a decision out, no clock and no I/O of its own.
///
/// Closed while connecting succeeds; after `failureThreshold` failures in a row it opens and everybody is refused at once; after the open time one
/// probe is let through (half-open), which closes it or opens it again for twice as long, up to `maximumOpen`.
public struct CircuitBreaker: Sendable, Equatable {
    /// When it opens and for how long.
    public struct Settings: Sendable, Equatable {
        /// Failures in a row that open it, at least 1.
        public var failureThreshold = 3
        /// The first open time.
        public var initialOpen: Duration = .milliseconds(250)
        /// The longest open time: recovery takes about this long.
        public var maximumOpen: Duration = .seconds(1)
        /// After this long a probe that told nothing counts as failed.
        public var probeTimeout: Duration = .seconds(5)
        /// The defaults.
        public init() {}
    }

    /// The state for people and gauges.
    public enum State: UInt8, Sendable { case closed = 0, halfOpen = 1, open = 2 }

    /// What to do.
    public enum Decision: Sendable, Equatable {
        /// Try.
        case attempt
        /// Do not try before this much time has passed.
        case refuse(retryAfter: Duration)
    }

    private enum Phase: Equatable {
        case closed(failures: Int)
        case open(until: Duration, step: Int)
        case halfOpen(until: Duration, step: Int)
    }

    private let settings: Settings
    private var phase: Phase = .closed(failures: 0)

    /// A closed breaker.
    public init(_ settings: Settings = Settings()) { self.settings = settings }

    /// The state now.
    public var state: State {
        switch phase {
        case .closed: .closed
        case .open: .open
        case .halfOpen: .halfOpen
        }
    }

    /// Asks to connect at `now`. An `.attempt` must be followed by `succeeded` or `failed`.
    public mutating func admit(at now: Duration) -> Decision {
        switch phase {
        case .closed: return .attempt
        case .open(let until, let step), .halfOpen(let until, let step):
            guard now >= until else { return .refuse(retryAfter: until - now) }
            phase = .halfOpen(until: now + settings.probeTimeout, step: step)
            return .attempt
        }
    }

    /// How long callers without a connection are refused; nil while connecting may be worth waiting for. Changes nothing.
    public func refusal(at now: Duration) -> Duration? {
        guard case .open(let until, _) = phase, until > now else { return nil }
        return until - now
    }

    /// A connection was made.
    public mutating func succeeded() { phase = .closed(failures: 0) }

    /// Connecting failed at `now`.
    public mutating func failed(at now: Duration) {
        switch phase {
        case .closed(let failures) where failures + 1 < settings.failureThreshold: phase = .closed(failures: failures + 1)
        case .closed: open(step: 0, at: now)
        case .halfOpen(_, let step): open(step: step + 1, at: now)
        case .open: break
        }
    }

    private mutating func open(step: Int, at now: Duration) {
        let time = settings.initialOpen * (1 << min(step, 16))
        phase = .open(until: now + min(time, settings.maximumOpen), step: step)
    }
}
