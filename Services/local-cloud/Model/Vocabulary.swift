import Japanese

/// The words the model knows: those of the lexicon.
enum Vocabulary {
    static let words: [LexiconWord] = Lexicon.topics.flatMap(\.words)

    /// The word written so, in Japanese.
    static func word(_ japanese: String) -> LexiconWord? { Lexicon.words(written: japanese).first }

    /// The word with this English gloss, in any case, with or without `to` and an article.
    static func word(english: String) -> LexiconWord? { byGloss[bare(english)] }

    private static let byGloss: [String: LexiconWord] = {
        var found: [String: LexiconWord] = [:]
        for word in words {
            for gloss in word.english.split(separator: ";") {
                let key = bare(String(gloss.split(separator: "(").first ?? ""))
                if !key.isEmpty, found[key] == nil { found[key] = word }
            }
        }
        return found
    }()

    private static func bare(_ english: String) -> String {
        var text = english.lowercased().trimmed
        for article in ["to ", "a ", "an ", "the "] where text.hasPrefix(article) { text = String(text.dropFirst(article.count)) }
        return text
    }
}

extension LexiconWord {
    /// The first of the glosses, without remarks: `to be` of `to be; to exist (of things)`.
    var gloss: String { String(english.split(separator: ";")[0].split(separator: "(")[0]).trimmed }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
