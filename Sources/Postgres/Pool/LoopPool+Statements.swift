import Reactor
import Synchronization

/// Short statements on shared connections.
extension LoopPool {
    /// Sends at once where there is room, else waits in line; refuses when waiting is useless.
    func submit(_ exchange: Exchange, on loop: isolated EventLoop) {
        if isClosed { return exchange.answer(.failure(.closed)) }
        startSweeping(on: loop)
        if waitingStatements.isEmpty, let connection = roomiestPipeline() {
            connection.send(exchange, on: loop)
            if connection.exchanges.count > limits.pipelineDepth / 4 { openPipelineIfWanted(on: loop) }
            return
        }
        if let refusal = refusal() { return exchange.answer(.failure(refusal)) }
        guard waitingStatements.count < limits.waitingLimit else { return exchange.answer(.failure(.poolExhausted)) }
        waitingStatements.append(exchange)
        openPipelineIfWanted(on: loop)
        publish()
    }

    /// Sends those who wait while there is room.
    func sendWaiting(on loop: isolated EventLoop) {
        while !waitingStatements.isEmpty, let connection = roomiestPipeline(), let exchange = waitingStatements.popFirst() {
            connection.send(exchange, on: loop)
        }
        publish()
    }

    /// The caller's task was cancelled: it gets its answer now; what was sent is drained when it comes.
    func cancelStatement(_ id: UInt64) {
        for exchange in waitingStatements.remove(where: { $0.id == id }) { exchange.answer(.failure(.cancelled)) }
        for connection in pipelines { connection.abandon(.cancelled) { $0.id == id } }
        publish()
    }

    func roomiestPipeline() -> PostgresConnection? {
        var best: PostgresConnection?
        for connection in pipelines where connection.isUsable && connection.exchanges.count < min(limits.pipelineDepth, best?.exchanges.count ?? .max) {
            best = connection
        }
        return best
    }

    /// Why somebody without a connection need not wait; nil when a connection may come.
    func refusal() -> PostgresError? {
        guard hasNoConnection, let delay = state.refusal() else { return nil }
        return .unavailable(retryAfter: delay, reason: "connecting failed repeatedly")
    }

    /// After a loss: unsent statements wait anew, sent ones only if declared idempotent.
    func resubmit(_ unanswered: [Exchange], reason: String) {
        for lost in unanswered {
            guard lost.isIdempotent, lost.attempts < limits.attempts, !isClosed, let again = lost.again() else {
                lost.answer(.failure(isClosed ? .closed : .connectionLost(sent: true, reason: reason)))
                continue
            }
            guard waitingStatements.count < limits.waitingLimit else {
                again.answer(.failure(.poolExhausted))
                continue
            }
            figures.retried.add(1, ordering: .relaxed)
            waitingStatements.append(again)
        }
    }
}

extension PostgresConnection {
    /// Answers callers that no longer wait; their results are dropped when they come.
    func abandon(_ error: PostgresError, where matches: (Exchange) -> Bool) {
        for index in 0..<exchanges.count where exchanges[index].continuation != nil && matches(exchanges[index]) {
            exchanges[index].answer(.failure(error))
        }
    }
}
