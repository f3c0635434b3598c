import Crypto
import Encoding

/// Proof Key for Code Exchange with S256, the only method here. Source: RFC 7636.
struct ProofKey: Sendable, Equatable {
    /// Base64url of a SHA-256, 43 characters.
    let challenge: String

    /// Nil for what cannot be a digest.
    init?(challenge: String) {
        guard challenge.utf8.count == 43, challenge.isBase64URL else { return nil }
        self.challenge = challenge
    }

    /// Whether this is the verifier: 43 to 128 unreserved characters whose digest is the challenge.
    func isProven(by verifier: String) -> Bool {
        guard (43...128).contains(verifier.utf8.count), verifier.replacing(".", with: "").replacing("~", with: "").isBase64URL else { return false }
        let digest = Base64.encode(SHA256.hash(verifier), alphabet: .urlSafe, padded: false)
        return constantTimeEqual(Array(digest.utf8), Array(challenge.utf8))
    }
}
