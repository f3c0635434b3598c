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

    /// How long a refresh token is good, from the specification.
    static let lifetime = Duration.seconds(30 * 86_400)

    /// A new session, and its refresh token to hand out.
    static func make(at now: UnixTime) -> (session: RefreshSession, token: String) {
        let token = Base64.encode(SecureRandom.bytes(48), alphabet: .urlSafe, padded: false)
        let session = RefreshSession(digest: digest(of: token), originID: UUIDText.random(), authenticatedAt: now, expiresAt: now + lifetime)
        return (session, token)
    }

    /// The key a refresh token is kept and found under.
    static func digest(of token: String) -> String { Hex.encode(SHA256.hash(token)) }
}
