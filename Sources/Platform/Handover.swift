/// Takes a result from one thread to a task that waits for it.
///
/// A continuation alone would do, were it not for the thread sanitizer: it takes what the other thread wrote for a race when the continuation is resumed
/// before its task has gone to sleep. A lock it understands.
final class Handover<Value: Sendable>: Sendable {
    private let state = Lock<(result: Result<Value, any Error>?, continuation: CheckedContinuation<Void, Never>?)>((nil, nil))

    /// Gives the result; once.
    func resume(with result: Result<Value, any Error>) {
        let continuation = state.withLock { state in
            state.result = result
            return state.continuation.take()
        }
        continuation?.resume()
    }

    /// Suspends until what `body` was given is resumed.
    static func wait(_ body: (Handover) -> Void) async throws -> Value {
        let handover = Handover()
        await withCheckedContinuation { continuation in
            handover.state.withLock { $0.continuation = continuation }
            body(handover)
        }
        return try handover.state.withLock { $0.result.take() }!.get()
    }
}
