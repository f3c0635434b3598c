extension AccountMessage {
    func text(for field: AccountField?, _ language: Language) -> Markup {
        switch self {
        case .wrongPassword: Phrase("This is not your password. Check it and try again.", "現在のパスワードが正しくありません。もう一度ご確認ください。")[language]
        case .passwordTooWeak(let rules): DoorMessage.passwordTooWeak(rules).text(for: .newPassword, language)
        case .spaceAtEdge: DoorMessage.spaceAtEdge.text(for: .newPassword, language)
        case .missing: Self.missing(field)[language]
        case .confirmationDiffers:
            Phrase("This is not the address of the account. Type it as it stands above.", "アカウントのメールアドレスと一致しません。上に表示されているとおりに入力してください。")[language]
        case .tooManyAttempts(let seconds): DoorMessage.tooManyAttempts(retryAfterSeconds: seconds).text(for: nil, language)
        case .unavailable: DoorMessage.unavailable.text(for: nil, language)
        case .sessionsLeft:
            Phrase(
                "Your new password is set, but you may still be signed in on other devices. End what is left here.",
                "新しいパスワードは設定されましたが、他の端末ではサインインしたままの可能性があります。残っているセッションをここで終了してください。")[language]
        case .formTooOld: DoorMessage.formTooOld.text(for: nil, language)
        case .sessionUnknown: Phrase("That session had ended already.", "そのセッションはすでに終了しています。")[language]
        case .invalid(let sentence): "\(sentence)"
        case .passwordChanged: Phrase("Your password is changed.", "パスワードを変更しました。")[language]
        case .sessionEnded: Phrase("The session is ended. It may last for one more minute there.", "セッションを終了しました。反映されるまで最大1分ほどかかることがあります。")[language]
        case .exportAsked: Phrase("We are gathering your data.", "データの準備を開始しました。")[language]
        case .deletionAsked: Phrase("Your account is being deleted.", "アカウントの削除を開始しました。")[language]
        }
    }

    private static func missing(_ field: AccountField?) -> Phrase {
        switch field {
        case .oldPassword: Phrase("Enter the password you have now.", "現在のパスワードを入力してください。")
        case .newPassword: Phrase("Enter a new password.", "新しいパスワードを入力してください。")
        case .confirmation: Phrase("Type the address of your account.", "アカウントのメールアドレスを入力してください。")
        case nil: Phrase("Something is missing.", "入力されていない項目があります。")
        }
    }

    var retryAfterSeconds: Int? { if case .tooManyAttempts(let seconds) = self { max(1, seconds) } else { nil } }

    /// Whether it is good news.
    var isGood: Bool {
        switch self {
        case .passwordChanged, .sessionEnded, .exportAsked: true
        default: false
        }
    }
}
