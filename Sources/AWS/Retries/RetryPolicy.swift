/// When a failed call is tried again. Exponential backoff with full jitter; what a service asks for is honoured up to a cap.
public struct RetryPolicy: Sendable, Equatable {
    /// All attempts, the first included.
    public var maximumAttempts: Int
    /// Bound of the first wait.
    public var initialDelay: Duration
    /// By which the bound grows from wait to wait.
    public var factor: Int
    /// Bound of every wait.
    public var maximumDelay: Duration
    /// The longest `Retry-After` that is honoured.
    public var maximumRetryAfter: Duration

    /// A policy.
    public init(
        maximumAttempts: Int = 3, initialDelay: Duration = .milliseconds(1_000), factor: Int = 2, maximumDelay: Duration = .seconds(20),
        maximumRetryAfter: Duration = .seconds(20)
    ) {
        precondition(maximumAttempts >= 1 && factor >= 1, "a call has at least one attempt, and waits do not shrink")
        self.maximumAttempts = maximumAttempts
        self.initialDelay = initialDelay
        self.factor = factor
        self.maximumDelay = maximumDelay
        self.maximumRetryAfter = maximumRetryAfter
    }

    /// The wait after this attempt, counted from 1: a random part of the bound, or what the service asks for if that is more.
    ///
    /// - Parameter random: in 0..<1.
    public func delay(afterAttempt attempt: Int, random: Double, retryAfter: Duration? = nil) -> Duration {
        var bound = min(initialDelay, maximumDelay)
        for _ in 1..<max(attempt, 1) where bound < maximumDelay { bound = min(bound * factor, maximumDelay) }
        return max(bound * min(max(random, 0), 1), min(retryAfter ?? .zero, maximumRetryAfter))
    }
}
