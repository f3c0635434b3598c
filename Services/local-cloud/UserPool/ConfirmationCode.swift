import Crypto
import Encoding
import Platform

/// A code that was sent to prove that an address is somebody's: six digits, good once, for a day, for a few attempts.
struct ConfirmationCode: Sendable, Equatable {
    /// Hexadecimal SHA-256 of the owner's `sub` and the code.
    var digest: String
    /// When it stops being good.
    var expiresAt: UnixTime
    /// How many times it may still be tried.
    var attemptsLeft: Int

    /// How long a code is good, as with Cognito.
    static let lifetime = Duration.seconds(24 * 3600)
    /// How long one for a new password is good, as with Cognito.
    static let passwordLifetime = Duration.seconds(3600)
    /// How many guesses one code bears.
    static let maximumAttempts = 5

    /// A new code for `sub`, and its digits to send; the digits are not kept.
    static func make(for sub: String, at now: UnixTime, lifetime: Duration = lifetime) -> (code: ConfirmationCode, digits: String) {
        let digits = randomDigits()
        let code = ConfirmationCode(digest: digest(of: digits, for: sub), expiresAt: now + lifetime, attemptsLeft: maximumAttempts)
        return (code, digits)
    }

    /// Tries the digits somebody gave, and counts the attempt.
    mutating func attempt(_ digits: String, by sub: String, at now: UnixTime) throws(CognitoError) {
        guard now < expiresAt else { throw .expiredCode }
        guard attemptsLeft > 0 else { throw .limitExceeded(.attempts) }
        attemptsLeft -= 1
        guard holds(digits, of: sub) else { throw .codeMismatch }
    }

    /// Whether these are the digits, whatever their age; no attempt is counted.
    func holds(_ digits: String, of sub: String) -> Bool { constantTimeEqual(Array(Self.digest(of: digits, for: sub).utf8), Array(digest.utf8)) }

    private static func digest(of digits: String, for sub: String) -> String { Hex.encode(SHA256.hash("\(sub) \(digits)")) }

    /// Uniform: numbers at or above the largest multiple of 10⁶ are drawn again.
    private static func randomDigits() -> String {
        let ceiling = UInt32.max - UInt32.max % 1_000_000
        while true {
            let number = SecureRandom.bytes(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            guard number < ceiling else { continue }
            let text = String(number % 1_000_000)
            return String(repeating: "0", count: 6 - text.utf8.count) + text
        }
    }
}
