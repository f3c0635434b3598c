import Postgres

/// A bound on what one learner may keep; named as the constraint that holds it (migrations 6 and 9).
enum Quota: String, CaseIterable, Sendable {
    case words = "words_quota"
    case groups = "groups_quota"
    case sessions = "sessions_quota"
    case reviews = "reviews_quota"
    case groupWords = "group_words_quota"
    case idempotencyKeys = "idempotency_keys_quota"

    var limit: Int {
        switch self {
        case .words: 20_000
        case .groups: 1_000
        case .sessions: 100_000
        case .reviews: 2_000_000
        case .groupWords: 2_000
        case .idempotencyKeys: 10_000
        }
    }
}

extension PortalProblem {
    /// What a refused row means for the learner; nil when it is not the learner's doing.
    init?(_ error: PostgresError) {
        guard error.isCheckViolation, let constraint = error.constraint else { return nil }
        if let quota = Quota(rawValue: constraint) {
            self = .quotaReached(quota)
        } else if constraint == "learner_is_leaving" {
            self = .learnerIsLeaving
        } else if constraint.hasSuffix("_check") {
            // Lengths are checked where text arrives; only composing it (NFC) can still make it longer.
            self = .textTooLong
        } else {
            return nil
        }
    }
}
