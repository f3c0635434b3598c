/// Where the account page lies and where its forms go.
public struct AccountPaths: Sendable, Equatable {
    /// The page itself.
    public var profile = "/profile"
    /// Takes `old_password` and `new_password`.
    public var changePassword = "/profile/password"
    /// Takes `session`, the id of the session to end.
    public var endSession = "/profile/sessions/end"
    /// Ends every session, this one too.
    public var signOutEverywhere = "/profile/sign-out-everywhere"
    /// Ends this session.
    public var signOut = "/logout"
    /// Asks for a copy of everything we hold.
    public var export = "/profile/export"
    /// Takes `confirmation`, the typed e-mail address.
    public var delete = "/profile/delete"

    /// Those of our own applications.
    public init() {}

    /// Those of our own applications.
    public static let own = AccountPaths()
}
