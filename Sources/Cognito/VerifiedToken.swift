public import Platform

/// What a token is for: Cognito's `token_use`.
public enum TokenUse: String, Sendable, CaseIterable {
    /// Says what its bearer may do; sent to APIs.
    case access
    /// Says who its bearer is; read by the client.
    case id
}

/// What a token says whose signature and claims were verified. A reference to what never changes: handing it on costs one count, not one per text.
public struct VerifiedToken: Sendable {
    private struct Content: Sendable, Equatable {
        let subject: String
        let username: String
        let clientID: String
        let use: TokenUse
        let scopes: [String]
        let groups: [String]
        let email: String?
        let issuedAt: UnixTime
        let expiresAt: UnixTime
        let authenticatedAt: UnixTime?
        let tokenID: String
        let originID: String?
    }

    private final class Box: Sendable {
        let content: Content

        init(_ content: Content) { self.content = content }
    }

    private let box: Box

    init(
        subject: String, username: String, clientID: String, use: TokenUse, scopes: [String], groups: [String], email: String?, issuedAt: UnixTime,
        expiresAt: UnixTime, authenticatedAt: UnixTime?, tokenID: String, originID: String?
    ) {
        box = Box(
            Content(
                subject: subject, username: username, clientID: clientID, use: use, scopes: scopes, groups: groups, email: email, issuedAt: issuedAt,
                expiresAt: expiresAt, authenticatedAt: authenticatedAt, tokenID: tokenID, originID: originID))
    }

    /// `sub`: the user's identity in the pool, never reused.
    public var subject: String { box.content.subject }
    /// `username` (access) or `cognito:username` (id).
    public var username: String { box.content.username }
    /// `client_id` (access) or `aud` (id).
    public var clientID: String { box.content.clientID }
    /// `token_use`.
    public var use: TokenUse { box.content.use }
    /// `scope`, split at spaces; empty for id tokens.
    public var scopes: [String] { box.content.scopes }
    /// `cognito:groups`.
    public var groups: [String] { box.content.groups }
    /// `email`, in id tokens of users who have one.
    public var email: String? { box.content.email }
    /// `iat`.
    public var issuedAt: UnixTime { box.content.issuedAt }
    /// `exp`.
    public var expiresAt: UnixTime { box.content.expiresAt }
    /// `auth_time`: when the user last signed in.
    public var authenticatedAt: UnixTime? { box.content.authenticatedAt }
    /// `jti`: the identity of the token; empty where the pool gives none.
    public var tokenID: String { box.content.tokenID }
    /// `origin_jti`: shared by all tokens that come from one sign-in.
    public var originID: String? { box.content.originID }
}

extension VerifiedToken: Equatable {
    /// Whether both say the same.
    public static func == (left: VerifiedToken, right: VerifiedToken) -> Bool { left.box === right.box || left.box.content == right.box.content }
}
