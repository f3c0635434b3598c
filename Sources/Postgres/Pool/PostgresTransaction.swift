import Reactor

/// How much of other transactions' work one sees (PostgreSQL documentation, chapter 13.2).
public enum TransactionIsolation: Sendable {
    case readCommitted, repeatableRead, serializable
    /// `repeatableRead` without writes: one snapshot for several statements.
    case snapshot

    var begin: SQL {
        switch self {
        case .readCommitted: "begin isolation level read committed"
        case .repeatableRead: "begin isolation level repeatable read"
        case .serializable: "begin isolation level serializable"
        case .snapshot: "begin isolation level repeatable read read only"
        }
    }
}

/// A transaction as its body sees it; of no use after the body has returned.
///
/// The first statement carries BEGIN with it, so a transaction of n statements costs n + 1 round trips. After a statement failed all others do too.
public struct PostgresTransaction: Sendable {
    let lease: Lease
    let timeout: Duration
    let progress: Progress

    /// How far the transaction has come. Touched on the lease's loop only.
    final class Progress: @unchecked Sendable {
        /// BEGIN, until it was sent.
        var begin: SQL?
        var commitWasSent = false
        init(begin: SQL) { self.begin = begin }
    }

    /// Runs one statement.
    ///
    /// - Throws: every case of `PostgresError` but `.poolExhausted` and `.closed`.
    public func query(_ sql: SQL, timeout: Duration? = nil) async throws(PostgresError) -> PostgresRows {
        try sql.checkParameters()
        return try await run([sql], timeout: timeout, on: lease.loop).last
    }

    /// Runs one statement that returns at most one row.
    ///
    /// - Throws: as `query`, and `.unexpectedRowCount` for more than one row.
    public func queryOne(_ sql: SQL, timeout: Duration? = nil) async throws(PostgresError) -> PostgresRow? {
        try await query(sql, timeout: timeout).atMostOne()
    }

    /// Runs one statement for its effect and tells how many rows it affected.
    ///
    /// - Throws: as `query`.
    @discardableResult
    public func execute(_ sql: SQL, timeout: Duration? = nil) async throws(PostgresError) -> Int {
        try await query(sql, timeout: timeout).affectedRows
    }

    /// Runs several statements in one round trip; their rows come in the same order.
    ///
    /// - Throws: as `query`: the error of the first statement that failed.
    @discardableResult
    public func batch(_ statements: [SQL], timeout: Duration? = nil) async throws(PostgresError) -> [PostgresRows] {
        if statements.isEmpty { return [] }
        for sql in statements { try sql.checkParameters() }
        let answer = try await run(statements, timeout: timeout, on: lease.loop)
        return answer.earlier + [answer.last]
    }

    /// Runs any number of statements without parameters, separated by semicolons; they may not end the transaction.
    func script(_ text: String, timeout: Duration, on loop: isolated EventLoop) async throws(PostgresError) {
        if progress.begin != nil { _ = try await run(["select 1"], timeout: timeout, on: loop) }
        _ = try await lease.run(.script(text), timeout: timeout, on: loop)
    }

    private func run(_ statements: [SQL], timeout: Duration?, on loop: isolated EventLoop) async throws(PostgresError) -> Answer {
        if Task.isCancelled { throw .cancelled }
        var work = Exchange.Work.batch(statements, skipping: 0)
        if let begin = progress.begin.take() {
            work = .batch([begin] + statements, skipping: 1)
        } else if statements.count == 1 {
            work = .statement(statements[0])
        }
        do throws(PostgresError) {
            return try await lease.run(work, timeout: timeout ?? self.timeout, on: loop)
        } catch {
            // Without COMMIT nothing took effect.
            guard case .connectionLost(_, let reason) = error else { throw error }
            throw .connectionLost(sent: false, reason: reason)
        }
    }
}
