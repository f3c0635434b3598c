import HTTPCore

/// What keeps a learner from words, or from keeping them; each has words of its own on the page.
enum Trouble: Error, Sendable, Equatable {
    case topicMissing, topicTooLong, topicUnfit
    /// The backend cannot be reached, or has no model.
    case backendAway
    /// It has too much to do.
    case busy(seconds: Int?)
    /// The learner asked too much at once.
    case throttled(seconds: Int?)
    /// What answers may cost is used up for all.
    case budgetSpent
    case topicRefused
    case conversationEnded
    /// The learner tried forbidden things too often.
    case blocked(seconds: Int?)
    case answerUnusable
    case tooSlow
    /// Some words came, and then no more.
    case brokenOff
    case sessionOver
    case formTooOld
    /// What the page sent as a group is none of ours.
    case groupBroken
    case portalAway
    /// The learner's portal has as many groups or words as fit.
    case portalFull
}

extension Trouble {
    /// What an answer of the backend means that is not the one hoped for.
    ///
    /// - Parameters:
    ///   - type: the problem's, as `ModelError.answer(at:)` names it.
    ///   - seconds: after which one may come back.
    init(status: Int, type: String, seconds: Int?) {
        switch (status, type) {
        case (_, "prompt-refused"): self = .topicRefused
        case (_, "prompt-too-long"): self = .topicTooLong
        case (_, "conversation-ended"): self = .conversationEnded
        case (_, "blocked-for-a-while"): self = .blocked(seconds: seconds)
        case (_, "model-limit-reached"), (429, _): self = .throttled(seconds: seconds)
        case (_, "model-budget-spent"): self = .budgetSpent
        case (_, "model-busy"), (_, "busy"): self = .busy(seconds: seconds)
        case (_, "answer-unusable"), (_, "answer-refused"): self = .answerUnusable
        case (_, "model-timed-out"), (504, _): self = .tooSlow
        case (401, let type) where !type.hasPrefix("service-key-"): self = .sessionOver
        case (422, _): self = .topicUnfit
        default: self = .backendAway
        }
    }

    /// A stable name, for scripts and tests.
    var type: String {
        switch self {
        case .topicMissing: "topic-missing"
        case .topicTooLong: "topic-too-long"
        case .topicUnfit: "topic-unfit"
        case .backendAway: "backend-away"
        case .busy: "busy"
        case .throttled: "throttled"
        case .budgetSpent: "budget-spent"
        case .topicRefused: "topic-refused"
        case .conversationEnded: "conversation-ended"
        case .blocked: "blocked"
        case .answerUnusable: "answer-unusable"
        case .tooSlow: "too-slow"
        case .brokenOff: "stream-broken"
        case .sessionOver: "session-over"
        case .formTooOld: "form-too-old"
        case .groupBroken: "group-broken"
        case .portalAway: "portal-away"
        case .portalFull: "portal-full"
        }
    }

    /// The status of the page, or of the answer to a script.
    var status: Status {
        switch self {
        case .topicMissing, .topicTooLong, .topicUnfit, .groupBroken: .unprocessableContent
        case .backendAway, .busy, .budgetSpent, .portalAway: .serviceUnavailable
        case .throttled: .tooManyRequests
        case .topicRefused: .badRequest
        case .conversationEnded, .portalFull: .conflict
        case .blocked, .formTooOld: .forbidden
        case .answerUnusable, .brokenOff: .badGateway
        case .tooSlow: .gatewayTimeout
        case .sessionOver: .unauthorized
        }
    }

    /// After which one may come back.
    var seconds: Int? {
        switch self {
        case .busy(let seconds), .throttled(let seconds), .blocked(let seconds): seconds
        default: nil
        }
    }

    /// Whether it is about what stands in the topic's field.
    var isAboutTopic: Bool { [.topicMissing, .topicTooLong, .topicUnfit, .topicRefused, .conversationEnded].contains(self) }

    /// Whether the same once more can do better.
    var allowsRetry: Bool {
        switch self {
        case .backendAway, .busy, .throttled, .answerUnusable, .tooSlow, .brokenOff: true
        default: false
        }
    }

    /// Whether it is about keeping words rather than making them.
    var isAboutKeeping: Bool { [.portalAway, .portalFull, .groupBroken].contains(self) }
}
