public import Guardrails
public import Platform

/// Why there is no answer. What the user wrote is never part of it, and is never used up by it: the same request may be sent again.
///
/// Two faces: `description` for users, `debugDescription` for the log.
public enum ModelError: Error, Sendable, Equatable {
    /// The guardrails do not let the text pass; another text may.
    case refused(Finding)
    /// It was an attempt against the model: the conversation is over.
    case conversationEnded(Finding)
    /// Too many attempts: the user is not served until then.
    case blocked(until: UnixTime)
    /// A limit is in the way.
    case limited(UsageLimit, retryAfter: Duration)
    /// It cannot be written down what is used, so nothing is spent.
    case ledgerUnavailable(detail: String)
    /// No model answers, and no kept answer is at hand.
    case modelUnavailable(retryAfter: Duration, detail: String)
    /// The answer cannot be used, nor could its repair. The problems hold nothing that anybody wrote.
    case answerUnusable(problems: [String])
    /// The guardrails do not let the answer pass.
    case answerRefused(Finding)
    /// The time was over before an answer was there.
    case timedOut
    /// The caller was cancelled.
    case cancelled
}

extension ModelError {
    /// The errors by their names in logs and metrics.
    public enum Kind: String, Sendable, CaseIterable {
        case refused
        case conversationEnded = "conversation-ended"
        case blocked
        case limited
        case ledgerUnavailable = "ledger-unavailable"
        case modelUnavailable = "model-unavailable"
        case answerUnusable = "answer-unusable"
        case answerRefused = "answer-refused"
        case timedOut = "timed-out"
        case cancelled
    }

    /// Which one it is.
    public var kind: Kind {
        switch self {
        case .refused: .refused
        case .conversationEnded: .conversationEnded
        case .blocked: .blocked
        case .limited: .limited
        case .ledgerUnavailable: .ledgerUnavailable
        case .modelUnavailable: .modelUnavailable
        case .answerUnusable: .answerUnusable
        case .answerRefused: .answerRefused
        case .timedOut: .timedOut
        case .cancelled: .cancelled
        }
    }

    /// Whether the conversation must not go on.
    public var endsConversation: Bool { kind == .conversationEnded || kind == .blocked }

    /// After how long the same request may pass; nil when time does not help, or nobody knows.
    public var retryAfter: Duration? {
        switch self {
        case .limited(_, let wait), .modelUnavailable(let wait, _): wait
        default: nil
        }
    }
}

extension ModelError: CustomStringConvertible, CustomDebugStringConvertible {
    /// A sentence for the user that says what to do.
    public var description: String {
        switch self {
        case .refused(let finding) where finding.family == .tooLong: "This is too long. Please shorten it."
        case .refused(let finding) where finding.family == .empty: "Please write something."
        case .refused: "This cannot be sent. Please write it in another way."
        case .conversationEnded: "This conversation has ended. Please start a new one."
        case .blocked: "You cannot use this for a while. Please come back later."
        case .limited(.tokensPerRequest, _): "This is too long. Please shorten it."
        case .limited(.tokensPerDay, _), .limited(.costPerMonth, _): "The budget for answers is used up for now. Please come back later."
        case .limited: "That was a lot at once. Please wait a moment and try again."
        case .ledgerUnavailable, .modelUnavailable, .timedOut, .cancelled: "No answer could be had just now. Please try again in a moment."
        case .answerUnusable, .answerRefused: "No good answer could be had. Please try again or ask in another way."
        }
    }

    /// Everything, for the log.
    public var debugDescription: String {
        switch self {
        case .refused(let finding), .conversationEnded(let finding), .answerRefused(let finding): "\(kind.rawValue): \(finding.family.rawValue) \(finding.rule)"
        case .blocked(let until): "blocked until \(until.seconds)"
        case .limited(let limit, let wait): "limited by \(limit.rawValue) for \(wait)"
        case .ledgerUnavailable(let detail), .modelUnavailable(_, let detail): "\(kind.rawValue): \(detail)"
        case .answerUnusable(let problems): "answer-unusable: \(problems.joined(separator: "; "))"
        case .timedOut, .cancelled: kind.rawValue
        }
    }
}
