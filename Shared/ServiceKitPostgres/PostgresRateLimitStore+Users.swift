import Postgres

extension PostgresRateLimitStore {
    /// The limits that count a signed-in user now, by their names.
    ///
    /// - Throws: `PostgresError`.
    public func limits(countingUser user: String) async throws -> [String] {
        let ending = Self.ending(user)
        return try await pool.query(
            "select left(key, -length(\(ending)::text)) from rate_limits where right(key, length(\(ending)::text)) = \(ending) order by 1 limit 1000",
            idempotent: true, slow: true
        ).map { try $0.decode(0) }
    }

    /// Forgets what was counted for a signed-in user; reads every row, of which there are as many as subjects that called lately.
    ///
    /// - Throws: `PostgresError`.
    public func forget(user: String) async throws {
        let ending = Self.ending(user)
        try await pool.execute("delete from rate_limits where right(key, length(\(ending)::text)) = \(ending)", slow: true)
    }

    /// How the keys of `RateLimitSubject.user` end.
    private static func ending(_ user: String) -> String { " user \(user)" }
}
