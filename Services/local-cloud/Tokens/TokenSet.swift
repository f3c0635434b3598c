/// What a sign-in or a refresh hands out.
struct TokenSet: Sendable, Equatable {
    /// For APIs.
    var accessToken: String
    /// About the learner, for the app that signed in.
    var idToken: String
    /// Nil when one was used to come here: it stays the same.
    var refreshToken: String?
    /// How long access and ID tokens are good.
    var lifetime: Duration
}
