import DesignSystem
import HTTPCore
import JSON
import Web

extension SignInProblem {
    /// As the JSON routes answer it.
    ///
    /// - Parameter field: the name of the body's field that a weak password came in.
    func httpError(passwordField field: String = "password") -> any Error {
        switch self {
        case .wrongPassword:
            HTTPError(.unauthorized, type: "wrong-password", detail: "The e-mail address or the password is not right; check both and try again.")
        case .notConfirmed:
            HTTPError.forbidden("account-not-confirmed", "The e-mail address is not confirmed yet; enter the code that was sent to it, or ask for a new one.")
        case .resetRequired:
            HTTPError.forbidden("password-reset-required", "The password must be replaced; have a code sent by /api/auth/forgot, and set a new one with it.")
        case .newPasswordRequired:
            HTTPError.forbidden(
                "new-password-required", "The account still has its first password; sign in on the hosted pages, /api/auth/authorize, which ask for a new one.")
        case .codeRefused:
            HTTPError(.badRequest, type: "code-refused", detail: "The code is not right, or it is too old; check it, or ask for a new one.")
        case .passwordTooWeak(let rules): Self.weak(rules, field)
        case .spaceAtEdge: Self.refused([("use no space at the beginning or the end", [])], field)
        case .notAccepted: HTTPError(.badRequest, type: "not-accepted", detail: "This cannot be accepted as it is; check what was entered.")
        case .throttled(let retryAfter):
            HTTPError.tooManyRequests("rate-limited", "Too many attempts; wait as long as Retry-After says, then try again.", retryAfter: retryAfter)
        case .sessionOver: HTTPError(.unauthorized, type: "session-over", detail: "The session is over; sign in again.")
        case .sessionsLeft(let cause):
            HTTPError.unavailable(
                "sessions-left", "The new password holds, but a session of before may be open still; sign in with it and sign out everywhere.",
                retryAfter: .seconds(5), debugDescription: cause)
        case .transactionOver:
            HTTPError(.badRequest, type: "transaction-over", detail: "This sign-in was not begun here, or too long ago; sign in again.")
        case .unavailable(let cause):
            HTTPError.unavailable(
                "sign-in-unavailable", "Signing in does not work at the moment; try again in a few seconds.", retryAfter: .seconds(5), debugDescription: cause)
        }
    }

    private static func weak(_ rules: [PasswordRule], _ field: String) -> InvalidInput {
        refused((rules.isEmpty ? PasswordRule.allCases : rules).map { ($0.sentence, [.init("rule", .string($0.rawValue))]) }, field)
    }

    private static func refused(_ reasons: [(sentence: String, ctx: [JSONFragment.Member])], _ field: String) -> InvalidInput {
        var problems = ProblemCollector(location: ["body", .name(field)])
        for reason in reasons {
            problems.add("password_too_weak", "Value error, \(reason.sentence)", input: ProblemCollector.redaction, ctx: reason.ctx)
        }
        return InvalidInput(problems: problems.problems)
    }
}

extension PasswordRule {
    fileprivate var sentence: String {
        switch self {
        case .length: "use at least 8 characters"
        case .lowercase: "use a lower case letter"
        case .uppercase: "use an upper case letter"
        case .number: "use a digit"
        case .symbol: "use a symbol such as ! or -"
        }
    }
}
