/// Something to fill in; the raw value is the name of the form's field.
public enum DoorField: String, Sendable, CaseIterable {
    /// The address.
    case email
    /// The password of an account, or of one to be created.
    case password
    /// The given name.
    case givenName = "given_name"
    /// The family name.
    case familyName = "family_name"
    /// A code that came by e-mail.
    case code
    /// The password that takes the old one's place.
    case newPassword = "new_password"

    /// Whether what is typed is never shown again.
    var isSecret: Bool { self == .password || self == .newPassword }

    /// The label.
    var label: Phrase {
        switch self {
        case .email: Phrase("E-mail address", "メールアドレス")
        case .password: Phrase("Password", "パスワード")
        case .givenName: Phrase("Given name", "名")
        case .familyName: Phrase("Family name", "姓")
        case .code: Phrase("Code", "確認コード")
        case .newPassword: Phrase("New password", "新しいパスワード")
        }
    }

    /// What is said when it is empty.
    var missing: Phrase {
        switch self {
        case .email: Phrase("Enter your e-mail address.", "メールアドレスを入力してください。")
        case .password: Phrase("Enter a password.", "パスワードを入力してください。")
        case .givenName: Phrase("Enter your given name.", "名を入力してください。")
        case .familyName: Phrase("Enter your family name.", "姓を入力してください。")
        case .code: Phrase("Enter the code from the e-mail.", "メールに記載された確認コードを入力してください。")
        case .newPassword: Phrase("Enter a new password.", "新しいパスワードを入力してください。")
        }
    }
}
