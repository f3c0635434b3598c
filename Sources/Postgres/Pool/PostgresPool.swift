public import Platform
public import Reactor
import Synchronization

/// Connections to one database, on every loop of a group.
///
/// A caller on one of the loops uses that loop's connections without leaving its thread; any other caller is sent to one loop for each whole operation.
/// Short statements share one or two connections per loop, many in flight at once, each in a transaction of its own (those declared idempotent share one
/// with others of the same moment, and are run again alone when one of these fails); transactions and slow statements lease a connection. Statements are unnamed, so transaction poolers (PgBouncer, RDS Proxy) work.
public final class PostgresPool: Sendable {
    let state: PoolState
    let slots: PerLoop<LoopPool>
    private let group: EventLoopGroup
    private let figures: [LoopFigures]

    /// Prepares a pool; connections are made when they are first needed.
    ///
    /// - Parameters:
    ///   - configuration: where the database is, and every limit.
    ///   - group: the loops to work on.
    ///   - blocking: threads for name resolution and for cancelling statements.
    ///   - credentials: gives the password for each new connection, away from the loops; nil to use the configuration's.
    public init(_ configuration: PostgresConfiguration, on group: EventLoopGroup, blocking: BlockingPool, credentials: PostgresCredentials? = nil) {
        let connector = Connector(configuration: configuration, credentials: credentials, blocking: blocking)
        let state = PoolState(connector: connector, share: PoolShare(limits: configuration.limits, loops: group.loops.count), blocking: blocking)
        let figures = group.loops.map { _ in LoopFigures() }
        self.state = state
        self.group = group
        self.figures = figures
        slots = PerLoop(group) { loop in LoopPool(state: state, figures: figures[loop.index]) }
    }

    deinit {
        let (slots, loops) = (slots, group.loops)
        state.isClosed.store(true, ordering: .relaxed)
        for loop in loops { Task { await Self.close(slots, on: loop) } }
    }

    /// Closes the pool: those who wait get `.closed`, statements in flight are lost, open transactions finish first.
    public func close() async {
        state.isClosed.store(true, ordering: .relaxed)
        for loop in group.loops { await Self.close(slots, on: loop) }
    }

    private static func close(_ slots: PerLoop<LoopPool>, on loop: isolated EventLoop) {
        slots.value(on: loop).close(on: loop)
    }

    /// The figures of all loops now.
    public var statistics: PostgresStatistics {
        var sum = PostgresStatistics()
        for loop in figures {
            sum.connections += loop.connections.load(ordering: .relaxed)
            sum.leased += loop.leased.load(ordering: .relaxed)
            sum.inFlight += loop.inFlight.load(ordering: .relaxed)
            sum.waiting += loop.waiting.load(ordering: .relaxed)
            sum.retried += loop.retried.load(ordering: .relaxed)
        }
        sum.breaker = state.breakerState
        return sum
    }
}
