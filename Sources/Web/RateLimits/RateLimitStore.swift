/// Where the requests of each key are counted: in this process, or in a place that several tasks share.
public protocol RateLimitStore: Sendable {
    /// Decides about one request and counts it if it may pass; a refused one costs nothing.
    ///
    /// - Parameters:
    ///   - cost: how many requests it counts for, 1 to `limit.burst`.
    ///   - limit: how often.
    ///   - key: whom and what for; at most 512 bytes.
    /// - Throws: when the store cannot be asked; the route then says whether to pass or to refuse.
    func take(_ cost: Int, of limit: RateLimit, for key: String) async throws -> RateLimitDecision
}
