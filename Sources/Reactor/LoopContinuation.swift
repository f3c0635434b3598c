/// Suspends the caller until its continuation is resumed; what runs on a loop then goes on there at once.
///
/// A plain continuation resumes its task on the shared pool, which sends it back to its loop: two changes of thread. A task that prefers the loop's
/// executor spares them, but preferring costs every task; here only those pay that wait. Off the loops it is a plain continuation.
///
/// `body` may run a little later, on the same loop: it checks for itself whether there is still something to wait for, and `Task.isCancelled`.
public func withLoopContinuation<Value: Sendable>(
    isolation: isolated (any Actor)? = #isolation, _ body: (UnsafeContinuation<Value, Never>) -> Void
) async -> Value {
    await withTaskExecutorPreference(EventLoop.current?.executor) { await withUnsafeContinuation(body) }
}
