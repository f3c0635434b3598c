/// Why a token is not accepted.
public enum TokenError: Error, Sendable, Equatable {
    /// The token was good and its time is over: the client should refresh it (401, `error_description="The token expired"`).
    case expired
    /// The token is not one of ours (401). The reason is for logs.
    case invalid(InvalidTokenReason)
    /// No key could ever be fetched, so nothing can be said about the token (503).
    case unavailable
}

/// What is wrong with an invalid token; says nothing that is secret.
public enum InvalidTokenReason: Sendable, Equatable {
    /// Longer than 8 KiB.
    case tooLong
    /// Not three parts of base64url without padding, or not JSON objects with the members of a token.
    case malformed
    /// `alg` is not exactly `RS256`, or the header has critical extensions (RFC 7515 section 4.1.11).
    case unsupportedAlgorithm
    /// No key of the pool has this `kid`.
    case unknownKey
    /// The signature does not match.
    case badSignature
    /// `nbf` lies in the future.
    case notYetValid
    /// `iat` lies in the future, or after `exp`.
    case implausibleIssueTime
    /// `iss` names another user pool.
    case wrongIssuer
    /// `client_id` (access) or `aud` (id) names no client of ours.
    case wrongClient
    /// `token_use` is not accepted here.
    case wrongUse
    /// A member that every such token has is absent or empty.
    case missingClaim(String)
}
