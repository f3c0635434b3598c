import CEpoll

/// Resumes a caller that waits by `withLoopContinuation`; exactly once.
public struct LoopContinuation<Value: Sendable>: Sendable {
    private let continuation: UnsafeContinuation<Value, Never>

    init(_ continuation: UnsafeContinuation<Value, Never>) { self.continuation = continuation }

    /// Lets the caller go on: on the current loop in this pass, or, called elsewhere, by way of the shared pool.
    ///
    /// A plain continuation always resumes its task on the shared pool, which sends it back to its loop: two changes of thread. A task with an executor
    /// preference spares them, but pays for that at every suspension; a resumption that stays on its loop costs an append.
    public func resume(returning value: sending Value) {
        guard let executor = EventLoop.current?.executor else { return continuation.resume(returning: value) }
        cepoll_begin_resuming(Unmanaged.passUnretained(executor).toOpaque())
        continuation.resume(returning: value)
        cepoll_end_resuming()
    }
}

extension LoopContinuation where Value == Void {
    /// Lets the caller go on.
    public func resume() { resume(returning: ()) }
}

/// Suspends the caller until its continuation is resumed; resumed on a loop, it goes on there in the same pass.
public func withLoopContinuation<Value: Sendable>(
    isolation: isolated (any Actor)? = #isolation, _ body: (LoopContinuation<Value>) -> Void
) async -> Value {
    await withUnsafeContinuation { body(LoopContinuation($0)) }
}
