extension RouteOption {
    /// Limits how often a subject may call: 429 with `Retry-After` above it, and fields on every answer that tell what is left.
    ///
    /// A limit declared on a group is one allowance for all its routes together; limits of several groups and of the route hold side by side, the
    /// innermost asked first. Where they are counted, `ApplicationConfiguration.rateLimitStore` says.
    ///
    /// ```swift
    /// routes.post("/sign-in", options: [.rateLimit(5, per: .minute, by: .client, whenUnavailable: .refuse)], signIn)
    /// routes.group("/api", options: [.rateLimit(600, per: .minute, by: .user, burst: 60)]) { … }
    /// ```
    ///
    /// - Parameters:
    ///   - count: how many requests a period brings.
    ///   - burst: how many may come at once after a pause; `count` unless declared.
    ///   - cost: how many one request counts for, up to `burst`.
    ///   - name: what clients read in `RateLimit-Policy`; made from count and period unless declared.
    ///   - failure: what happens when the store cannot be asked.
    public static func rateLimit(
        _ count: Int, per period: RateLimitPeriod, by subject: RateLimitSubject, burst: Int? = nil, cost: Int = 1, name: String? = nil,
        whenUnavailable failure: RateLimitFailure = .allow
    ) -> RouteOption {
        let limit = RateLimit(count, per: period, burst: burst, name: name)
        precondition((1...limit.burst).contains(cost), "a request costs 1 to the burst of its limit")
        return RouteOption { $0.rateLimits.append(RateLimitRule(limit: limit, subject: subject, cost: cost, failure: failure)) }
    }
}
