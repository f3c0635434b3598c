import Crypto
import Encoding
import JSON
import Platform

/// The keys of a pool: one that signs, the one that will sign next, and those that signed before, as long as their tokens live.
///
/// The next key is published before it signs, so that a verifier that keeps the key set knows it when the first token comes.
struct SigningKeys: Sendable {
    /// A key with what is published of it.
    struct Key: Sendable {
        let pair: RSAPrivateKey
        let publicKey: RSAPublicKey
        /// `kid`: base64 of the SHA-256 of the modulus, the same for the same key.
        let id: String

        init(_ pair: RSAPrivateKey) throws(CryptoError) {
            self.pair = pair
            publicKey = try pair.publicKey()
            id = Base64.encode(SHA256.hash(publicKey.modulus))
        }
    }

    /// A key that signs no more, published until its last token has expired.
    struct Retired: Sendable {
        var key: Key
        var until: UnixTime
    }

    /// Signs.
    private(set) var current: Key
    /// Will sign after the next rotation.
    private(set) var next: Key
    /// Signed before, the latest first; at most `maximumRetired`.
    private(set) var retired: [Retired]

    /// How many keys may overlap: key sets of verifiers are bounded too.
    static let maximumRetired = 6

    init(current: Key, next: Key, retired: [Retired] = []) {
        self.current = current
        self.next = next
        self.retired = retired
    }

    /// Two new keys: tenths of a second.
    static func generate() throws(CryptoError) -> SigningKeys {
        SigningKeys(current: try Key(.generate()), next: try Key(.generate()))
    }

    /// What verifiers may accept at a moment: the one that signs first.
    func published(at now: UnixTime) -> [Key] { [current, next] + retired.filter { now < $0.until }.map(\.key) }

    /// Lets the next key sign, and `following` wait in its place.
    ///
    /// - Throws: `limitExceeded` while too many keys overlap.
    mutating func rotate(following: Key, overlap: Duration, at now: UnixTime) throws(CognitoError) {
        retired.removeAll { $0.until <= now }
        guard retired.count < Self.maximumRetired else { throw .limitExceeded(.attempts) }
        retired.insert(Retired(key: current, until: now + overlap), at: 0)
        current = next
        next = following
    }
}

extension SigningKeys.Key {
    /// The key as RFC 7517 §4 and RFC 7518 §6.3.1 publish it.
    var document: JSONFragment {
        let text = { (bytes: [UInt8]) in JSONFragment.string(Base64.encode(bytes, alphabet: .urlSafe, padded: false)) }
        return ["alg": "RS256", "e": text(publicKey.exponent), "kid": .string(id), "kty": "RSA", "n": text(publicKey.modulus), "use": "sig"]
    }
}
