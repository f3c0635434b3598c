extension EventLoop {
    /// Suspends the caller until the continuation is resumed, and goes on within the loop.
    ///
    /// The runtime resumes a continuation on the task's preferred executor, else on the global pool, and only then returns to the actor: two thread
    /// switches. So the loop is preferred for the time of the wait, and for no longer: a preference slows down every return of an asynchronous
    /// function, and would keep `@concurrent` functions on the loop.
    public func suspend<Value>(_ body: (UnsafeContinuation<Value, Never>) -> Void) async -> Value {
        await withTaskExecutorPreference(executor) {
            await withUnsafeContinuation { body($0) }
        }
    }
}
