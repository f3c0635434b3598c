import Reactor
import Synchronization

/// One loop's part of the pool: shared connections for short statements, leased ones for transactions and slow statements, and who waits for them.
///
/// Every collection is bounded: connections by the share, callers by `waitingLimit`, statements in flight by `pipelineDepth`.
final class LoopPool {
    /// A caller that waits for a connection of its own.
    struct LeaseWaiter {
        let id: UInt64
        let deadline: UInt64
        let continuation: LoopContinuation<Result<Confined<PostgresConnection>, PostgresError>>
    }

    let state: PoolState
    let figures: LoopFigures

    // Shared connections.
    @exclusivity(unchecked) var pipelines: [PostgresConnection] = []
    @exclusivity(unchecked) var pipelinesConnecting = 0
    @exclusivity(unchecked) var waitingStatements = FIFO<Exchange>()

    // Leased connections.
    @exclusivity(unchecked) var idle: [PostgresConnection] = []
    @exclusivity(unchecked) var leased: [PostgresConnection] = []
    @exclusivity(unchecked) var leasesConnecting = 0
    @exclusivity(unchecked) var waitingLeases = FIFO<LeaseWaiter>()

    @exclusivity(unchecked) var failuresInARow = 0
    @exclusivity(unchecked) var retryTimer: TimerID?
    @exclusivity(unchecked) var sweepTimer: TimerID?
    @exclusivity(unchecked) var upkeepTimer: TimerID?
    @exclusivity(unchecked) private var lastID: UInt64 = 0

    init(state: PoolState, figures: LoopFigures) {
        self.state = state
        self.figures = figures
    }

    var limits: PostgresLimits { state.limits }
    var isClosed: Bool { state.isClosed.load(ordering: .relaxed) }

    func nextID() -> UInt64 {
        lastID += 1
        return lastID
    }

    func publish() {
        figures.connections.store(pipelines.count + idle.count + leased.count, ordering: .relaxed)
        figures.leased.store(leased.count, ordering: .relaxed)
        figures.inFlight.store(pipelines.reduce(0) { $0 + $1.exchanges.count }, ordering: .relaxed)
        figures.waiting.store(waitingStatements.count + waitingLeases.count, ordering: .relaxed)
    }

    /// Answers everybody who waits; nobody of them was sent.
    func refuseWaiting(_ error: PostgresError) {
        for exchange in waitingStatements.removeAll() { exchange.answer(.failure(error)) }
        for waiter in waitingLeases.removeAll() { waiter.continuation.resume(returning: .failure(error)) }
        publish()
    }

    /// No connection is open, so nobody's answer is on its way.
    var hasNoConnection: Bool { pipelines.isEmpty && idle.isEmpty && leased.isEmpty }

    /// Closes everything but leased connections, which close when they come back; statements in flight are lost.
    func close(on loop: isolated EventLoop) {
        refuseWaiting(.closed)
        // Sweeping goes on while open transactions have deadlines.
        for timer in [retryTimer, upkeepTimer] { timer.map { loop.cancel($0) } }
        (retryTimer, upkeepTimer) = (nil, nil)
        for connection in pipelines + idle { connection.close("the pool was closed", on: loop) }
        publish()
    }
}
