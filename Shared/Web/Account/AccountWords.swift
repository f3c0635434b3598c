/// What the account page says beside its messages.
enum AccountWords {
    static let title = Phrase("Your account", "アカウント")
    static let person = Phrase("Signed in as", "ご登録の情報")
    static let name = Phrase("Name", "お名前")
    static let signOut = Phrase("Sign out", "サインアウト")
    static let signingOut = Phrase("Signing out …", "サインアウトしています…")

    static let password = Phrase("Password", "パスワード")
    static let oldPassword = Phrase("Current password", "現在のパスワード")
    static let change = Phrase("Change password", "パスワードを変更する")
    static let changing = Phrase("Changing it …", "変更しています…")

    static let sessions = Phrase("Where you are signed in", "サインイン中の端末")
    static let sessionsHint = Phrase(
        "A session lasts for a day at most. End those you do not know, and change your password then.",
        "セッションは最長24時間で終了します。心当たりのないものがあれば終了し、パスワードを変更してください。")
    static let thisDevice = Phrase("This one", "この端末")
    static let began = Phrase("Since", "開始：")
    static let seen = Phrase("Last seen", "最終利用：")
    static let end = Phrase("End", "終了する")
    static let endOf = Phrase(" the session: ", "：")
    static let ending = Phrase("Ending …", "終了しています…")
    static let everywhere = Phrase("Sign out everywhere", "すべての端末からサインアウトする")

    static func unknownDevice(_ language: Language) -> String { language == .english ? "Unknown device" : "不明な端末" }
}
