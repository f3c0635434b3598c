import Platform
import Reactor

extension PostgresPool {
    /// Runs one statement in a transaction of its own.
    ///
    /// - Parameters:
    ///   - sql: one statement.
    ///   - idempotent: running it twice does no more than running it once (every SELECT without side effects, `on conflict do nothing` …): it is sent
    ///     again, a bounded number of times, when its connection is lost before the answer, and once when a statement fails with which it shared an
    ///     implicit transaction. Statements that were not sent yet always are.
    ///   - slow: it may take long: it gets a connection of its own, so as not to hold up others.
    ///   - timeout: how long to wait for the answer; nil for the configuration's `statementTimeout`. Never longer than the caller's task has left
    ///     (`TaskDeadline`), for a request until its route's deadline. A slow statement is then cancelled on the server; a
    ///     short one is abandoned, and its effect is unknown.
    /// - Throws: every case of `PostgresError` but `.transactionEnded`.
    public func query(_ sql: SQL, idempotent: Bool = false, slow: Bool = false, timeout: Duration? = nil) async throws(PostgresError) -> PostgresRows {
        try sql.checkParameters()
        let timeout = timeout ?? state.limits.statementTimeout
        if slow { return try await querySlowly(sql, idempotent: idempotent, timeout: timeout) }
        let bounded = TaskDeadline.bound(timeout)
        if bounded == .zero { throw .timeout(after: .zero) }
        return try await Self.query(sql, idempotent: idempotent, timeout: bounded, slots: slots, on: slots.loop).get().last
    }

    /// Runs one statement that returns at most one row.
    ///
    /// - Throws: as `query`, and `.unexpectedRowCount` for more than one row.
    public func queryOne(_ sql: SQL, idempotent: Bool = false, slow: Bool = false, timeout: Duration? = nil) async throws(PostgresError) -> PostgresRow? {
        try await query(sql, idempotent: idempotent, slow: slow, timeout: timeout).atMostOne()
    }

    /// Runs one statement for its effect and tells how many rows it affected.
    ///
    /// - Throws: as `query`.
    @discardableResult
    public func execute(_ sql: SQL, idempotent: Bool = false, slow: Bool = false, timeout: Duration? = nil) async throws(PostgresError) -> Int {
        try await query(sql, idempotent: idempotent, slow: slow, timeout: timeout).affectedRows
    }

    /// Asks the database for a sign of life.
    ///
    /// - Throws: as `query`.
    public func ping(timeout: Duration = .seconds(2)) async throws(PostgresError) {
        _ = try await query("select 1", idempotent: true, timeout: timeout)
    }

    private static func query(
        _ sql: SQL, idempotent: Bool, timeout: Duration, slots: PerLoop<LoopPool>, on loop: isolated EventLoop
    ) async -> Reply {
        let pool = slots.value(on: loop)
        let id = pool.nextID()
        return await withTaskCancellationHandler {
            await withLoopContinuation { (continuation: ReplyContinuation) in
                if Task.isCancelled { return continuation.resume(returning: .failure(.cancelled)) }
                pool.submit(
                    Exchange(
                        id: id, work: .statement(sql), isIdempotent: idempotent, deadline: loop.now + timeout.nanoseconds, timeout: timeout,
                        continuation: continuation),
                    on: loop)
            }
        } onCancel: {
            // Runs on the loop: after the statement was submitted, or before, and then it is not.
            Task { await cancel(id, slots: slots, on: loop) }
        }
    }

    private static func cancel(_ id: UInt64, slots: PerLoop<LoopPool>, on loop: isolated EventLoop) {
        slots.value(on: loop).cancelStatement(id)
    }
}

extension PostgresRows {
    /// The only row, or nil when there is none.
    ///
    /// - Throws: `.unexpectedRowCount` for more.
    public func atMostOne() throws(PostgresError) -> PostgresRow? {
        guard count <= 1 else { throw .unexpectedRowCount(found: count, expected: "at most one") }
        return first
    }

    /// The only row.
    ///
    /// - Throws: `.unexpectedRowCount` for none or more.
    public func exactlyOne() throws(PostgresError) -> PostgresRow {
        guard count == 1 else { throw .unexpectedRowCount(found: count, expected: "one") }
        return self[0]
    }
}

extension SQL {
    func checkParameters() throws(PostgresError) {
        if let position = parameterWithNUL { throw .invalidParameter(.containsNUL(position: position)) }
        if parameters.count > 65_535 { throw .invalidParameter(.tooMany(count: parameters.count)) }
    }
}
