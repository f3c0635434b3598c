import Platform

/// A sleeper that is woken once: by its timer or by cancellation, whichever comes first, even before it fell asleep.
final class SleepState: Sendable {
    private enum State {
        case idle
        case sleeping(CheckedContinuation<Void, any Error>)
        case finished((any Error)?)
    }

    private let state = Lock(State.idle)

    /// Takes the sleeper; false when it was woken already (and is resumed here).
    func begin(_ continuation: CheckedContinuation<Void, any Error>) -> Bool {
        let early: ((any Error)?)? = state.withLock { state in
            if case .finished(let error) = state { return .some(error) }
            state = .sleeping(continuation)
            return nil
        }
        guard let early else { return true }
        continuation.resume(with: early.map { .failure($0) } ?? .success(()))
        return false
    }

    func finish(throwing error: (any Error)?) {
        let sleeper: CheckedContinuation<Void, any Error>? = state.withLock { state in
            defer { state = .finished(error) }
            if case .sleeping(let continuation) = state { return continuation }
            return nil
        }
        sleeper?.resume(with: error.map { .failure($0) } ?? .success(()))
    }
}
