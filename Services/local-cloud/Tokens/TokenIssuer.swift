import Crypto
import Encoding
import JSON
import Platform

/// Signs Cognito's tokens and reads them back.
///
/// Source: Amazon Cognito developer guide, "Understanding user pool JSON web tokens"; RFC 7515 (JWS compact serialisation), RFC 7518 §3.3 (RS256).
final class TokenIssuer: Sendable {
    /// How long access and ID tokens are good, from the specification.
    static let lifetime = Duration.seconds(3600)

    let issuer: String
    let clientID: String
    private let state: Lock<SigningKeys>

    init(issuer: String, clientID: String, keys: SigningKeys) {
        self.issuer = issuer
        self.clientID = clientID
        state = Lock(keys)
    }

    /// The keys as they are now.
    var keys: SigningKeys { state.withLock { $0 } }

    /// Puts others in their place.
    func replace(_ keys: SigningKeys) { state.withLock { $0 = keys } }

    /// The key set other services verify with (RFC 7517 §5).
    func keySet(at now: UnixTime) -> JSONFragment { ["keys": .array(keys.published(at: now).map(\.document))] }

    /// Tokens for a user in a session. Two signatures, about 1.5 ms.
    ///
    /// - Parameter hosted: what the authorization request asked for; nil for tokens of the API, which have no `nonce` and no `at_hash`.
    func mint(
        for user: User, in session: RefreshSession, at now: UnixTime, refreshToken: String?, hosted: TokenClaims.Hosted? = nil
    ) throws(CryptoError) -> TokenSet {
        let key = keys.current
        let moment = TokenClaims.Moment(issuer: issuer, clientID: clientID, eventID: UUIDText.random(), issuedAt: now, lifetime: Self.lifetime)
        let scopes = hosted?.scopes ?? session.scopes
        let accessToken = try sign(TokenClaims.access(user, session, moment, scopes), key)
        let withID = hosted == nil || scopes.contains(.openID)
        return TokenSet(
            accessToken: accessToken, idToken: withID ? try sign(TokenClaims.id(user, session, moment, hosted, accessToken), key) : nil,
            refreshToken: refreshToken, lifetime: Self.lifetime)
    }

    private func sign(_ claims: JSONFragment, _ key: SigningKeys.Key) throws(CryptoError) -> String {
        let header = Self.segment(.object([.init("kid", .string(key.id)), .init("alg", "RS256")]))
        let signed = "\(header).\(Self.segment(claims))"
        return "\(signed).\(Base64.encode(try key.pair.signRS256(Array(signed.utf8)), alphabet: .urlSafe, padded: false))"
    }

    private static func segment(_ value: JSONFragment) -> String { Base64.encode(JSON.encode(value), alphabet: .urlSafe, padded: false) }
}
