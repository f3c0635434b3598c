import Reactor

/// What a caller gets for an exchange: the rows of each of its statements.
struct Answer: Sendable {
    /// Rows of the last statement.
    var last: PostgresRows
    /// Rows of those before it.
    var earlier: [PostgresRows] = []
}

typealias Reply = Result<Answer, PostgresError>
typealias ReplyContinuation = LoopContinuation<Reply>

/// Statements that are sent together and answered together: they share one Sync, so one that fails leaves other exchanges unharmed.
///
/// A class: it waits in one queue after another, and copies of its statement would cost more than the memory.
final class Exchange {
    enum Work {
        case statement(SQL)
        /// Several statements; nobody wants the results of the first `skipping`.
        case batch([SQL], skipping: Int)
        /// Any number of statements without parameters, by the simple protocol.
        case script(String)
    }

    let id: UInt64
    let work: Work
    /// What a statement is long on the wire, about.
    let messageBytes: Int
    /// May be sent again when its connection is lost.
    let isIdempotent: Bool
    /// When the caller stops waiting, on the loop's clock.
    let deadline: UInt64
    let timeout: Duration
    /// How often it was sent.
    @exclusivity(unchecked) var attempts = 0
    /// Has a Sync of its own, because it was in a group that failed.
    @exclusivity(unchecked) private var isAlone = false
    /// Nil once the caller has its answer; what still arrives is dropped.
    @exclusivity(unchecked) private(set) var continuation: ReplyContinuation?

    // What has been read.
    @exclusivity(unchecked) private var skipped = 0
    @exclusivity(unchecked) private var results: [PostgresRows] = []
    @exclusivity(unchecked) private var last: PostgresRows?
    @exclusivity(unchecked) private var failure: PostgresError?

    init(id: UInt64, work: Work, isIdempotent: Bool, deadline: UInt64, timeout: Duration, continuation: ReplyContinuation) {
        self.id = id
        self.work = work
        messageBytes = if case .statement(let sql) = work { sql.messageBytes } else { 0 }
        self.isIdempotent = isIdempotent
        self.deadline = deadline
        self.timeout = timeout
        self.continuation = continuation
    }

    /// A statement without other effects than its answer may go out with others under one Sync: one packet, one transaction and one wake-up for all.
    var mayShareSync: Bool {
        guard isIdempotent, !isAlone, case .statement = work else { return false }
        return messageBytes <= SyncGroups.limitBytes
    }

    var hasFailed: Bool { failure != nil }

    var isInConflict: Bool { failure?.isTransactionConflict ?? false }

    var isScript: Bool { if case .script = work { true } else { false } }

    func take(_ rows: PostgresRows) {
        if case .batch(_, let skipping) = work, skipped < skipping { return skipped += 1 }
        if let last { results.append(last) }
        last = rows
    }

    /// The first failure counts; those behind it only tell that they were skipped.
    func take(_ error: PostgresError) { failure = failure ?? error }

    var reply: Reply {
        if let failure { return .failure(failure) }
        guard let last else { return .failure(.connectionLost(sent: true, reason: "an answer without a result")) }
        return .success(Answer(last: last, earlier: results))
    }

    func answer(_ reply: Reply) {
        continuation?.resume(returning: reply)
        continuation = nil
    }

    /// Forgets what was read, to be sent again under a Sync of its own.
    func alone() -> Exchange? {
        let again = again()
        again?.isAlone = true
        return again
    }

    /// Forgets what was read, to be sent again.
    func again() -> Exchange? {
        guard let continuation else { return nil }
        let again = Exchange(id: id, work: work, isIdempotent: isIdempotent, deadline: deadline, timeout: timeout, continuation: continuation)
        again.attempts = attempts
        return again
    }
}
