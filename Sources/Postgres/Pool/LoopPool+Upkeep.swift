import Platform
import Reactor

/// Deadlines, idle and lifetime limits.
extension LoopPool {
    /// How precisely deadlines are observed.
    private static var sweepInterval: Duration { .milliseconds(50) }

    private var isBusy: Bool {
        !waitingStatements.isEmpty || !waitingLeases.isEmpty || (pipelines + leased).contains { !$0.exchanges.isEmpty }
    }

    /// Looks after deadlines while anybody waits.
    func startSweeping(on loop: isolated EventLoop) {
        guard sweepTimer == nil else { return }
        let pool = Confined(self)
        sweepTimer = loop.schedule(after: Self.sweepInterval) { loop in
            pool.value.sweepTimer = nil
            pool.value.sweep(on: loop)
        }
    }

    private func sweep(on loop: isolated EventLoop) {
        let now = loop.now
        for exchange in waitingStatements.remove(where: { $0.deadline <= now }) { exchange.answer(.failure(waitedTooLong)) }
        for waiter in waitingLeases.remove(where: { $0.deadline <= now }) { waiter.continuation.resume(returning: .failure(waitedTooLong)) }
        for connection in pipelines { sweep(connection, at: now, on: loop) }
        for connection in leased { expire(connection, at: now) }
        publish()
        if isBusy { startSweeping(on: loop) }
    }

    /// A caller whose time is over is answered; the connection is closed only when it stands still.
    private func sweep(_ connection: PostgresConnection, at now: UInt64, on loop: isolated EventLoop) {
        guard !connection.exchanges.isEmpty else { return }
        expire(connection, at: now)
        let first = connection.exchanges[0].deadline
        if first <= now, now - first > limits.stallGrace.nanoseconds { giveUp(connection, on: loop) }
    }

    /// Closes a connection that stands still, and asks the server to end what it does there for nobody.
    private func giveUp(_ connection: PostgresConnection, on loop: isolated EventLoop) {
        let request = connection.handle.flatMap(CancelRequest.init)
        connection.close("it stood still", on: loop)
        // Nobody waits for it: it blocks for long when the network is what stands still. Full: the server's statement_timeout ends the statement.
        Task { [blocking = state.blocking] in try? await blocking.run { request?.send() } }
    }

    private func expire(_ connection: PostgresConnection, at now: UInt64) {
        for index in 0..<connection.exchanges.count where connection.exchanges[index].deadline <= now {
            connection.exchanges[index].answer(.failure(.timeout(after: connection.exchanges[index].timeout)))
        }
    }

    /// Without any connection, waiting too long means that the database is away.
    private var waitedTooLong: PostgresError {
        hasNoConnection
            ? .unavailable(retryAfter: .seconds(1), reason: "no connection could be made in time") : .poolExhausted
    }

    /// Looks after idle and lifetime limits once a second.
    func startUpkeep(on loop: isolated EventLoop) {
        guard upkeepTimer == nil, !isClosed else { return }
        let pool = Confined(self)
        upkeepTimer = loop.schedule(after: .seconds(1)) { loop in
            pool.value.upkeepTimer = nil
            pool.value.upkeep(on: loop)
        }
    }

    private func upkeep(on loop: isolated EventLoop) {
        let now = loop.now
        for connection in idle where connection.expiry <= now || connection.idleSince + limits.idleLimit.nanoseconds <= now {
            connection.close("idle, or its time was over", on: loop)
        }
        if pipelines.contains(where: { $0.isUsable && $0.expiry <= now }) { openSuccessor(on: loop) }
        if hasNoConnection, pipelinesConnecting == 0 { return }
        startUpkeep(on: loop)
    }

    /// The oldest shared connection whose time is over takes no more statements, and ends with the last it has.
    func retireExpired(on loop: isolated EventLoop) {
        let expired = pipelines.filter { $0.isUsable && $0.expiry <= loop.now }
        guard let oldest = expired.min(by: { $0.expiry < $1.expiry }) else { return }
        oldest.isRetiring = true
        if oldest.exchanges.isEmpty { oldest.close("its time was over", on: loop) }
    }
}
