/// Runs work that must not stop midway, such as the ending of a session, to its end: also when the caller is cancelled meanwhile, or was before.
///
/// The caller waits for the end in any case. What the work waits for must have limits of its own, for the caller's deadline (`TaskDeadline`) is not known
/// to it. It stays on the caller's loop.
public func shielded<Value: Sendable, Failure: Error>(
    isolation: isolated (any Actor)? = #isolation, _ work: @escaping @Sendable () async throws(Failure) -> Value
) async throws(Failure) -> Value {
    let task = Task {
        _ = isolation
        do throws(Failure) {
            return Result<Value, Failure>.success(try await work())
        } catch {
            return .failure(error)
        }
    }
    return try await task.value.get()
}
