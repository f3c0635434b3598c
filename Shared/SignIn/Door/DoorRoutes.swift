public import DesignSystem
import HTTPCore
import JSON
import Platform
import ServiceKit
public import Web

/// The pages at the door: `/login`, `/register`, `/confirm`, `/forgot-password`, `/reset-password`, and what the hosted pages come back to, `/callback` and
/// `/logout`. They do what the JSON routes do, and work without JavaScript.
public struct DoorRoutes: Sendable {
    let sessions: LearnerSessions
    let accounts: LearnerAccounts
    let product: Product
    static let signOutPath = "/logout"
    var addresses: AddressCookie { sessions.addresses }

    /// The pages of a product.
    public init(_ sessions: LearnerSessions, product: Product) {
        self.sessions = sessions
        self.product = product
        accounts = sessions.accounts
    }

    /// Declares the pages. `AuthRoutes` must be registered, too.
    public func register(on routes: RouteGroup) {
        let pages: RouteGroup = routes.group(options: [.hidden, .bodyLimit(bytes: 16_384)])
        let paths = DoorPaths.own
        pages.get(paths.signIn, showSignIn)
        pages.post(paths.signIn, signIn)
        pages.get(paths.register, showRegister)
        pages.post(paths.register, signUp)
        pages.get(paths.confirm, showConfirm)
        pages.post(paths.confirm, confirm)
        pages.get(paths.forgotPassword, showForgotPassword)
        pages.post(paths.forgotPassword, forgot)
        pages.get(paths.resetPassword, showResetPassword)
        pages.post(paths.resetPassword, reset)
        pages.get("/callback", finish)
        pages.get(Self.signOutPath, showSignOut)
        pages.post(Self.signOutPath, signOut)
        pages.get(paths.signedOut, showSignedOut)
        HouseAssets().register(on: routes)
    }
}
