import JSON
import Postgres

/// A request that names itself, and what it asks for.
struct IdempotentRequest: Sendable {
    /// What the client calls it.
    var key: String
    /// Route and body: the same for the same request.
    var fingerprint: String
}

extension PortalStore {
    /// Runs writes of one learner in a transaction that begins by locking the learner's row: they never interleave, so they cannot deadlock,
    /// and what is read after the lock stays true.
    ///
    /// - Throws: `PortalProblem`, and the transaction leaves nothing.
    func write<Answer: Sendable>(
        for learner: Learner, _ work: @escaping @Sendable (PostgresTransaction) async throws -> Answer
    ) async throws -> Answer {
        try await pool.transaction { transaction in
            _ = try await transaction.query("SELECT lock_learner(\(learner))")
            return try await work(transaction)
        }
    }

    /// The same once per key: the answer is kept in the transaction that does the work, so that both are there or neither.
    ///
    /// Another transaction under the key is told at once that it is in use; only answers of success are kept.
    func write<Answer: JSONValue>(
        for learner: Learner, _ request: IdempotentRequest?, _ work: @escaping @Sendable (PostgresTransaction) async throws -> Answer
    ) async throws -> Answer {
        guard let request else { return try await write(for: learner, work) }
        return try await pool.transaction { transaction in
            if let kept = try await Self.claim(request, for: learner, transaction) { return try Answer.decode(json: Array(kept.utf8)) }
            _ = try await transaction.query("SELECT lock_learner(\(learner))")
            let answer = try await work(transaction)
            let text = JSON.string(answer)
            _ = try await transaction.query(
                """
                INSERT INTO idempotency_keys (user_id, key, request_hash, answer)
                VALUES (\(learner), \(request.key), sha256(convert_to(\(request.fingerprint), 'UTF8')), \(text))
                """)
            return answer
        }
    }

    /// The answer that is kept under the key, or nil when the key is now ours until the transaction ends.
    private static func claim(_ request: IdempotentRequest, for learner: Learner, _ transaction: PostgresTransaction) async throws -> String? {
        let rows = try await transaction.query(
            "SELECT is_running, is_other, kept FROM claim_idempotency_key(\(learner), \(request.key), \(request.fingerprint))")
        let (isRunning, isOther, kept) = try rows[0].decode(Bool.self, Bool.self, String?.self)
        if isRunning { throw PortalProblem.keyInUse }
        if isOther { throw PortalProblem.keyUsedForAnotherRequest }
        return kept
    }
}
