import Japanese

/// Translates what the embedded data know, and the rest word by word.
enum Translator {
    struct Result: Equatable { var japanese: String, kana: String, english: String }

    static func translate(_ text: String) -> Result {
        let text = text.trimmed
        if let line = HaikuComposer.line(text) { return Result(japanese: line.japanese, kana: line.kana, english: line.english) }
        if let word = Vocabulary.word(text) ?? Vocabulary.word(english: text) {
            return Result(japanese: word.japanese, kana: word.reading, english: word.gloss)
        }
        return text.unicodeScalars.contains(where: Kana.isJapanese) ? fromJapanese(text) : fromEnglish(text)
    }

    /// The longest known word at each place; particles between them are left out in English.
    private static func fromJapanese(_ text: String) -> Result {
        var rest = text[...], kana = "", glosses: [String] = []
        while !rest.isEmpty {
            let known = (1...min(10, rest.count)).reversed().lazy.compactMap { Vocabulary.word(String(rest.prefix($0))) }.first
            guard let word = known, word.kind != .particle || rest.count > 1 else {
                kana += Kana.hiragana(String(rest.removeFirst()))
                continue
            }
            kana += Kana.hiragana(word.reading)
            if word.kind != .particle { glosses.append(word.gloss) }
            rest.removeFirst(word.japanese.count)
        }
        return Result(japanese: text, kana: kana, english: glosses.isEmpty ? "something in Japanese" : glosses.joined(separator: " "))
    }

    /// Known words joined by の; a line of a haiku on the theme where none is known.
    private static func fromEnglish(_ text: String) -> Result {
        var words: [LexiconWord] = []
        for part in text.lowercased().split(whereSeparator: { !$0.isLetter }) where part.count > 2 {
            let found = Vocabulary.word(english: String(part)) ?? (part.hasSuffix("s") ? Vocabulary.word(english: String(part.dropLast())) : nil)
            if let word = found, word.kind != .particle, !words.contains(word) { words.append(word) }
        }
        if words.isEmpty {
            let theme = HaikuComposer.theme(in: text) ?? HaikuComposer.themes[Int(StableHash.of(text) % UInt64(HaikuComposer.themes.count))]
            let line = theme.lines[1][Int(StableHash.of(text) % UInt64(theme.lines[1].count))]
            return Result(japanese: line.japanese, kana: line.kana, english: text)
        }
        return Result(japanese: words.map(\.japanese).joined(separator: "の"), kana: words.map(\.reading).joined(separator: "の"), english: text)
    }
}

/// How alike two texts are.
enum Likeness {
    /// 1 for equal ones, 0 where nothing agrees: one minus Levenshtein's distance by the longer length. Looks at 200 signs at most.
    static func of(_ one: String, _ other: String) -> Double {
        let first = Array(one.trimmed.prefix(200)), second = Array(other.trimmed.prefix(200))
        guard !first.isEmpty, !second.isEmpty else { return first.isEmpty && second.isEmpty ? 1 : 0 }
        var row = Array(0...second.count)
        for (index, sign) in first.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in second.indices {
                let above = row[column + 1]
                row[column + 1] = min(above + 1, row[column] + 1, diagonal + (sign == second[column] ? 0 : 1))
                diagonal = above
            }
        }
        return 1 - Double(row[second.count]) / Double(max(first.count, second.count))
    }
}
