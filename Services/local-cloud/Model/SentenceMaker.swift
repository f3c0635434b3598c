import Japanese

/// Makes a short sentence around a word, by its type.
enum SentenceMaker {
    typealias Pattern = (japanese: String, kana: String, english: String)

    static func sentence(for word: LexiconWord, random: inout SeededRandom) -> Translator.Result {
        let pattern = random.pick(patterns(word.kind))
        return Translator.Result(
            japanese: pattern.japanese.replacing("~", with: word.japanese), kana: pattern.kana.replacing("~", with: word.reading),
            english: pattern.english.replacing("~", with: bare(word)))
    }

    private static func bare(_ word: LexiconWord) -> String { word.gloss.hasPrefix("to ") ? String(word.gloss.dropFirst(3)) : word.gloss }

    private static func patterns(_ kind: WordKind) -> [Pattern] {
        switch kind {
        case .verb:
            [
                ("明日~つもりです。", "あしたは~つもりです。", "I plan to ~ tomorrow."), ("~のは楽しいです。", "~のはたのしいです。", "It is fun to ~."),
                ("ここで~ことができます。", "ここで~ことができます。", "You can ~ here."),
            ]
        case .iAdjective, .naAdjective:
            [
                ("とても~ですね。", "とても~ですね。", "It is very ~, isn't it?"), ("これは~です。", "これは~です。", "This is ~."),
                ("今日は少し~です。", "きょうはすこし~です。", "Today it is a little ~."),
            ]
        case .expression, .interjection: [("「~」と言います。", "「~」といいます。", "People say “~”."), ("朝、「~」と言いました。", "あさ、「~」といいました。", "In the morning I said “~”.")]
        case .adverb: [("~勉強します。", "~べんきょうします。", "I study: ~."), ("~行きましょう。", "~いきましょう。", "Let's go: ~.")]
        case .particle: [("「~」は助詞です。", "「~」はじょしです。", "“~” is a particle.")]
        default:
            [
                ("これは~です。", "これは~です。", "This is “~”."), ("~が好きです。", "~がすきです。", "I like “~”."),
                ("~について話しましょう。", "~についてはなしましょう。", "Let's talk about “~”."), ("~という言葉を覚えました。", "~ということばをおぼえました。", "I learned the word “~”."),
            ]
        }
    }
}

/// Answers to what people say to a teacher beside the lesson.
enum SmallTalk {
    /// Whether it is a greeting, thanks or a good-bye.
    static func isGreeting(_ ask: String) -> Bool { row(for: ask) != nil }

    static func answer(to ask: String, inJapanese: Bool, random: inout SeededRandom) -> String {
        if let row = row(for: ask) { return random.pick(inJapanese ? row.japanese : row.english) }
        return inJapanese ? "なるほど。もう少し詳しく教えてください。一緒に日本語で考えましょう。" : "I see. Tell me a little more, and we can look at it in Japanese together."
    }

    private static func row(for ask: String) -> Row? {
        let lowered = ask.lowercased()
        let words = Set(lowered.split { !$0.isLetter }.map(String.init))
        return rows.first { $0.clues.contains { $0.utf8.first! < 0x80 && !$0.contains(" ") ? words.contains($0) : lowered.contains($0) } }
    }

    private typealias Row = (clues: [String], english: [String], japanese: [String])

    private static let rows: [Row] = [
        (["thank you", "thanks", "ありがとう"], ["You're welcome! どういたしまして。", "My pleasure. Shall we go on?"], ["どういたしまして。続けましょうか。"]),
        (["who are you", "your name", "あなたは誰"], ["I am the model of local-cloud, a small teacher of Japanese for development."], ["ローカルクラウドの小さな日本語の先生です。"]),
        (["how are you", "元気"], ["I'm fine, thank you! And you? お元気ですか。"], ["元気です。あなたはいかがですか。"]),
        (["goodbye", "bye", "good night", "さようなら", "おやすみ"], ["Goodbye! またね。", "See you soon. お元気で。"], ["またね。お元気で。"]),
        (
            ["hello", "hi", "hey", "good morning", "こんにちは", "おはよう", "こんばんは"],
            ["Hello! こんにちは。 What would you like to learn today?", "Hi there! Shall we practise some Japanese?"], ["こんにちは。今日は何を勉強しましょうか。"]
        ),
    ]
}
