import Crypto
import JSON
import Postgres

/// A request that names itself, and what it asks for.
struct IdempotentRequest: Sendable {
    /// What the client calls it.
    var key: String
    /// SHA-256 of route and body: the same for the same request.
    var fingerprint: [UInt8]

    /// Takes the fingerprint of a request's text.
    init(key: String, asking text: String) {
        self.key = key
        fingerprint = SHA256.hash(text)
    }
}

extension PortalStore {
    /// Runs writes of one learner in a transaction that begins by locking the learner's row: they never interleave, so they cannot deadlock,
    /// and what is read after the lock stays true.
    ///
    /// - Throws: `PortalProblem`, and the transaction leaves nothing.
    func write<Answer: Sendable>(
        for learner: Learner, _ work: @escaping @Sendable (PostgresTransaction) async throws -> Answer
    ) async throws -> Answer {
        try await inTurn(of: learner) {
            try await pool.transaction { transaction in
                _ = try await transaction.query("SELECT lock_learner(\(learner))")
                return try await work(transaction)
            }
        }
    }

    /// The same once per key: the answer is kept in the transaction that does the work, so that both are there or neither.
    ///
    /// Another transaction under the key is told at once that it is in use; only answers of success are kept.
    func write<Answer: JSONValue>(
        for learner: Learner, _ request: IdempotentRequest?, _ work: @escaping @Sendable (PostgresTransaction) async throws -> Answer
    ) async throws -> Answer {
        guard let request else { return try await write(for: learner, work) }
        return try await inTurn(of: learner, key: request.key) {
            try await pool.transaction { transaction in
                if let kept = try await Self.claim(request, for: learner, transaction) { return try Answer.decode(json: Array(kept.utf8)) }
                _ = try await transaction.query("SELECT lock_learner(\(learner))")
                let answer = try await work(transaction)
                let text = JSON.string(answer)
                _ = try await transaction.query("SELECT keep_answer(\(learner), \(request.key), \(request.fingerprint), \(text))")
                return answer
            }
        }
    }

    /// Waits for the learner's turn, then works; says what the tables refuse in the portal's words.
    func inTurn<Answer>(of learner: Learner, key: String? = nil, _ work: () async throws -> Answer) async throws -> Answer {
        try await turns.take(for: learner, key: key) {
            do {
                return try await work()
            } catch let error as PostgresError {
                throw PortalProblem(error) ?? error
            }
        }
    }

    /// The answer that is kept under the key, or nil when the key is now ours until the transaction ends.
    private static func claim(_ request: IdempotentRequest, for learner: Learner, _ transaction: PostgresTransaction) async throws -> String? {
        let rows = try await transaction.query(
            "SELECT is_running, is_other, kept FROM claim_key(\(learner), \(request.key), \(request.fingerprint))")
        let (isRunning, isOther, kept) = try rows[0].decode(Bool.self, Bool.self, String?.self)
        if isRunning { throw PortalProblem.keyInUse }
        if isOther { throw PortalProblem.keyUsedForAnotherRequest }
        return kept
    }
}
