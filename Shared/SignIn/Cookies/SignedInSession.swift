import Crypto
import Encoding
public import JSON
public import Platform

/// What the sealed cookie keeps of a learner who has signed in: who it is, since when, and what gets new access tokens.
///
/// Every task that has the keys opens it, so that a session survives a restart and needs no sticky routing.
public struct SignedInSession: JSONObject, Equatable {
    /// 128 random bits as 32 hexadecimal digits, new at every sign-in.
    public let id: String
    /// `sub`.
    public let subject: String
    /// The address one signs in with.
    public let email: String
    /// As learners wrote it, at most 192 bytes as JSON writes them: 64 kanji, or fewer characters with marks.
    public let givenName: String
    /// Bounded likewise.
    public let familyName: String
    /// `origin_jti`: what all tokens of this sign-in have in common; empty where the pool gives none.
    public let originID: String
    /// Gets new access tokens.
    public let refreshToken: Secret<String>
    /// When it began, in seconds since 1970.
    public let beganAt: Int
    /// The last noted sign of life, in seconds since 1970.
    public var seenAt: Int

    static func begin(
        subject: String, email: String, givenName: String, familyName: String, originID: String, refreshToken: Secret<String>,
        at now: UnixTime
    ) -> SignedInSession {
        SignedInSession(
            id: Hex.encode(SecureRandom.bytes(16)), subject: subject, email: email.bounded(to: 256), givenName: givenName.bounded(to: 192),
            familyName: familyName.bounded(to: 192), originID: originID.bounded(to: 64), refreshToken: refreshToken, beganAt: Int(now.seconds),
            seenAt: Int(now.seconds))
    }

    /// Short names: a cookie has 4,096 bytes.
    public static let json = Object(
        "SignedInSession",
        {
            Self(
                id: $0, subject: $1, email: $2, givenName: $3, familyName: $4, originID: $5, refreshToken: Secret($6), beganAt: $7, seenAt: $8)
        },
        Field("i", \.id), Field("s", \.subject), Field("e", \.email), Field("g", \.givenName), Field("f", \.familyName),
        Field("o", \.originID), Field("r", \.refreshTokenText, secret: true), Field("b", \.beganAt), Field("t", \.seenAt))

    private var refreshTokenText: String { refreshToken.reveal() }
}

extension SignedInSession {
    /// When it ends at the latest.
    func end(_ policy: LearnerSessionPolicy) -> Int { beganAt + Int(policy.lifetime.components.seconds) }

    /// When it ends unless there is a sign of life.
    func idleEnd(_ policy: LearnerSessionPolicy) -> Int { min(end(policy), seenAt + Int(policy.idleLimit.components.seconds)) }

    func isOver(_ policy: LearnerSessionPolicy, at now: UnixTime) -> Bool { Int(now.seconds) >= idleEnd(policy) }
}
