import Crypto
import Encoding
import JSON
import Platform

extension TokenIssuer {
    /// What the pool's own actions want to know of an access token.
    struct AccessClaims: Sendable, Equatable {
        var sub: String
        var originID: String
        var scopes: ScopeSet
    }

    /// Checks signature, issuer, client, use and expiry of an access token that this pool made.
    func read(accessToken: String, at now: UnixTime) throws(CognitoError) -> AccessClaims {
        guard let claims = claims(of: accessToken, at: now), claims["token_use"]?.stringValue == "access", claims["client_id"]?.stringValue == clientID,
            let sub = claims["sub"]?.stringValue, let originID = claims["origin_jti"]?.stringValue, let expiry = claims["exp"]?.intValue,
            let scopes = claims["scope"]?.stringValue.flatMap(ScopeSet.init(parsing:))
        else { throw .notAuthorized(.invalidAccessToken) }
        guard now.seconds < Int64(expiry) else { throw .notAuthorized(.expiredAccessToken) }
        return AccessClaims(sub: sub, originID: originID, scopes: scopes)
    }

    /// Whether this is a signed token of this pool, of any use and age.
    func isOurs(_ token: String, at now: UnixTime) -> Bool { claims(of: token, at: now) != nil }

    /// The claims when the signature is that of a published key. The algorithm is fixed: what the header claims about it is not asked.
    private func claims(of token: String, at now: UnixTime) -> JSONFragment? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard token.utf8.count <= 8_192, parts.count == 3, let signature = Base64.decodeURLSafe(parts[2]), let payload = Base64.decodeURLSafe(parts[1]),
            let header = Base64.decodeURLSafe(parts[0]).flatMap({ try? JSON.parse($0, maximumDepth: 4) }), let id = header["kid"]?.stringValue,
            let key = keys.published(at: now).first(where: { $0.id == id }),
            key.publicKey.isValidRS256(signature: signature, for: Array("\(parts[0]).\(parts[1])".utf8)),
            let claims = try? JSON.parse(payload, maximumDepth: 8), claims["iss"]?.stringValue == issuer
        else { return nil }
        return claims
    }
}
