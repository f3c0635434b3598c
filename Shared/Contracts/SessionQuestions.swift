public import Encoding
public import JSON

/// One session of one learner.
public struct SessionReference: JSONObject, Equatable {
    /// 32 hexadecimal digits in lower case.
    public var id: String
    /// Whose it is.
    public var subject: String

    /// Creates a reference; rules are checked where it arrives.
    public init(id: String, subject: String) {
        self.id = id
        self.subject = subject
    }

    /// Its members and their rules.
    public static let json = Object(
        "SessionReference", { SessionReference(id: $0, subject: $1) }, Field("id", \.id, SessionRules.id), Field("subject", \.subject, SessionRules.subject))
}

/// A sign of life.
public struct SessionSighting: JSONObject, Equatable {
    /// 32 hexadecimal digits in lower case.
    public var id: String
    /// Whose it is.
    public var subject: String
    /// When it was seen.
    public var seenAt: Timestamp

    /// Creates a sighting; rules are checked where it arrives.
    public init(id: String, subject: String, seenAt: Timestamp) {
        self.id = id
        self.subject = subject
        self.seenAt = seenAt
    }

    /// Its members and their rules.
    public static let json = Object(
        "SessionSighting", { SessionSighting(id: $0, subject: $1, seenAt: $2) },
        Field("id", \.id, SessionRules.id), Field("subject", \.subject, SessionRules.subject), Field("seen_at", \.seenAt))
}

/// All sessions of a learner.
public struct SessionHolder: JSONObject, Equatable {
    /// The learner.
    public var subject: String

    /// Creates a holder; rules are checked where it arrives.
    public init(subject: String) { self.subject = subject }

    /// Its members and their rules.
    public static let json = Object("SessionHolder", { SessionHolder(subject: $0) }, Field("subject", \.subject, SessionRules.subject))
}

/// Those sessions of a learner that are open at a moment.
public struct OpenSessions: JSONObject, Equatable {
    /// The learner.
    public var subject: String
    /// The moment.
    public var at: Timestamp

    /// Creates a question; rules are checked where it arrives.
    public init(subject: String, at: Timestamp) {
        self.subject = subject
        self.at = at
    }

    /// Its members and their rules.
    public static let json = Object(
        "OpenSessions", { OpenSessions(subject: $0, at: $1) }, Field("subject", \.subject, SessionRules.subject), Field("at", \.at))
}
