import DesignSystem

/// What the page says beside its troubles.
enum VocabWords {
    static let heading = Phrase("New words for any topic", "どんな話題にも、新しい単語を")
    static let introduction = Phrase(
        "Name a topic, and get Japanese words for it: checked against a dictionary, with readings, pitch and an example.",
        "話題を入力すると、辞書で確かめた日本語の単語が、読み方・アクセント・例文つきで届きます。")
    static let topic = Phrase("Topic", "話題")
    static let topicExample = Phrase("Food, the weather …", "食べ物、天気…")
    static let suggestions = Phrase("Suggestions", "話題の例")
    static let count = Phrase("Number of words", "単語の数")
    static let generate = Phrase("Generate words", "単語を作る")
    static let generating = Phrase("Generating …", "作成しています…")
    static let retry = Phrase("Try again", "もう一度試す")

    static let results = Phrase("Your words", "単語")
    static let noWords = Phrase("Your words will appear here, one by one.", "ここに単語がひとつずつ現れます。")
    static let romaji = Phrase("Romaji", "ローマ字")
    static let recall = Phrase("Recall", "暗記")
    static let recallHint = Phrase("Shows the Japanese side alone.", "日本語だけを表示します。")
    static let voice = Phrase("Voice", "声")
    static let reveal = Phrase("Show the meaning", "意味を見る")
    static let conceal = Phrase("Hide the meaning", "意味を隠す")
    static let play = Phrase("Play", "再生")
    static let playSentence = Phrase("Play the sentence", "例文を再生")
    static let silent = Phrase("No sound just now.", "今は再生できません。")
    static let details = Phrase("Details", "詳細")
    static let reading = Phrase("Reading", "読み")
    static let accent = Phrase("Pitch accent", "アクセント")
    static let frequency = Phrase("Frequency", "頻度")
    static let kind = Phrase("Kind", "品詞")
    static let politeness = Phrase("Politeness", "丁寧さ")
    static let example = Phrase("Example", "例文")
    static let unverified = Phrase("Unverified", "未確認")
    static let whyUnverified = Phrase(
        "The dictionary has no such meaning for this word. It may be right all the same; look it up before you learn it.",
        "この単語のこの意味は辞書にありません。正しいこともありますが、覚える前にお確かめください。")

    static let save = Phrase("Save to Lang Portal", "Lang Portalに保存")
    static let saving = Phrase("Saving …", "保存しています…")
    static let study = Phrase("Open them there", "Lang Portalで開く")
    static let table = Phrase("CSV", "CSV")
    static let deck = Phrase("Anki deck", "Ankiデッキ")
    static let downloads = Phrase("Download:", "ダウンロード：")
    static let raw = Phrase("Raw JSON", "JSONデータ")
    static let copy = Phrase("Copy", "コピー")
    static let copied = Phrase("Copied", "コピーしました")

    static let history = Phrase("Earlier words", "これまでの単語")
    static let historyHint = Phrase(
        "The last 20 groups. They are kept in this browser alone; clear them on a computer that others use.",
        "直近の20件です。このブラウザにだけ保存されます。共用の端末では消去してください。")
    static let historyEmpty = Phrase("Nothing yet.", "まだありません。")
    static let clear = Phrase("Clear", "消去する")
}

extension VocabWords {
    static func saved(_ group: SavedGroup, _ language: Language) -> Markup {
        if group.created == 0 { return Phrase("All of these were in Lang Portal already; nothing is there twice.", "すべて登録済みでした。重複はありません。")[language] }
        guard language == .english else { return "Lang Portalに保存しました。新しい単語：\(group.created)、登録済み：\(group.existing)。" }
        let old: Markup? = group.existing > 0 ? " You had \(group.existing) of them already." : nil
        return "Saved to Lang Portal: \(group.created) new \(group.created == 1 ? "word" : "words").\(old)"
    }

    static func title(of topic: String, _ language: Language) -> Markup {
        language == .english ? "Words on “<bdi>\(topic)</bdi>”" : "「<bdi>\(topic)</bdi>」の単語"
    }
}
