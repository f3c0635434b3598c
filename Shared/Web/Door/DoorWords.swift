/// What the pages at the door say beside their messages.
enum DoorWords {
    static let forgot = Phrase("Forgot it?", "お忘れですか？")
    static let show = Phrase("Show", "表示")
    static let showWhat = Phrase(" password", "：パスワード")
    static let resend = Phrase("Send another code", "コードを再送する")
    static let sending = Phrase("Sending …", "送信しています…")
    static let signInAgain = Phrase("Sign in again", "もう一度サインインする")
    static let otherWayIn = Phrase("Continue with the shared sign-in page", "共通のサインインページで続ける")
    static let offline = Phrase(
        "There is no connection. Everything you typed is still here; send it again when you are back.",
        "インターネットに接続できません。入力内容はそのまま残っています。接続を確認して、もう一度送信してください。")
    static let failed = Phrase(
        "Something went wrong on our side. Everything you typed is still here; try again in a minute.",
        "問題が発生しました。入力内容はそのまま残っています。しばらくしてから、もう一度お試しください。")
    static let kept = Phrase(", kept", "：満たしています")
    static let broken = Phrase(", not yet", "：まだ満たしていません")
    /// For screen readers, after a pause in typing; `{kept}` and `{all}` are numbers.
    static let rulesKept = Phrase("{kept} of {all} rules kept", "{all}個の条件のうち{kept}個を満たしています")

    /// The head of a list of problems.
    static func problems(_ count: Int) -> Phrase { Phrase("\(count) things need another look", "\(count)か所をご確認ください") }
}

/// What one page says: its title, a line under it, and its button.
struct StepWords {
    var title: Phrase
    var introduction: [Phrase] = []
    /// Nil where there is nothing to send.
    var submit: Phrase?
    /// The button while the form is on its way.
    var busy = DoorWords.sending
}
