extension DoorPage {
    /// What the page says.
    var words: StepWords {
        switch step {
        case .signIn:
            StepWords(
                title: Phrase("Sign in", "サインイン"), introduction: [Phrase("\(product.tagline(.english))", "\(product.tagline(.japanese))")],
                submit: Phrase("Sign in", "サインイン"), busy: Phrase("Signing in …", "サインインしています…"))
        case .register:
            StepWords(
                title: Phrase("Create an account", "アカウント作成"),
                introduction: [Phrase("Free, for all four apps. We send one e-mail with a code.", "無料で、4つのアプリすべてにお使いいただけます。確認コードをメールでお送りします。")],
                submit: Phrase("Create account", "アカウントを作成する"), busy: Phrase("Creating your account …", "アカウントを作成しています…"))
        case .confirm:
            StepWords(
                title: Phrase("Confirm your address", "メールアドレスの確認"), introduction: [codeWords], submit: Phrase("Confirm", "確認する"),
                busy: Phrase("Checking …", "確認しています…"))
        case .forgotPassword:
            StepWords(
                title: Phrase("Forgot your password?", "パスワードをお忘れの方"),
                introduction: [
                    Phrase(
                        "Tell us your address. We send a code with which you set a new password.",
                        "ご登録のメールアドレスを入力してください。パスワードの再設定に必要な確認コードをお送りします。")
                ],
                submit: Phrase("Send the code", "コードを送信する"))
        case .resetPassword:
            StepWords(
                title: Phrase("Set a new password", "パスワードの再設定"),
                introduction: [Phrase("Enter the code from the e-mail and a new password.", "メールに記載された確認コードと、新しいパスワードを入力してください。")],
                submit: Phrase("Set the password", "パスワードを設定する"), busy: Phrase("Setting it …", "設定しています…"))
        case .signedOut where signOutAction != nil:
            StepWords(
                title: Phrase("Sign out?", "サインアウトしますか？"),
                introduction: [Phrase("On this device, for all four apps.", "この端末で、4つのアプリすべてからサインアウトします。")],
                submit: Phrase("Sign out", "サインアウトする"), busy: Phrase("Signing out …", "サインアウトしています…"))
        case .signedOut:
            StepWords(
                title: Phrase("You are signed out", "サインアウトしました"),
                introduction: [Phrase("On this device, for all four apps. See you soon!", "この端末では、4つのアプリすべてからサインアウトしました。またのご利用をお待ちしています。")])
        }
    }

    private var codeWords: Phrase {
        var isSaid = false
        if case .codeSent = notice { isSaid = true }
        guard !isSaid, let address = values[.email], !address.isEmpty, problem(with: .email) == nil else {
            return Phrase("Enter the code of six digits from the e-mail.", "メールに記載された6桁の確認コードを入力してください。")
        }
        return Phrase(
            "If <strong>\(.address(address))</strong> can be registered, a code of six digits has gone there. It is good for 24 hours.",
            "<strong>\(.address(address))</strong> がご登録いただけるアドレスの場合、6桁の確認コードをお送りしました。コードは24時間有効です。")
    }

    /// The ways on from here.
    var links: [Markup] {
        let other = otherWayIn.map { "<a href=\"\($0)\">\(DoorWords.otherWayIn[language])</a>" as Markup }
        return switch step {
        case .signIn: [link(.register, Phrase("New here?", "はじめての方は"), Phrase("Create an account", "アカウント作成"))] + (other.map { [$0] } ?? [])
        case .register: [link(.signIn, Phrase("You have an account?", "アカウントをお持ちの方は"), Phrase("Sign in", "サインイン"))] + (other.map { [$0] } ?? [])
        case .confirm: [link(.register, Phrase("Another address?", "別のアドレスを使う場合は"), Phrase("Start again", "最初からやり直す")), back]
        case .forgotPassword: [back]
        case .resetPassword: [link(.forgotPassword, Phrase("No code came?", "コードが届かない場合は"), Phrase("Ask for another", "もう一度請求する")), back]
        case .signedOut: []
        }
    }

    private var back: Markup { "<a href=\"\(href(.signIn))\">\(Phrase("Back to sign in", "サインインに戻る")[language])</a>" }

    private func link(_ step: Step, _ before: Phrase, _ name: Phrase) -> Markup {
        "\(before[language]) <a href=\"\(href(step))\">\(name[language])</a>"
    }
}
