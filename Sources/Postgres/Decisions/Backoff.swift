/// Exponential backoff with full jitter: each delay is a random part of a bound that doubles.
public struct Backoff: Sendable, Equatable {
    /// Bound of the first delay.
    public var initial: Duration
    /// Bound of every delay.
    public var maximum: Duration

    /// Creates a backoff.
    public init(initial: Duration = .milliseconds(20), maximum: Duration = .seconds(1)) {
        self.initial = initial
        self.maximum = maximum
    }

    /// The delay before try `attempt` (1 is the first repetition); `random` is in 0..<1.
    public func delay(beforeAttempt attempt: Int, random: Double) -> Duration {
        let bound = min(initial * (1 << min(max(attempt - 1, 0), 20)), maximum)
        return bound * min(max(random, 0), 1)
    }
}
