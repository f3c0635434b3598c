import Crypto
import Encoding
import JSON
import Platform

/// Signs Cognito's tokens and reads them back.
///
/// Source: Amazon Cognito developer guide, "Understanding user pool JSON web tokens"; RFC 7515 (JWS compact serialisation), RFC 7518 §3.3 (RS256).
struct TokenIssuer: Sendable {
    /// How long access and ID tokens are good, from the specification.
    static let lifetime = Duration.seconds(3600)

    let issuer: String
    let clientID: String
    let publicKey: RSAPublicKey
    /// `kid`: base64 of the SHA-256 of the modulus, the same for the same key.
    let keyID: String
    private let key: RSAPrivateKey
    private let header: String

    init(issuer: String, clientID: String, key: RSAPrivateKey) throws(CryptoError) {
        self.issuer = issuer
        self.clientID = clientID
        self.key = key
        publicKey = try key.publicKey()
        keyID = Base64.encode(SHA256.hash(publicKey.modulus))
        header = Self.segment(.object([.init("kid", .string(keyID)), .init("alg", "RS256")]))
    }

    /// The key set other services verify with (RFC 7517 §5).
    var keySet: JSONFragment {
        let text = { (bytes: [UInt8]) in JSONFragment.string(Base64.encode(bytes, alphabet: .urlSafe, padded: false)) }
        return [
            "keys": [
                ["alg": "RS256", "e": text(publicKey.exponent), "kid": .string(keyID), "kty": "RSA", "n": text(publicKey.modulus), "use": "sig"]
            ]
        ]
    }

    /// Tokens for a user in a session. Two signatures, about 1.5 ms.
    func mint(for user: User, in session: RefreshSession, at now: UnixTime, refreshToken: String?) throws(CryptoError) -> TokenSet {
        let moment = TokenClaims.Moment(issuer: issuer, clientID: clientID, eventID: UUIDText.random(), issuedAt: now, lifetime: Self.lifetime)
        return TokenSet(
            accessToken: try sign(TokenClaims.access(user, session, moment)), idToken: try sign(TokenClaims.id(user, session, moment)),
            refreshToken: refreshToken, lifetime: Self.lifetime)
    }

    private func sign(_ claims: JSONFragment) throws(CryptoError) -> String {
        let signed = "\(header).\(Self.segment(claims))"
        return "\(signed).\(Base64.encode(try key.signRS256(Array(signed.utf8)), alphabet: .urlSafe, padded: false))"
    }

    private static func segment(_ value: JSONFragment) -> String { Base64.encode(JSON.encode(value), alphabet: .urlSafe, padded: false) }
}
