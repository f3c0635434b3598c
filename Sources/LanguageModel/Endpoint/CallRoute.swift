import AWS

/// The way of one call through the models: which one is asked, for how long, and what follows a failure. A value without a clock of its own.
///
/// Each model has its part of the time that is left when it is asked first, so that one that is slow leaves its backup enough.
struct CallRoute: Sendable, Equatable {
    /// What follows a failure.
    enum Step: Sendable, Equatable {
        /// The same model after a wait.
        case again(after: Duration)
        /// The next model.
        case next
        /// No model helps, or no time is left.
        case giveUp
    }

    /// With less time left no further model is asked.
    static let shortestAttempt = Duration.milliseconds(500)

    /// Which model is at work.
    private(set) var place = 0
    /// Attempts made so far, of all models.
    private(set) var attempts = 1
    private var own: CallAttempts
    private var end: Duration
    private let models: Int
    private let policy: RetryPolicy
    private let isRepeatable: Bool
    private let deadline: Duration

    /// A way through so many models.
    ///
    /// - Parameters:
    ///   - isRepeatable: whether to ask the same model again when it may have done the work already.
    ///   - now: moments are of one monotonic clock.
    init(models: Int, _ policy: RetryPolicy, isRepeatable: Bool, now: Duration, timeLimit: Duration) {
        self.models = models
        self.policy = policy
        self.isRepeatable = isRepeatable
        deadline = now + timeLimit
        own = CallAttempts(policy, isIdempotent: isRepeatable)
        end = now + timeLimit / models
    }

    /// How long the attempt at hand may take.
    func timeLimit(at now: Duration) -> Duration { max(.zero, end - now) }

    /// How long all may take still.
    func timeLeft(at now: Duration) -> Duration { max(.zero, deadline - now) }

    /// Decides after the attempt at hand has failed. `random` is in 0..<1.
    mutating func step(after error: EndpointError, at now: Duration, _ budget: inout RetryBudget, random: Double) -> Step {
        switch error.kind {
        case .cancelled, .unauthorized: return .giveUp
        case .timedOut, .refused: return next(at: now)
        case .throttled, .failed:
            let failure = Failure(error.kind == .throttled ? .throttling : .transient, mayHaveHappened: error.mayHaveCost)
            guard case .retry(let wait) = own.decide(after: failure, &budget, random: random), wait + Self.shortestAttempt <= end - now else {
                return next(at: now)
            }
            attempts += 1
            return .again(after: wait)
        }
    }

    private mutating func next(at now: Duration) -> Step {
        guard place + 1 < models, deadline - now >= Self.shortestAttempt else { return .giveUp }
        place += 1
        attempts += 1
        own = CallAttempts(policy, isIdempotent: isRepeatable)
        end = now + (deadline - now) / (models - place)
        return .next
    }

    /// Notes that the attempt at hand has succeeded.
    func succeeded(_ budget: inout RetryBudget) { own.succeeded(&budget) }
}
