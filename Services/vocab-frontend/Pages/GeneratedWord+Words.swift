import Contracts
import DesignSystem
import Japanese

extension WordKind {
    func name(_ language: Language) -> Markup {
        switch self {
        case .noun: Phrase("noun", "名詞")[language]
        case .verb: Phrase("verb", "動詞")[language]
        case .iAdjective: Phrase("i-adjective", "形容詞")[language]
        case .naAdjective: Phrase("na-adjective", "形容動詞")[language]
        case .adverb: Phrase("adverb", "副詞")[language]
        case .expression: Phrase("expression", "表現")[language]
        case .numeral: Phrase("numeral", "数詞")[language]
        case .pronoun: Phrase("pronoun", "代名詞")[language]
        case .particle: Phrase("particle", "助詞")[language]
        case .counter: Phrase("counter", "助数詞")[language]
        case .conjunction: Phrase("conjunction", "接続詞")[language]
        case .interjection: Phrase("interjection", "感動詞")[language]
        }
    }
}

extension Formality {
    func name(_ language: Language) -> Markup {
        switch self {
        case .neutral: Phrase("neutral", "普通")[language]
        case .polite: Phrase("polite", "丁寧")[language]
        case .humble: Phrase("humble", "謙譲")[language]
        case .honorific: Phrase("honorific", "尊敬")[language]
        case .casual: Phrase("casual", "くだけた")[language]
        }
    }
}

/// How often a word is met, as `DictionaryEntry.level` counts it.
enum LevelWords {
    static func name(_ level: Int, _ language: Language) -> Markup {
        switch level {
        case 1: Phrase("very common", "とても多い")[language]
        case 2: Phrase("common", "多い")[language]
        case 3: Phrase("fairly common", "やや多い")[language]
        case 4: Phrase("less common", "少なめ")[language]
        default: Phrase("rare", "まれ")[language]
        }
    }

    static func rank(_ level: Int, _ language: Language) -> Markup {
        let last = ["1,000", "2,500", "5,000", "10,000"]
        guard (1...4).contains(level) else { return Phrase("beyond the 10,000 most frequent words", "上位10,000語の外")[language] }
        return language == .english ? "among the \(last[level - 1]) most frequent words" : "上位\(last[level - 1])語"
    }
}

extension PitchContour {
    /// For those who do not see it.
    func words(_ language: Language) -> Markup {
        let beat = beats[max(0, accent - 1)].kana
        let name: Phrase =
            switch pattern {
            case .flat: Phrase("flat", "平板")
            case .first: Phrase("falls at once", "頭高")
            case .middle: Phrase("falls inside the word", "中高")
            case .last: Phrase("falls after the word", "尾高")
            }
        if accent == 0 { return language == .english ? "0, flat: the pitch does not fall" : "0（平板）" }
        return language == .english ? "\(accent), \(name[language]): the pitch falls after \(beat)" : "\(accent)（\(name[language])）：「\(beat)」の後で下がる"
    }
}
