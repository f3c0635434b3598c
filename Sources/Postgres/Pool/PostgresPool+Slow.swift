import Reactor

extension PostgresPool {
    /// A statement on a connection of its own, sent again after a loss when it is idempotent.
    func querySlowly(_ sql: SQL, idempotent: Bool, timeout: Duration) async throws(PostgresError) -> PostgresRows {
        var attempt = 1
        while true {
            do throws(PostgresError) {
                return try await Self.querySlowly(sql, timeout: timeout, slots: slots, on: slots.loop)
            } catch {
                guard case .connectionLost(let sent, _) = error, idempotent || !sent, attempt < state.limits.attempts else { throw error }
                await pause(beforeAttempt: attempt)
                attempt += 1
            }
        }
    }

    private static func querySlowly(
        _ sql: SQL, timeout: Duration, slots: PerLoop<LoopPool>, on loop: isolated EventLoop
    ) async throws(PostgresError) -> PostgresRows {
        let lease = try await Lease.take(slots: slots, on: loop)
        defer { lease.end(on: loop) }
        return try await lease.run(.statement(sql), timeout: timeout, on: loop).last
    }

    /// Full jitter; returns early when the task is cancelled.
    func pause(beforeAttempt attempt: Int) async {
        let delay = Backoff().delay(beforeAttempt: attempt, random: .random(in: 0..<1))
        try? await slots.loop.sleep(for: delay)
    }
}
