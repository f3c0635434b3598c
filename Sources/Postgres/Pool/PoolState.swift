import Platform
import Reactor
import Synchronization

/// What the loops of one pool share.
final class PoolState: Sendable {
    let connector: Connector
    let share: PoolShare
    let blocking: BlockingPool
    let isClosed = Atomic<Bool>(false)
    private let breaker: Lock<CircuitBreaker>

    init(connector: Connector, share: PoolShare, blocking: BlockingPool) {
        self.connector = connector
        self.share = share
        self.blocking = blocking
        breaker = Lock(CircuitBreaker(connector.configuration.limits.breaker))
    }

    var limits: PostgresLimits { connector.configuration.limits }

    var breakerState: CircuitBreaker.State { breaker.withLock { $0.state } }

    func admit() -> CircuitBreaker.Decision { breaker.withLock { $0.admit(at: Self.now) } }
    func refusal() -> Duration? { breaker.withLock { $0.refusal(at: Self.now) } }
    func connected() { breaker.withLock { $0.succeeded() } }
    func connectingFailed() { breaker.withLock { $0.failed(at: Self.now) } }

    private static var now: Duration { .nanoseconds(Int64(clamping: monotonicNanoseconds())) }
}

/// One loop's figures, written on the loop, read anywhere.
final class LoopFigures: Sendable {
    let connections = Atomic<Int>(0)
    let leased = Atomic<Int>(0)
    let inFlight = Atomic<Int>(0)
    let waiting = Atomic<Int>(0)
    let retried = Atomic<Int>(0)
}

/// A pool's state at a moment, for gauges. Figures of different loops may be some microseconds apart.
public struct PostgresStatistics: Sendable, Equatable {
    /// Open connections.
    public var connections = 0
    /// Those held by a transaction or a slow statement.
    public var leased = 0
    /// Statements sent on shared connections and not yet answered.
    public var inFlight = 0
    /// Callers that wait for a connection or for a place in a pipeline.
    public var waiting = 0
    /// Statements sent again after a loss, since the start.
    public var retried = 0
    /// Whether connecting is tried.
    public var breaker = CircuitBreaker.State.closed
}
