public import JSON

/// Whether a session is open.
public struct SessionStatus: JSONObject, Equatable {
    /// False for one that is ended, unknown, or another learner's.
    public var isOpen: Bool

    /// Creates an answer.
    public init(isOpen: Bool) { self.isOpen = isOpen }

    /// Its member.
    public static let json = Object("SessionStatus", { SessionStatus(isOpen: $0) }, Field("open", \.isOpen))
}

/// The sessions that were struck out.
public struct EndedSessions: JSONObject, Equatable {
    /// Their ids.
    public var ids: [String]

    /// Creates an answer.
    public init(ids: [String]) { self.ids = ids }

    /// Its member.
    public static let json = Object("EndedSessions", { EndedSessions(ids: $0) }, Field("ids", \.ids))
}

/// Sessions, those seen last first, at most 50.
public struct SessionRecords: JSONObject, Equatable {
    /// The sessions.
    public var items: [SessionRecord]

    /// Creates an answer.
    public init(items: [SessionRecord]) { self.items = items }

    /// Its member.
    public static let json = Object("SessionRecords", { SessionRecords(items: $0) }, Field("items", \.items))
}
