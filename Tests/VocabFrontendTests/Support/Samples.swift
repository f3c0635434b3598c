import Contracts
import JSON

/// Words as the backend gives them.
enum Sample {
    static let food = GeneratedWord(
        japanese: "食べ物", romaji: "tabemono", english: "food", parts: WordParts(type: "noun", formality: "neutral"), reading: "たべもの",
        furigana: [part("食", "た"), part("べ"), part("物", "もの")], pitchAccent: 3, level: 1, isVerified: true,
        example: WordExample(
            japanese: "食べ物を買う。", furigana: [part("食", "た"), part("べ"), part("物", "もの"), part("を"), part("買", "か"), part("う。")],
            romaji: "tabemono o kau.", english: "To buy food."))
    static let thanks = GeneratedWord(
        japanese: "いただきます", romaji: "itadakimasu", english: "thank you for the meal", parts: WordParts(type: "expression", formality: "polite"),
        reading: "いただきます", furigana: [part("いただきます")], pitchAccent: nil, level: nil, isVerified: false, example: nil)
    static let ramen = GeneratedWord(
        japanese: "ラーメン", romaji: "raamen", english: "ramen", parts: WordParts(type: "noun", formality: "neutral"), reading: "ラーメン",
        furigana: [part("ラーメン")], pitchAccent: 1, level: 4, isVerified: true, example: nil)
    static let words = [food, thanks, ramen]
    static let group = GeneratedGroup(groupName: "Food", words: words)

    static func part(_ text: String, _ reading: String? = nil) -> RubyPart { RubyPart(text: text, reading: reading) }

    /// The events of a stream that gives these words, and ends as it should.
    static func stream(_ words: [GeneratedWord] = words) -> String {
        words.map { "event: word\ndata: \(JSON.string($0))\n\n" }.joined() + "event: done\ndata: {\"group_name\":\"Food\",\"word_count\":\(words.count)}\n\n"
    }

    /// A word with one text in every place that takes one.
    static func word(holding text: String) -> GeneratedWord {
        GeneratedWord(
            japanese: text, romaji: text, english: text, parts: WordParts(type: text, formality: text), reading: "\(text)ねこ", furigana: [part(text, text)],
            pitchAccent: 1, level: 2, isVerified: false, example: WordExample(japanese: text, furigana: [part(text, text)], romaji: text, english: text))
    }
}
