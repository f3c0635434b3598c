import JSON
public import ServiceKitPostgres

/// How often a signed-in learner has called lately, where rate limits of a service count by user.
public struct RateLimitData: LearnerDataHandler {
    private let store: PostgresRateLimitStore

    /// Counts of this store.
    public init(_ store: PostgresRateLimitStore) { self.store = store }

    /// `rate_limits`
    public var name: String { "rate_limits" }

    /// The limits that have counted; which ones there are is bounded by the service's routes.
    public func export(of subject: String, after cursor: String?) async throws -> ExportPage { ExportPage(try await store.limits(countingUser: subject)) }

    /// Forgets the counts.
    public func delete(of subject: String) async throws -> DeletionPart {
        try await store.forget(user: subject)
        return .complete
    }
}
