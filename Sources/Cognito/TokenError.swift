/// Why a token is not accepted.
public enum TokenError: Error, Sendable, Equatable {
    /// The token was good and its time is over: the client should refresh it (401, `error_description="The token expired"`).
    case expired
    /// The token is not one of ours (401). The reason is for logs.
    case invalid(InvalidTokenReason)
    /// No key can be had, so nothing can be said about the token (503).
    case unavailable
}
