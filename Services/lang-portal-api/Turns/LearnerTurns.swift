import Platform

/// Lets the writes of one learner take turns before they take a connection, so that nobody's writes can hold every connection and wait.
///
/// One write of a learner works at a time in this process, the others wait in memory in the order in which they came.
final class LearnerTurns: Sendable {
    private enum Outcome { case turn, keyInUse, lineIsFull, tooLate, cancelled }

    private struct State {
        var queue = TurnQueue()
        var waiters: [UInt64: UnsafeContinuation<Outcome, Never>] = [:]
        var lastID: UInt64 = 0
    }

    private let state = Lock(State())
    private let patience: Duration

    /// Prepares the lines; a write waits at most `patience` for its turn.
    init(patience: Duration = .seconds(5)) { self.patience = patience }

    /// Does the work when it is its turn.
    ///
    /// - Throws: `PortalProblem.keyInUse` when a write under the key works or waits, `.learnerIsBusy` when the line is full or the turn does
    ///   not come in time, `CancellationError`, and what the work throws.
    @discardableResult
    func take<Answer>(for learner: Learner, key: String? = nil, _ work: () async throws -> Answer) async throws -> Answer {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        switch await outcome(id, learner, key) {
        case .turn: break
        case .keyInUse: throw PortalProblem.keyInUse
        case .lineIsFull, .tooLate: throw PortalProblem.learnerIsBusy
        case .cancelled: throw CancellationError()
        }
        defer { leave(learner, key) }
        return try await work()
    }

    /// How many writes of the learner wait now.
    func waiting(for learner: Learner) -> Int { state.withLock { $0.queue.waiting(for: learner) } }

    private func outcome(_ id: UInt64, _ learner: Learner, _ key: String?) async -> Outcome {
        var expiry: Task<Void, Never>?
        defer { expiry?.cancel() }
        return await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                if let outcome = admit(id, learner, key, continuation) {
                    continuation.resume(returning: outcome)
                } else {
                    expiry = watch(id, learner, key)
                }
            }
        } onCancel: {
            giveUp(id, learner, key, .cancelled)
        }
    }

    /// What becomes of the write at once, nil when it waits.
    private func admit(_ id: UInt64, _ learner: Learner, _ key: String?, _ waiter: UnsafeContinuation<Outcome, Never>) -> Outcome? {
        state.withLock { state in
            switch state.queue.arrive(id, for: learner, key: key) {
            case .atOnce: return .turn
            case .keyInUse: return .keyInUse
            case .lineIsFull: return .lineIsFull
            case .waits:
                state.waiters[id] = waiter
                return nil
            }
        }
    }

    /// Ends the wait of one whose turn does not come in time, or at once of one whose task was cancelled before it stood in line.
    private func watch(_ id: UInt64, _ learner: Learner, _ key: String?) -> Task<Void, Never>? {
        if Task.isCancelled {
            giveUp(id, learner, key, .cancelled)
            return nil
        }
        return Task { [patience] in
            guard (try? await Task.sleep(for: patience)) != nil else { return }
            giveUp(id, learner, key, .tooLate)
        }
    }

    private func giveUp(_ id: UInt64, _ learner: Learner, _ key: String?, _ outcome: Outcome) {
        let waiter = state.withLock { state in
            state.queue.giveUp(id, for: learner, key: key) ? state.waiters.removeValue(forKey: id) : nil
        }
        waiter?.resume(returning: outcome)
    }

    private func leave(_ learner: Learner, _ key: String?) {
        let next = state.withLock { state in
            state.queue.leave(learner, key: key).flatMap { state.waiters.removeValue(forKey: $0) }
        }
        next?.resume(returning: .turn)
    }
}
