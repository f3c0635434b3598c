public import Platform

/// What a token is for: Cognito's `token_use`.
public enum TokenUse: String, Sendable, CaseIterable {
    /// Says what its bearer may do; sent to APIs.
    case access
    /// Says who its bearer is; read by the client.
    case id
}

/// What a token says whose signature and claims were verified.
public struct VerifiedToken: Sendable, Equatable {
    /// `sub`: the user's identity in the pool, never reused.
    public let subject: String
    /// `username` (access) or `cognito:username` (id).
    public let username: String
    /// `client_id` (access) or `aud` (id).
    public let clientID: String
    /// `token_use`.
    public let use: TokenUse
    /// `scope`, split at spaces; empty for id tokens.
    public let scopes: [String]
    /// `cognito:groups`.
    public let groups: [String]
    /// `email`, in id tokens of users who have one.
    public let email: String?
    /// `iat`.
    public let issuedAt: UnixTime
    /// `exp`.
    public let expiresAt: UnixTime
    /// `auth_time`: when the user last signed in.
    public let authenticatedAt: UnixTime?
    /// `jti`: the identity of the token; empty where the pool gives none.
    public let tokenID: String
    /// `origin_jti`: shared by all tokens that come from one sign-in.
    public let originID: String?
}
