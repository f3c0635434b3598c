import Postgres

/// The database error that `body` ends with; nil when it succeeds. For expectations within expectations, and for outcomes that may be either.
func databaseError<Result>(_ body: () async throws -> Result) async -> PostgresError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error as? PostgresError
    }
}
