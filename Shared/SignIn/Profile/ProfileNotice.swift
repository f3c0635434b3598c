import DesignSystem

/// What was just done on the account page.
enum ProfileNotice: String {
    case passwordChanged = "password"
    case sessionEnded = "session"
    case exportAsked = "export"
    case deletionAsked = "deletion"

    /// What the page says.
    var message: AccountMessage {
        switch self {
        case .passwordChanged: .passwordChanged
        case .sessionEnded: .sessionEnded
        case .exportAsked: .exportAsked
        case .deletionAsked: .deletionAsked
        }
    }
}

extension SignInProblem {
    /// As the account page tells it, in the part it is about.
    func accountProblem(in section: AccountSection) -> AccountProblem {
        switch self {
        case .wrongPassword: AccountProblem(field: .oldPassword, message: .wrongPassword)
        case .passwordTooWeak(let rules): AccountProblem(field: .newPassword, message: .passwordTooWeak(rules))
        case .spaceAtEdge: AccountProblem(field: .newPassword, message: .spaceAtEdge)
        case .throttled(let retryAfter):
            AccountProblem(section: section, message: .tooManyAttempts(retryAfterSeconds: Int(retryAfter.components.seconds + 1)))
        case .sessionsLeft: AccountProblem(section: .sessions, message: .sessionsLeft)
        case .notConfirmed, .resetRequired, .newPasswordRequired, .codeRefused, .notAccepted, .sessionOver, .transactionOver, .unavailable:
            AccountProblem(section: section, message: .unavailable)
        }
    }
}
