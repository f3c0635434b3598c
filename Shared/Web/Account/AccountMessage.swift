/// Something to fill in on the account page; the raw value is the name of the form's field.
public enum AccountField: String, Sendable, CaseIterable {
    /// The password that holds now.
    case oldPassword = "old_password"
    /// The one that takes its place.
    case newPassword = "new_password"
    /// The e-mail address, typed to confirm the deletion.
    case confirmation

    var identifier: String { rawValue.replacing("_", with: "-") }

    /// Where it stands.
    var section: AccountSection { self == .confirmation ? .deletion : .password }
}

/// A part of the account page; the raw value is its id.
public enum AccountSection: String, Sendable, CaseIterable {
    /// Who is signed in.
    case person
    /// Changing the password.
    case password
    /// Where one is signed in.
    case sessions
    /// The copy of the data.
    case data
    /// Deleting the account.
    case deletion
}

/// What the account page can say; the words are in both languages.
public enum AccountMessage: Sendable, Equatable {
    /// The old password is wrong.
    case wrongPassword
    /// The new password breaks these rules.
    case passwordTooWeak([PasswordRule])
    /// The new password begins or ends with a space, which Cognito refuses.
    case spaceAtEdge
    /// The field is empty.
    case missing
    /// What was typed is not the account's address.
    case confirmationDiffers
    /// Too many attempts; the next one after so many seconds.
    case tooManyAttempts(retryAfterSeconds: Int)
    /// It does not work now; nothing was changed.
    case unavailable
    /// The new password holds, and another session could not be ended.
    case sessionsLeft
    /// The form's CSRF token is over.
    case formTooOld
    /// The session to end is not there any more.
    case sessionUnknown
    /// A sentence of the caller's, shown as it is.
    case invalid(String)
    /// Good: the new password holds.
    case passwordChanged
    /// Good: a session was ended.
    case sessionEnded
    /// Good: the copy is being made.
    case exportAsked
    /// The deletion has begun.
    case deletionAsked
}

/// What is wrong with a field, or with a part of the page as a whole.
public struct AccountProblem: Sendable, Equatable {
    /// Where it is shown.
    public var section: AccountSection
    /// The field; nil for the whole part.
    public var field: AccountField?
    /// What is wrong.
    public var message: AccountMessage

    /// A problem of a field.
    public init(field: AccountField, message: AccountMessage) {
        self.section = field.section
        self.field = field
        self.message = message
    }

    /// A problem of a part.
    public init(section: AccountSection, message: AccountMessage) {
        self.section = section
        self.message = message
    }
}
