import Crypto
import Encoding
import Platform

/// A browser that is signed in at the hosted pages: the next app gets its code without a password.
struct BrowserSession: Sendable, Equatable {
    /// Hexadecimal SHA-256 of the cookie's secret; the secret itself is not kept.
    var digest: String
    /// `auth_time` of what begins here.
    var authenticatedAt: UnixTime
    /// When the password is asked for again.
    var expiresAt: UnixTime

    /// As long as the managed login's cookie lives.
    static let lifetime = Duration.seconds(3600)

    /// A new one, and what its cookie holds: the `sub` and 256 random bits.
    static func make(for sub: String, at now: UnixTime) -> (session: BrowserSession, cookie: String) {
        let secret = Base64.encode(SecureRandom.bytes(32), alphabet: .urlSafe, padded: false)
        return (BrowserSession(digest: digest(of: secret), authenticatedAt: now, expiresAt: now + lifetime), "\(sub).\(secret)")
    }

    /// The two parts of a cookie; nil for anything else.
    static func read(_ cookie: String) -> (sub: String, digest: String)? {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, UUIDText.isUUID(parts[0]), parts[1].utf8.count == 43 else { return nil }
        return (parts[0], digest(of: parts[1]))
    }

    private static func digest(of secret: String) -> String { Hex.encode(SHA256.hash(secret)) }
}
