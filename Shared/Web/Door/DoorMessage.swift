/// What a page at the door can say; the words are in both languages.
public enum DoorMessage: Sendable, Equatable {
    /// Address and password do not go together; whether the account exists is not said.
    case wrongPassword
    /// The address was not confirmed yet.
    case notConfirmed
    /// The password was taken back; a code sets another.
    case resetRequired
    /// The first password must be replaced, on the shared sign-in page.
    case newPasswordRequired
    /// Too many attempts; the next one after so many seconds.
    case tooManyAttempts(retryAfterSeconds: Int)
    /// The code is wrong, used or too old.
    case codeRefused
    /// The password breaks these rules.
    case passwordTooWeak([PasswordRule])
    /// The password begins or ends with a space, which Cognito refuses.
    case spaceAtEdge
    /// The address is not one.
    case emailMalformed
    /// The field is empty.
    case missing
    /// More characters than so many.
    case tooLong(Int)
    /// Signing in does not work now; nothing was changed.
    case unavailable
    /// The new password holds, and another session could not be ended.
    case sessionsLeft
    /// The form's CSRF token is over.
    case formTooOld
    /// A sentence of the caller's, shown as it is.
    case invalid(String)
    /// Good: the address is confirmed.
    case addressConfirmed
    /// Good: a code is on its way to this address, which may be masked.
    case codeSent(to: String)
    /// Good: the new password holds.
    case passwordChanged
    /// Good: one is signed out.
    case signedOut
    /// Why one is here: the session has ended.
    case sessionOver

    /// For the `Retry-After` field.
    var retryAfterSeconds: Int? { if case .tooManyAttempts(let seconds) = self { max(1, seconds) } else { nil } }

    /// Whether it is good news.
    var isGood: Bool {
        switch self {
        case .addressConfirmed, .codeSent, .passwordChanged, .signedOut: true
        default: false
        }
    }
}
