extension DoorMessage {
    /// The words, for a field or for the whole form.
    func text(for field: DoorField?, _ language: Language) -> Markup { phrase(field)[language] }

    private func phrase(_ field: DoorField?) -> Phrase {
        switch self {
        case .wrongPassword:
            Phrase(
                "The e-mail address and the password do not go together. Check both, or set a new password.",
                "メールアドレスとパスワードの組み合わせが正しくありません。もう一度ご確認いただくか、パスワードを再設定してください。")
        case .notConfirmed:
            Phrase("This address is not confirmed yet. Enter the code from the e-mail.", "メールアドレスの確認がまだ済んでいません。メールに記載された確認コードを入力してください。")
        case .resetRequired:
            Phrase(
                "Your password has to be replaced. Have a code sent and set a new one.", "パスワードの再設定が必要です。確認コードを請求して、新しいパスワードを設定してください。")
        case .newPasswordRequired:
            Phrase(
                "This account still has its first password. Sign in on the shared sign-in page and choose your own.",
                "初期パスワードのままです。共通のサインインページでサインインし、ご自身のパスワードを設定してください。")
        case .tooManyAttempts(let seconds): Self.pause(seconds)
        case .codeRefused:
            Phrase("This code is wrong or too old. Check it, or ask for another.", "確認コードが正しくないか、有効期限が切れています。もう一度ご確認いただくか、新しいコードを請求してください。")
        case .passwordTooWeak(let rules): Self.weak(rules)
        case .spaceAtEdge: Phrase("The password cannot begin or end with a space.", "パスワードの先頭と末尾に空白は使えません。")
        case .emailMalformed: Phrase("Enter a whole address, such as mai@example.jp.", "mai@example.jp のような形式で、メールアドレスを正しく入力してください。")
        case .missing: field?.missing ?? Phrase("Something is missing.", "入力されていない項目があります。")
        case .tooLong(let limit): Self.tooLong(limit, field)
        case .unavailable:
            Phrase("This does not work at the moment. Nothing was changed; try again in a minute.", "ただいまご利用いただけません。変更は行われていません。しばらくしてから、もう一度お試しください。")
        case .sessionsLeft:
            Phrase(
                "Your new password is set, but you may still be signed in on other devices. Sign in with it and sign out everywhere.",
                "新しいパスワードは設定されましたが、他の端末ではサインインしたままの可能性があります。新しいパスワードでサインインし、すべての端末からサインアウトしてください。")
        case .formTooOld:
            Phrase("This page had been open for too long. It is fresh now; send it once more.", "ページを開いてから時間が経ったため、更新しました。お手数ですが、もう一度送信してください。")
        case .invalid(let sentence): Phrase("\(sentence)", "\(sentence)")
        case .addressConfirmed: Phrase("Your address is confirmed. You can sign in now.", "メールアドレスの確認が完了しました。サインインしてください。")
        case .codeSent(let address):
            Phrase(
                "If <strong>\(.address(address))</strong> is known here, a code is on its way. Look into the folder for unwanted mail, too.",
                "<strong>\(.address(address))</strong> が登録されている場合、確認コードをお送りしました。迷惑メールフォルダーもご確認ください。")
        case .passwordChanged: Phrase("Your new password is set. You can sign in with it now.", "パスワードを変更しました。新しいパスワードでサインインしてください。")
        case .signedOut: Phrase("You are signed out.", "サインアウトしました。")
        case .sessionOver: Phrase("Your session has ended. Sign in again to go on where you were.", "セッションが終了しました。もう一度サインインすると、続きから再開できます。")
        }
    }

    /// In minutes from 90 seconds on: nobody counts seconds for longer.
    private static func pause(_ seconds: Int) -> Phrase {
        let count = max(1, seconds)
        guard count >= 90 else {
            return Phrase(
                "Too many attempts. Try again in \(count) \(count == 1 ? "second" : "seconds").", "試行回数が多すぎます。\(count)秒ほどお待ちになってから、もう一度お試しください。")
        }
        let minutes = count / 60 + (count % 60 == 0 ? 0 : 1)
        return Phrase("Too many attempts. Try again in \(minutes) minutes.", "試行回数が多すぎます。\(minutes)分ほどお待ちになってから、もう一度お試しください。")
    }

    private static func tooLong(_ limit: Int, _ field: DoorField?) -> Phrase {
        guard let label = field?.label else { return Phrase("Use at most \(limit) characters.", "\(limit)文字以内で入力してください。") }
        return Phrase("“\(label[.english])” takes at most \(limit) characters.", "「\(label[.japanese])」は\(limit)文字以内で入力してください。")
    }

    private static func weak(_ rules: [PasswordRule]) -> Phrase {
        guard !rules.isEmpty else { return Phrase("Choose a stronger password.", "より安全なパスワードを設定してください。") }
        let english = rules.map { $0.shortText[.english] }, japanese = rules.map { $0.shortText[.japanese] }
        return Phrase(
            "The password still needs \(english.enumerated(by: ", ", last: " and ")).",
            "パスワードに次のものが足りません：\(japanese.enumerated(by: "、", last: "、"))。")
    }
}

extension [Markup] {
    /// a, b and c
    func enumerated(by comma: Markup, last: Markup) -> Markup {
        guard count > 1 else { return first ?? "" }
        return "\(self[0])\(self[1..<(count - 1)].map { "\(comma)\($0)" as Markup })\(last)\(self[count - 1])"
    }
}
