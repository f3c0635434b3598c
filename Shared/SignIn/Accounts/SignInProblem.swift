import AWS
import DesignSystem
import Platform

/// Why something at the door is refused. One list for the JSON routes and the pages.
enum SignInProblem: Error, Equatable {
    /// The address or the password; which of them, nobody is told.
    case wrongPassword
    /// The password is right, and the address was never proven.
    case notConfirmed
    /// An administrator has taken the password back: a code is needed that sets another.
    case resetRequired
    /// An administrator made the account, and its first password must be replaced, which the hosted pages ask for.
    case newPasswordRequired
    /// The code is another one, used, or too old; or there is no such account, which nobody is told.
    case codeRefused
    /// The password breaks rules of the pool.
    case passwordTooWeak([PasswordRule])
    /// The password begins or ends with a space.
    case spaceAtEdge
    /// The pool does not take a value.
    case notAccepted
    /// Too many attempts.
    case throttled(retryAfter: Duration)
    /// The session's time is over, or it was ended.
    case sessionOver
    /// The password is a new one, and a session of before could not be ended; the cause is for the log.
    case sessionsLeft(cause: String)
    /// Somebody came back from the hosted pages whom this browser did not send, or too late.
    case transactionOver
    /// The pool or the registry cannot be asked; the cause is for the log.
    case unavailable(cause: String)

    /// What the user pool says to a call that is not about a code.
    init(_ error: AWSError) {
        switch error.code {
        case "NotAuthorizedException" where error.serviceError?.message.contains("attempts exceeded") == true: self = .throttled(retryAfter: .seconds(900))
        case "NotAuthorizedException", "UserNotFoundException": self = .wrongPassword
        case "UserNotConfirmedException": self = .notConfirmed
        case "PasswordResetRequiredException": self = .resetRequired
        case "CodeMismatchException", "ExpiredCodeException": self = .codeRefused
        case "InvalidPasswordException": self = .passwordTooWeak([])
        case "LimitExceededException", "TooManyRequestsException", "TooManyFailedAttemptsException": self = .throttled(retryAfter: .seconds(900))
        case "InvalidParameterException": self = .notAccepted
        default: self = .unavailable(cause: error.description)
        }
    }

    /// What it says to a call with a code: everything that would tell whether there is such an account looks like a wrong code, its bound of guesses too.
    /// Only the bound of all calls together (`TooManyRequestsException`) tells nothing.
    static func aboutCode(_ error: AWSError) -> SignInProblem {
        switch SignInProblem(error) {
        case .wrongPassword, .notConfirmed, .resetRequired, .notAccepted: .codeRefused
        case .throttled where error.code != "TooManyRequestsException": .codeRefused
        case let other: other
        }
    }

    /// What it says to a call with an access token: it may refuse the token as well as the password, by the same code.
    static func aboutToken(_ error: AWSError) -> SignInProblem {
        guard error.code == "NotAuthorizedException", let message = error.serviceError?.message, message.contains("Access Token") else {
            return SignInProblem(error)
        }
        return message.contains("scope") ? .unavailable(cause: error.description) : .sessionOver
    }
}
