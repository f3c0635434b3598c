/// Where the pages at the door lie; each page's form goes to its own path.
public struct DoorPaths: Sendable, Equatable {
    /// Sign in.
    public var signIn: String
    /// Create an account.
    public var register: String
    /// Enter the code that confirms an address.
    public var confirm: String
    /// Ask for a code to set a new password.
    public var forgotPassword: String
    /// Set a new password with a code.
    public var resetPassword: String
    /// Where one is after signing out.
    public var signedOut: String

    /// Paths of one's own.
    public init(signIn: String, register: String, confirm: String, forgotPassword: String, resetPassword: String, signedOut: String) {
        self.signIn = signIn
        self.register = register
        self.confirm = confirm
        self.forgotPassword = forgotPassword
        self.resetPassword = resetPassword
        self.signedOut = signedOut
    }

    /// Those of our own applications.
    public static let own = DoorPaths(
        signIn: "/login", register: "/register", confirm: "/confirm", forgotPassword: "/forgot-password", resetPassword: "/reset-password",
        signedOut: "/signed-out")
    /// Those of Cognito's hosted pages.
    public static let hosted = DoorPaths(
        signIn: "/login", register: "/signup", confirm: "/confirmUser", forgotPassword: "/forgotPassword", resetPassword: "/confirmForgotPassword",
        signedOut: "/logout")

    /// The path of a step's page.
    public subscript(step: DoorPage.Step) -> String {
        switch step {
        case .signIn: signIn
        case .register: register
        case .confirm: confirm
        case .forgotPassword: forgotPassword
        case .resetPassword: resetPassword
        case .signedOut: signedOut
        }
    }
}
