public import JSON

/// What the ledger says to a question.
public struct UsageAnswer: JSONObject, Equatable {
    /// Whether the call may be made.
    public var isGranted: Bool
    /// Budgets that have reached the part at which somebody wants to know, by the names of limits.
    public var alerts: [String]
    /// The limit that is in the way; nil when none is.
    public var limit: String?
    /// After how long a call may pass.
    public var retryAfterMilliseconds: Int

    /// Creates an answer.
    public init(isGranted: Bool, alerts: [String] = [], limit: String? = nil, retryAfterMilliseconds: Int = 0) {
        self.isGranted = isGranted
        self.alerts = alerts
        self.limit = limit
        self.retryAfterMilliseconds = retryAfterMilliseconds
    }

    /// Its members.
    public static let json = Object(
        "UsageAnswer", { UsageAnswer(isGranted: $0, alerts: $1, limit: $2, retryAfterMilliseconds: $3) }, Field("granted", \.isGranted),
        Field("alerts", \.alerts), Field("limit", \.limit), Field("retry_after_ms", \.retryAfterMilliseconds))
}

/// What follows from an attempt against the models.
public struct AttemptAnswer: JSONObject, Equatable {
    /// Attempts that count now.
    public var attempts: Int
    /// Until when the user is blocked, in seconds since 1970; nil when not.
    public var blockedUntil: Int?
    /// Whether this attempt has begun a block.
    public var isNewBlock: Bool

    /// Creates an answer.
    public init(attempts: Int, blockedUntil: Int?, isNewBlock: Bool) {
        self.attempts = attempts
        self.blockedUntil = blockedUntil
        self.isNewBlock = isNewBlock
    }

    /// Its members.
    public static let json = Object(
        "AttemptAnswer", { AttemptAnswer(attempts: $0, blockedUntil: $1, isNewBlock: $2) }, Field("attempts", \.attempts),
        Field("blocked_until", \.blockedUntil), Field("is_new_block", \.isNewBlock))
}

/// Whether a user is blocked.
public struct BlockAnswer: JSONObject, Equatable {
    /// Until when, in seconds since 1970; nil when not.
    public var blockedUntil: Int?

    /// Creates an answer.
    public init(blockedUntil: Int?) { self.blockedUntil = blockedUntil }

    /// Its member.
    public static let json = Object("BlockAnswer", { BlockAnswer(blockedUntil: $0) }, Field("blocked_until", \.blockedUntil))
}

/// One kept answer, or none.
public struct KeptAnswers: JSONObject, Equatable {
    /// At most one.
    public var items: [KeptAnswer]

    /// Creates an answer.
    public init(items: [KeptAnswer]) { self.items = items }

    /// Its member.
    public static let json = Object("KeptAnswers", { KeptAnswers(items: $0) }, Field("items", \.items))
}

/// An answer of a model.
public struct KeptAnswer: JSONObject, Equatable {
    /// What it says.
    public var text: String
    /// Who wrote it.
    public var model: String

    /// Creates an answer.
    public init(text: String, model: String) {
        self.text = text
        self.model = model
    }

    /// Its members.
    public static let json = Object("KeptAnswer", { KeptAnswer(text: $0, model: $1) }, Field("text", \.text), Field("model", \.model))
}
