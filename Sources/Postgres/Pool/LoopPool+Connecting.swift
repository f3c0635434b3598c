import Reactor
import Synchronization

/// Making connections, and what failing at it means.
extension LoopPool {
    private enum Purpose { case pipeline, lease }

    /// Connects one more shared connection when there is none, or when those there are fill up.
    func openPipelineIfWanted(on loop: isolated EventLoop) {
        let usable = pipelines.count { $0.isUsable }
        guard usable + pipelinesConnecting < state.share.pipelined, pipelinesConnecting == 0, retryTimer == nil else { return }
        connect(for: .pipeline, on: loop)
    }

    /// Connects in place of a shared connection whose time is over. That one serves on until then: connecting may fail, as while a password changes.
    func openSuccessor(on loop: isolated EventLoop) {
        guard pipelinesConnecting == 0, retryTimer == nil else { return }
        connect(for: .pipeline, on: loop)
    }

    /// Connects one more leased connection when more callers wait than connections come, within the share.
    func openLeaseIfWanted(on loop: isolated EventLoop) {
        while leased.count + idle.count + leasesConnecting < state.share.leased, leasesConnecting < waitingLeases.count, retryTimer == nil {
            guard connect(for: .lease, on: loop) else { return }
        }
    }

    @discardableResult
    private func connect(for purpose: Purpose, on loop: isolated EventLoop) -> Bool {
        guard !isClosed else { return false }
        guard case .attempt = state.admit() else {
            retryLater(on: loop)
            return false
        }
        if purpose == .pipeline { pipelinesConnecting += 1 } else { leasesConnecting += 1 }
        Task {
            _ = loop
            do throws(PostgresError) {
                adopt(try await state.connector.open(on: loop), for: purpose, on: loop)
            } catch {
                connectingFailed(error, for: purpose, on: loop)
            }
        }
        return true
    }

    private func adopt(_ connection: PostgresConnection, for purpose: Purpose, on loop: isolated EventLoop) {
        state.connected()
        failuresInARow = 0
        settle(purpose)
        guard !isClosed else { return connection.close("the pool was closed", on: loop) }
        connection.owner = self
        startUpkeep(on: loop)
        switch purpose {
        case .lease: offer(connection)
        case .pipeline:
            pipelines.append(connection)
            retireExpired(on: loop)
        }
        sendWaiting(on: loop)
        openPipelineIfWanted(on: loop)
        openLeaseIfWanted(on: loop)
    }

    private func settle(_ purpose: Purpose) {
        if purpose == .pipeline { pipelinesConnecting -= 1 } else { leasesConnecting -= 1 }
    }

    private func connectingFailed(_ error: PostgresError, for purpose: Purpose, on loop: isolated EventLoop) {
        state.connectingFailed()
        failuresInARow += 1
        settle(purpose)
        guard !isClosed else { return }
        if let delay = state.refusal(), hasNoConnection {
            let reason = if case .unavailable(_, let reason) = error { reason } else { "\(error)" }
            refuseWaiting(.unavailable(retryAfter: delay, reason: reason))
        }
        retryLater(on: loop)
    }

    /// Tries again by itself after a while, so that recovery does not need a caller.
    private func retryLater(on loop: isolated EventLoop) {
        guard retryTimer == nil, !isClosed else { return }
        let backoff = Backoff(initial: .milliseconds(40), maximum: .milliseconds(500))
        let delay = state.refusal() ?? backoff.delay(beforeAttempt: failuresInARow, random: .random(in: 0..<1))
        let pool = Confined(self)
        retryTimer = loop.schedule(after: max(delay, .milliseconds(5))) { loop in
            pool.value.retryTimer = nil
            pool.value.openPipelineIfWanted(on: loop)
            pool.value.openLeaseIfWanted(on: loop)
        }
    }
}

extension LoopPool: ConnectionOwner {
    func connectionAnswered(_ connection: PostgresConnection, on loop: isolated EventLoop) {
        if !waitingStatements.isEmpty { sendWaiting(on: loop) }
        if connection.isRetiring, connection.exchanges.isEmpty { connection.close("its time was over", on: loop) }
        figures.inFlight.store(pipelines.reduce(0) { $0 + $1.exchanges.count }, ordering: .relaxed)
    }

    func connectionClosed(_ connection: PostgresConnection, unanswered: [Exchange], reason: String, on loop: isolated EventLoop) {
        pipelines.removeAll { $0 === connection }
        idle.removeAll { $0 === connection }
        resubmit(unanswered, reason: reason)
        if !isClosed {
            openPipelineIfWanted(on: loop)
            openLeaseIfWanted(on: loop)
        }
        publish()
    }
}
