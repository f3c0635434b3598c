public import Platform

/// What a user pool gives to somebody who has signed in.
public struct CognitoTokens: Sendable, Equatable {
    /// For our services.
    public let accessToken: Secret<String>
    /// Says who it is.
    public let idToken: Secret<String>
    /// Gets new ones; nil when these were got with one.
    public let refreshToken: Secret<String>?
    /// How long the access token is good.
    public let lifetime: Duration
}

/// What comes of an attempt to sign in.
public enum CognitoSignIn: Sendable, Equatable {
    /// Signed in.
    case signedIn(CognitoTokens)
    /// Something is asked first, such as `NEW_PASSWORD_REQUIRED`; answered with the session.
    case challenged(name: String, session: Secret<String>, parameters: [String: String])
}

/// Where a user pool has sent a code.
public struct CognitoDelivery: Sendable, Equatable {
    /// Such as `s***@e***`.
    public let destination: String
    /// `EMAIL` or `SMS`.
    public let medium: String
}

/// What a user pool knows of one user.
public struct CognitoUser: Sendable, Equatable {
    /// The user's name in the pool.
    public let username: String
    /// Such as `sub` and `email`.
    public let attributes: [String: String]
}
