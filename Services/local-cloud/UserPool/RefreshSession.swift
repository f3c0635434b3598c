import Crypto
import Encoding
import Platform

/// One sign-in and what came of it: a refresh token for 30 days, and every access token made with it.
struct RefreshSession: Sendable, Equatable {
    /// Hexadecimal SHA-256 of the refresh token; the token itself is not kept.
    var digest: String
    /// `origin_jti` of every token of this sign-in.
    var originID: String
    /// `auth_time`: when the password was given.
    var authenticatedAt: UnixTime
    /// When the refresh token stops being good.
    var expiresAt: UnixTime
    /// Whether the learner signed out.
    var isRevoked = false
    /// What its tokens may be used for.
    var scopes = ScopeSet.api
    /// The device it was begun on: one of the user's, or one that `ConfirmDevice` may make theirs.
    var deviceKey: String?
    /// Whether the device was one of the user's when the session began.
    var isOnKnownDevice = false

    /// How long a refresh token is good, from the specification.
    static let lifetime = Duration.seconds(30 * 86_400)

    /// A new session, and its refresh token to hand out.
    static func make(_ origin: SessionOrigin = SessionOrigin(), at now: UnixTime) -> (session: RefreshSession, token: String) {
        let token = Base64.encode(SecureRandom.bytes(48), alphabet: .urlSafe, padded: false)
        let session = RefreshSession(
            digest: digest(of: token), originID: UUIDText.random(), authenticatedAt: origin.authenticatedAt ?? now, expiresAt: now + lifetime,
            scopes: origin.scopes, deviceKey: origin.deviceKey, isOnKnownDevice: origin.isOnKnownDevice)
        return (session, token)
    }

    /// The device in its tokens.
    var confirmedDevice: String? { isOnKnownDevice ? deviceKey : nil }

    /// The key a refresh token is kept and found under.
    static func digest(of token: String) -> String { Hex.encode(SHA256.hash(token)) }
}

/// How a session begins.
struct SessionOrigin: Sendable {
    /// What its tokens may be used for.
    var scopes = ScopeSet.api
    /// When the password was given, if not now.
    var authenticatedAt: UnixTime?
    /// Where.
    var deviceKey: String?
    /// Whether that device is one of the user's already.
    var isOnKnownDevice = false
}
