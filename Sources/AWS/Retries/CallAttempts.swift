/// The attempts of one call: failures in, decisions out.
///
/// A client holds one `RetryBudget` behind a lock for all its calls, and one of these for each.
public struct CallAttempts: Sendable, Equatable {
    /// What to do after a failure.
    public enum Decision: Sendable, Equatable {
        /// Sign anew and send again after this wait.
        case retry(after: Duration)
        /// The call has failed, with the failure at hand.
        case giveUp(Reason)
    }

    /// Why a call is not tried again.
    public enum Reason: Sendable, Equatable {
        /// Trying again cannot help.
        case permanent
        /// The service may have carried it out, and twice would be wrong.
        case mayHaveHappened
        /// All attempts were made.
        case attemptsExhausted
        /// Too many calls of this client fail.
        case budgetExhausted
        /// The caller's time would be over before the wait is.
        case deadline
    }

    /// The attempt under way, from 1.
    public private(set) var attempt = 1
    private let policy: RetryPolicy
    private let isIdempotent: Bool
    private var lastCost: Int?

    /// A call that is about to be sent; `isIdempotent` says that twice is as good as once.
    public init(_ policy: RetryPolicy = RetryPolicy(), isIdempotent: Bool) {
        self.policy = policy
        self.isIdempotent = isIdempotent
    }

    /// Decides after the attempt under way has failed. `random` is in 0..<1.
    public mutating func decide(after failure: Failure, _ budget: inout RetryBudget, random: Double) -> Decision {
        if failure.kind == .permanent { return .giveUp(.permanent) }
        if failure.mayHaveHappened, !isIdempotent { return .giveUp(.mayHaveHappened) }
        guard attempt < policy.maximumAttempts else { return .giveUp(.attemptsExhausted) }
        guard let cost = budget.take(for: failure.kind) else { return .giveUp(.budgetExhausted) }
        lastCost = cost
        defer { attempt += 1 }
        return .retry(after: policy.delay(afterAttempt: attempt, random: random, retryAfter: failure.retryAfter))
    }

    /// Gives back what the last retry cost, or one token for a call that needed none.
    public func succeeded(_ budget: inout RetryBudget) {
        budget.giveBack(lastCost ?? RetryBudget.firstTryRefund)
    }
}
