/// What a sign-in or a refresh hands out.
struct TokenSet: Sendable, Equatable {
    /// For APIs.
    var accessToken: String
    /// About the learner, for the app that signed in; nil where it did not ask for `openid`.
    var idToken: String?
    /// Nil when one was used to come here: it stays the same.
    var refreshToken: String?
    /// How long access and ID tokens are good.
    var lifetime: Duration
    /// A device nobody knows yet, for `ConfirmDevice`; nil where the device is known, and after a refresh.
    var newDevice: String?
}
