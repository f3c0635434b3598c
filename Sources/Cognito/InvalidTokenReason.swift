public import JSON

/// What is wrong with an invalid token; names only members that are known here and says nothing that is secret, so that it may be logged.
public enum InvalidTokenReason: Sendable, Equatable {
    /// Longer than 8 KiB.
    case tooLong
    /// A header longer than 1 KiB.
    case headerTooLong
    /// Not three parts.
    case wrongPartCount
    /// Five parts: an encrypted token (RFC 7516), which the pool never issues.
    case encrypted
    /// The JSON serialization (RFC 7515 section 7.2) in place of the compact one.
    case jsonSerialization
    /// Nothing between two dots.
    case emptyPart(TokenPart)
    /// Not base64url without padding, or a second spelling of the same bytes (RFC 4648 section 3.5).
    case malformedBase64(TokenPart)
    /// Not JSON (RFC 8259).
    case malformedJSON(TokenPart, JSONSyntaxReason)
    /// Good JSON, but no object.
    case notAnObject(TokenPart)
    /// A name twice in one object, at any depth: readers would disagree about what is meant (RFC 7515 section 4, RFC 7519 section 4).
    case duplicateMember(TokenPart)
    /// More than 128 members in one object.
    case tooManyMembers(TokenPart)
    /// `alg` is `none`, in whatever case.
    case unsigned
    /// `alg` is of HMAC: whoever knows the public key could have made it (RFC 8725 section 2.1).
    case symmetricAlgorithm
    /// `alg` is none of those, nor exactly `RS256`.
    case unsupportedAlgorithm
    /// `typ` is neither `JWT` nor `at+jwt` (RFC 8725 section 3.11).
    case wrongTokenType
    /// A member of the header that would have us trust a key or a form of the token's own choosing: `jku`, `jwk`, `x5u`, `x5c`, `crit`, `b64`, `zip`, `enc`, `cty`.
    case forbiddenHeader(String)
    /// A member of the header that every token has is absent or empty.
    case missingHeader(String)
    /// `kid` is longer than 256 bytes or not printable ASCII: no pool has such a key.
    case malformedKeyID
    /// No key of the pool has this `kid`.
    case unknownKey
    /// The signature is not as long as the key's modulus (RFC 8017 section 8.2.2).
    case wrongSignatureLength
    /// The signature does not match.
    case badSignature
    /// A member that every such token has is absent or empty.
    case missingClaim(String)
    /// A member of the header or the payload is of another kind than it must be.
    case wrongType(String)
    /// A time that is no whole number of seconds from 1970 to 9999.
    case malformedTime(String)
    /// A name too long for the pool, or with control characters.
    case malformedClaim(String)
    /// `iss` names another user pool.
    case wrongIssuer
    /// `client_id` (access) or `aud` (id) names no client of ours.
    case wrongClient
    /// `token_use` is not accepted here.
    case wrongUse
    /// `nbf` lies in the future.
    case notYetValid
    /// `iat` lies in the future.
    case issuedInFuture
    /// `iat` lies after `exp`.
    case issuedAfterExpiry
    /// `exp` lies more than a day after `iat`, the most a pool can be set to.
    case lifetimeTooLong
    /// Its bearer has signed out.
    case revoked
}

extension InvalidTokenReason: CustomStringConvertible {
    /// A few words for the log, such as `duplicate member: header`; the same for the same case.
    public var description: String {
        let (words, about) = sentence
        return about.map { "\(words): \($0)" } ?? words
    }

    private var sentence: (words: String, about: String?) {
        switch self {
        case .tooLong: ("too long", nil)
        case .headerTooLong: ("header too long", nil)
        case .wrongPartCount: ("wrong part count", nil)
        case .encrypted: ("encrypted", nil)
        case .jsonSerialization: ("JSON serialization", nil)
        case .emptyPart(let part): ("empty part", part.rawValue)
        case .malformedBase64(let part): ("malformed base64url", part.rawValue)
        case .malformedJSON(let part, let reason): ("malformed JSON", "\(part.rawValue), \(reason)")
        case .notAnObject(let part): ("not an object", part.rawValue)
        case .duplicateMember(let part): ("duplicate member", part.rawValue)
        case .tooManyMembers(let part): ("too many members", part.rawValue)
        case .unsigned: ("unsigned", nil)
        case .symmetricAlgorithm: ("symmetric algorithm", nil)
        case .unsupportedAlgorithm: ("unsupported algorithm", nil)
        case .wrongTokenType: ("wrong token type", nil)
        case .forbiddenHeader(let name): ("forbidden header", name)
        case .missingHeader(let name): ("missing header", name)
        case .malformedKeyID: ("malformed key id", nil)
        case .unknownKey: ("unknown key", nil)
        case .wrongSignatureLength: ("wrong signature length", nil)
        case .badSignature: ("bad signature", nil)
        case .missingClaim(let name): ("missing claim", name)
        case .wrongType(let name): ("wrong type", name)
        case .malformedTime(let name): ("malformed time", name)
        case .malformedClaim(let name): ("malformed claim", name)
        case .wrongIssuer: ("wrong issuer", nil)
        case .wrongClient: ("wrong client", nil)
        case .wrongUse: ("wrong use", nil)
        case .notYetValid: ("not yet valid", nil)
        case .issuedInFuture: ("issued in future", nil)
        case .issuedAfterExpiry: ("issued after expiry", nil)
        case .lifetimeTooLong: ("lifetime too long", nil)
        case .revoked: ("revoked", nil)
        }
    }
}
