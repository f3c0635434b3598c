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
        case .wordExists: HTTPError.conflict("word-exists", "You have a word that is written and read like this already; change that one.")
        case .groupExists: HTTPError.conflict("group-exists", "You have a group with this name already; choose another name.")
        case .unknownTimeZone(let zone): LearnerZone.unknown(zone.rawValue)
        case .keyInUse: HTTPError.conflict("idempotency-key-in-use", "A request with this Idempotency-Key is at work; try again in a moment.")
        case .keyUsedForAnotherRequest: IdempotencyKey.reused
        }
    }
}
