public import Platform

/// A session as it is listed.
public struct SessionEntry: Sendable, Equatable {
    /// 32 hexadecimal digits.
    public var id: String
    /// Whose it is.
    public var subject: String
    /// When it began.
    public var beganAt: UnixTime
    /// The last noted sign of life.
    public var seenAt: UnixTime
    /// When it ends at the latest.
    public var endsAt: UnixTime
    /// What people recognise it by, such as `Firefox on Linux`; at most 64 characters.
    public var device: String
    /// Its refresh token, sealed for the services that share the keys, so that it can be revoked from another session.
    public var sealedRefreshToken: String

    /// An entry.
    public init(
        id: String, subject: String, beganAt: UnixTime, seenAt: UnixTime, endsAt: UnixTime, device: String, sealedRefreshToken: String
    ) {
        self.id = id
        self.subject = subject
        self.beganAt = beganAt
        self.seenAt = seenAt
        self.endsAt = endsAt
        self.device = device
        self.sealedRefreshToken = sealedRefreshToken
    }
}

/// Another learner has a session of this id: it is no id of 128 random bits.
public struct SessionIDTaken: Error, Equatable {
    /// Nothing more is known.
    public init() {}
}

/// Where the sessions that are not ended are written down, so that they can be listed and ended. Every method asks whose they are.
public protocol SessionRegistry: Sendable {
    /// Writes a session down; the oldest of a learner make room when there are more than `maximumPerLearner`. One that is begun twice is one.
    ///
    /// - Throws: `SessionIDTaken`.
    func begin(_ entry: SessionEntry) async throws
    /// Whether the session is written down and not ended.
    func isOpen(_ id: String, of subject: String) async throws -> Bool
    /// Notes a sign of life.
    func touch(_ id: String, of subject: String, at moment: UnixTime) async throws
    /// Strikes a session out; returns it, or nil when there was none.
    func end(_ id: String, of subject: String) async throws -> SessionEntry?
    /// Strikes all sessions of a learner out; returns their ids.
    func endAll(of subject: String) async throws -> [String]
    /// The learner's sessions, those seen last first, at most `maximumPerLearner`.
    func list(of subject: String, at moment: UnixTime) async throws -> [SessionEntry]
}

extension SessionRegistry {
    /// The oldest session of a learner ends when there are more.
    public static var maximumPerLearner: Int { 50 }
}
