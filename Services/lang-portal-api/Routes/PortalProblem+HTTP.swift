import HTTPCore
import JSON
import Web

extension PortalProblem {
    /// What the learner hears: what is missing and what to do, nothing about whose it may be.
    var answer: any Error {
        switch self {
        case .noSuchWord: HTTPError.notFound("word-not-found", "You have no word with this id; look it up in the list of words.")
        case .noSuchGroup: HTTPError.notFound("group-not-found", "You have no group with this id; look it up in the list of groups.")
        case .noSuchSession: HTTPError.notFound("study-session-not-found", "You have no study session with this id; begin one with a study activity.")
        case .noSuchActivity: HTTPError.notFound("study-activity-not-found", "There is no study activity with this id; choose one from the list.")
        case .wordNotInGroup: HTTPError.notFound("word-not-in-group", "This word is not in this group.")
        case .wordNotInSessionsGroup:
            HTTPError.notFound("word-not-in-group", "This word is not in the group of this session; ask for the session's next words.")
        case .wordExists: HTTPError.conflict("word-exists", "You have a word that is written and read like this already; change that one.")
        case .groupExists: HTTPError.conflict("group-exists", "You have a group with this name already; choose another name.")
        case .unknownTimeZone(let zone): LearnerZone.unknown(zone.rawValue)
        case .keyInUse:
            HTTPError(
                .conflict, type: "idempotency-key-in-use", detail: "A request with this Idempotency-Key is at work; try again in a moment.",
                fields: [.retryAfter: "1"])
        case .learnerIsBusy:
            HTTPError.unavailable(
                "learner-busy", "Other changes of yours are still at work; try again in a moment.", retryAfter: .seconds(1))
        case .quotaReached(let quota): quota.answer
        case .textTooLong: Self.tooLong
        case .learnerIsLeaving:
            HTTPError.conflict("account-being-deleted", "Your account is being deleted with everything in it; nothing can be added any more.")
        case .keyUsedForAnotherRequest: IdempotencyKey.reused
        }
    }

    private static var tooLong: InvalidInput {
        var problems = ProblemCollector(location: ["body"])
        problems.add("value_error", "Value error, a text is too long once its characters are composed (NFC); shorten it", input: nil)
        return InvalidInput(problems: problems.problems)
    }
}

extension Quota {
    /// 409, or 429 where time makes room.
    fileprivate var answer: HTTPError {
        switch self {
        case .words: .conflict("word-quota-reached", "You have \(limit) words, as many as fit; delete some first.")
        case .groups: .conflict("group-quota-reached", "You have \(limit) groups, as many as fit; delete some first.")
        case .groupWords: .conflict("group-full", "This group has \(limit) words, as many as fit; put the others into another group.")
        case .sessions: .conflict("study-session-quota-reached", "You have \(limit) study sessions, as many as fit; reset your study progress first.")
        case .reviews: .conflict("review-quota-reached", "You have \(limit) reviews, as many as fit; reset your study progress first.")
        case .idempotencyKeys:
            .tooManyRequests(
                "idempotency-keys-exhausted", "You sent \(limit) requests with an Idempotency-Key within 24 hours; send this one without, or later.",
                retryAfter: .seconds(3_600))
        }
    }
}
