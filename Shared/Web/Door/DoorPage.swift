public import HTTPCore

/// A page at the door: sign in, register, confirm, forgot and reset password, signed out.
///
/// It works without JavaScript: its form is posted to the page's own path, and the answer is the page again (422, 400, 429, 503 with `problems`,
/// typed `values` kept) or `DoorPage.redirect(to:answering:)`.
public struct DoorPage: Sendable {
    /// Which page.
    public enum Step: String, Sendable, CaseIterable {
        /// E-mail address and password.
        case signIn
        /// Names, address and password of a new account.
        case register
        /// The code that confirms an address; its second button sends `action=resend` to the same path.
        case confirm
        /// The address to which a code for a new password goes.
        case forgotPassword
        /// That code and the new password.
        case resetPassword
        /// Nothing to fill in; with `signOutAction` it asks first.
        case signedOut
    }

    /// Which page.
    public var step: Step
    /// Whose door it is.
    public var product: Product
    /// The language.
    public var language: Language
    /// Where the pages lie.
    public var paths: DoorPaths
    /// Kept on all links and actions: "" or, encoded, "?next=%2Fwords".
    public var query = ""
    /// Fields that the form sends unseen, such as `csrf_token`.
    public var hidden: [(name: String, value: String)] = []
    /// What was typed; passwords are never shown again, even when given here.
    public var values: [DoorField: String] = [:]
    /// What is to be mended.
    public var problems: [DoorProblem] = []
    /// Good news, or why one is here.
    public var notice: DoorMessage?
    /// Where the shared sign-in page is; offered beside our own form.
    public var otherWayIn: String?
    /// Where the button of `.signedOut` goes for somebody who may be signed in still; nil where they are signed out.
    public var signOutAction: String?
    /// Origins beside our own at which the form may end by redirects (`https://app.example`); others than origins are left out.
    public var formActionOrigins: [String] = []

    /// A page without values, problems and notice.
    public init(_ step: Step, product: Product, language: Language, paths: DoorPaths = .own) {
        self.step = step
        self.product = product
        self.language = language
        self.paths = paths
    }

    /// The name and value that the form sends when a new code is asked for on `.confirm`.
    public static let resendAction = (name: "action", value: "resend")

    /// The answer; a `Retry-After` field goes with `.tooManyAttempts`.
    public func response(status: Status = .ok) -> Response {
        var page = HousePage(title: title, language: language, scripts: [.door], content: frame)
        page.formActionOrigins = formActionOrigins
        var response = page.response(status: status)
        if let seconds = problems.lazy.compactMap(\.message.retryAfterSeconds).first { response.fields.set(.retryAfter, String(seconds)) }
        return response
    }
}

/// What is wrong with a field, or with the form as a whole.
public struct DoorProblem: Sendable, Equatable {
    /// The field; nil for the whole form.
    public var field: DoorField?
    /// What is wrong.
    public var message: DoorMessage

    /// A problem.
    public init(field: DoorField? = nil, message: DoorMessage) {
        self.field = field
        self.message = message
    }
}
