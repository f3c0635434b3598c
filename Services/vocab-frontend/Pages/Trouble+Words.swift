import DesignSystem

extension Trouble {
    /// What happened and what to do, as plain text too: nothing in it is escaped.
    func words(_ language: Language) -> Markup {
        switch self {
        case .topicMissing: Phrase("Please enter a topic.", "話題を入力してください。")[language]
        case .topicTooLong: Phrase("This topic is too long; use at most 200 characters.", "話題が長すぎます。200字以内で入力してください。")[language]
        case .topicUnfit: Phrase("This topic has characters that cannot be used.", "使えない文字が含まれています。")[language]
        case .topicRefused:
            Phrase("No words can be made for this topic. Put it in another way, or choose another.", "この話題では単語を作れません。言い換えるか、別の話題をお選びください。")[language]
        case .backendAway:
            Phrase("The word generator cannot be reached. Nothing is lost; try again in a moment.", "単語の生成サービスに接続できません。入力はそのままですので、少し待ってからもう一度お試しください。")[
                language]
        case .busy(let seconds): Wait.busy(seconds, language)
        case .throttled(let seconds): Wait.throttled(seconds, language)
        case .budgetSpent: Phrase("Today’s budget for new words is used up. Please come back tomorrow.", "本日の利用上限に達しました。明日またお越しください。")[language]
        case .conversationEnded:
            Phrase("This topic asks for something that is not allowed here. Please choose another.", "この話題には、ここでは許されていない内容が含まれています。別の話題をお選びください。")[
                language]
        case .blocked(let seconds): Wait.blocked(seconds, language)
        case .answerUnusable:
            Phrase("No good words came of this. Try again, or put the topic in another way.", "よい単語が得られませんでした。もう一度試すか、話題を言い換えてください。")[language]
        case .tooSlow: Phrase("This took too long. Try again, perhaps with fewer words.", "時間がかかりすぎました。単語を減らして、もう一度お試しください。")[language]
        case .brokenOff:
            Phrase("The connection broke off. The words that came are kept; try again for the rest.", "接続が途切れました。届いた単語は残っています。もう一度試すと続きが届きます。")[language]
        case .sessionOver: Phrase("You are signed out. Sign in again.", "サインアウトしています。もう一度サインインしてください。")[language]
        case .formTooOld: Phrase("This page is too old. Your topic is kept; send it once more.", "ページの有効期限が切れました。入力はそのままですので、もう一度送信してください。")[language]
        case .groupBroken: Phrase("These words are not as they were made; generate them again.", "単語のデータが正しくありません。もう一度作成してください。")[language]
        case .portalAway:
            Phrase(
                "Lang Portal cannot be reached. Your words are still here; save them again in a moment.", "Lang Portalに接続できません。単語はそのままですので、少し待ってから保存し直してください。")[
                    language]
        case .portalFull: Phrase("Your Lang Portal is full. Delete some words or groups there first.", "Lang Portalがいっぱいです。不要な単語やグループを先に削除してください。")[language]
        }
    }
}

/// How long to wait, in words.
enum Wait {
    static func busy(_ seconds: Int?, _ language: Language) -> Markup {
        language == .english
            ? "Many learners want words just now. Please try again \(time(seconds, language))." : "ただいま混み合っています。\(time(seconds, language))、もう一度お試しください。"
    }

    static func throttled(_ seconds: Int?, _ language: Language) -> Markup {
        language == .english ? "That was a lot at once. Please try again \(time(seconds, language))." : "リクエストが多すぎます。\(time(seconds, language))、もう一度お試しください。"
    }

    static func blocked(_ seconds: Int?, _ language: Language) -> Markup {
        language == .english
            ? "You cannot use this for a while, because forbidden things were asked for. Please come back \(time(seconds, language))."
            : "禁じられた内容の入力が続いたため、しばらくご利用になれません。\(time(seconds, language))、またお越しください。"
    }

    /// Rounded up, in the largest unit that fits.
    static func time(_ seconds: Int?, _ language: Language) -> Markup {
        guard let seconds, seconds > 0 else { return Phrase("in a moment", "しばらくしてから")[language] }
        let (number, unit): (Int, Phrase) =
            switch seconds {
            case ..<100: (seconds, Phrase(seconds == 1 ? "second" : "seconds", "秒後に"))
            case ..<5_400: ((seconds - 1) / 60 + 1, Phrase("minutes", "分後に"))
            default: ((seconds - 1) / 3_600 + 1, Phrase("hours", "時間後に"))
            }
        return language == .english ? "in \(number) \(unit[language])" : "\(number)\(unit[language])"
    }
}
