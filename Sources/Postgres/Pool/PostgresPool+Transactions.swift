import Reactor

extension PostgresPool {
    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws or its task is cancelled — never half.
    ///
    /// - Parameters:
    ///   - isolation: what the transaction sees of others.
    ///   - retries: how often `body` is run again, after a random pause, when the transaction met a serialization failure or a deadlock, or lost its
    ///     connection before COMMIT was sent. So `body` must not do anything outside the transaction that may not happen twice; 0 for never.
    ///   - timeout: bound of each statement; nil for the configuration's.
    ///   - body: the statements.
    /// - Throws: what `body` throws, or `PostgresError`; `.connectionLost(sent: true)` and `.timeout` from COMMIT mean that the outcome is unknown.
    public func transaction<Result: Sendable>(
        isolation: TransactionIsolation = .readCommitted, retries: Int = 3, timeout: Duration? = nil,
        _ body: @Sendable (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        var attempt = 1
        while true {
            let outcome = await Self.attempt(isolation, timeout: timeout ?? state.limits.statementTimeout, slots: slots, on: slots.loop, body)
            switch outcome {
            case .committed(let result): return result
            case .failed(let error, let mayTryAgain):
                guard mayTryAgain, attempt <= retries, !Task.isCancelled else { throw error }
                await pause(beforeAttempt: attempt)
                attempt += 1
            }
        }
    }

    private enum Outcome<Result: Sendable> {
        case committed(Result)
        case failed(any Error, mayTryAgain: Bool)
    }

    private static func attempt<Result: Sendable>(
        _ isolation: TransactionIsolation, timeout: Duration, slots: PerLoop<LoopPool>, on loop: isolated EventLoop,
        _ body: @Sendable (PostgresTransaction) async throws -> Result
    ) async -> Outcome<Result> {
        let lease: Lease
        do { lease = try await Lease.take(slots: slots, on: loop) } catch { return .failed(error, mayTryAgain: false) }
        defer { lease.end(on: loop) }
        let transaction = PostgresTransaction(lease: lease, timeout: timeout, progress: .init(begin: isolation.begin))
        do {
            let result = try await body(transaction)
            try await commit(transaction, on: loop)
            return .committed(result)
        } catch {
            let mayTryAgain = mayTryAgain(transaction)
            await rollBack(transaction, on: loop)
            return .failed(error, mayTryAgain: mayTryAgain)
        }
    }

    /// Nothing was sent, nothing to commit. Once COMMIT is on its way a cancellation comes too late.
    private static func commit(_ transaction: PostgresTransaction, on loop: isolated EventLoop) async throws(PostgresError) {
        if let failure = transaction.lease.failure { throw failure }
        if transaction.progress.begin != nil { return }
        if Task.isCancelled { throw .cancelled }
        transaction.progress.commitWasSent = true
        let answer = try await transaction.lease.run(.statement("commit"), timeout: transaction.timeout, shielded: true, on: loop)
        // The server answers a COMMIT of a failed transaction by rolling back.
        guard answer.last.commandTag == "COMMIT" else {
            throw .server(ServerError(state: .failedTransaction, message: "COMMIT was answered by \(answer.last.commandTag)"))
        }
    }

    /// Conflicts, and losses before COMMIT was sent: nothing of the transaction took effect.
    private static func mayTryAgain(_ transaction: PostgresTransaction) -> Bool {
        guard let failure = transaction.lease.failure else { return false }
        if case .connectionLost = failure { return !transaction.progress.commitWasSent }
        return failure.isTransactionConflict
    }

    /// Shielded; skipped where the connection is going to be closed anyway.
    private static func rollBack(_ transaction: PostgresTransaction, on loop: isolated EventLoop) async {
        if transaction.progress.begin != nil { return }
        await transaction.lease.rollBack(timeout: .seconds(5), on: loop)
    }
}
