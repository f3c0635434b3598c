public import Platform

extension BlockingPool {
    /// Calls a handler on a thread of the pool.
    ///
    /// What it uses is not Sendable and need not be: a request is one chain of calls, which waits here meanwhile.
    @usableFromInline
    func call<Output>(_ handler: @escaping () async throws -> Output) async throws -> Output {
        nonisolated(unsafe) let handler = handler
        nonisolated(unsafe) var output: Output?
        try await withThread { output = try await handler() }
        return output!
    }
}
