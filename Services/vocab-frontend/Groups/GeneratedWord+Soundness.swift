import Contracts
import Japanese

// What comes from elsewhere, a browser above all, is a group of ours if it could have come from the generator.
extension GeneratedGroup {
    /// Whether each word could be one of ours, and none is there twice.
    var isSound: Bool { words.allSatisfy(\.isSound) && Set(words.map(\.japanese)).count == words.count }
}

extension GeneratedWord {
    /// Whether writing, reading and kind fit together; what it means, nobody can check here.
    var isSound: Bool {
        Kana.isJapanese(japanese) && Self.isReading(reading) && Self.isSpelling(romaji) && furigana.spells(japanese)
            && WordKind(rawValue: parts.type) != nil && Formality(rawValue: parts.formality) != nil
            && (pitchAccent.map { (0...Kana.morae(reading).count).contains($0) } ?? true) && (level.map { (1...5).contains($0) } ?? true)
            && (example?.isSound ?? true)
    }

    fileprivate static func isReading(_ text: String) -> Bool { Kana.isJapanese(text) && !text.unicodeScalars.contains(where: Kana.isKanji) }

    /// Letters and what stands between words, and no sign of Japanese.
    fileprivate static func isSpelling(_ text: String) -> Bool {
        text.contains(where: \.isLetter) && !text.unicodeScalars.contains { Kana.isKana($0) || Kana.isKanji($0) }
    }
}

extension WordExample {
    fileprivate var isSound: Bool { Kana.isJapanese(japanese) && furigana.spells(japanese) && GeneratedWord.isSpelling(romaji) }
}

extension [RubyPart] {
    /// Whether the runs are the text, and each reading is kana; a stop may have itself for its reading.
    fileprivate func spells(_ text: String) -> Bool {
        map(\.text).joined() == text
            && allSatisfy { part in part.reading.map { $0 == part.text || GeneratedWord.isReading($0) && $0.utf8.count <= 600 } ?? true }
    }
}
