import JSON

/// One word of the embedded vocabulary.
struct Word: Sendable, Equatable {
    var japanese: String
    /// In hiragana, or katakana where the word is written in it.
    var kana: String
    /// Hepburn with long vowels spelled out, as in `kyou`.
    var romaji: String
    var english: String
    var type: String
    var formality: String

    /// The first of the glosses, without remarks: `to be` of `to be; to exist (of things)`.
    var gloss: String {
        let first = english.split(separator: ";")[0].split(separator: "(")[0]
        return String(first).trimmed
    }
}

/// Words of one topic.
struct WordGroup: Sendable {
    var name: String
    /// What else the topic is called, in lower case.
    var names: [String]
    var words: [Word]
}

/// The words the model knows, by topic.
enum Vocabulary {
    static let groups: [WordGroup] = further + starter
    static let words: [Word] = groups.flatMap(\.words)

    /// The word written so, in Japanese.
    static func word(_ japanese: String) -> Word? { byJapanese[japanese] }

    /// The word with this English gloss, in any case, with or without `to` and an article.
    static func word(english: String) -> Word? { byGloss[bare(english)] }

    private static let byJapanese = Dictionary(words.map { ($0.japanese, $0) }, uniquingKeysWith: { first, _ in first })
    private static let byGloss: [String: Word] = {
        var found: [String: Word] = [:]
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

    private static let starter: [WordGroup] = {
        let parsed = (try? JSON.parse(Array(StarterVocabulary.text.description.utf8)))?.arrayValue ?? []
        return parsed.map { group in
            let name = group["group_name"]?.stringValue ?? ""
            return WordGroup(name: name, names: TopicWords.of(name), words: (group["words"]?.arrayValue ?? []).compactMap(Word.init(seed:)))
        }
    }()

    private static let further: [WordGroup] = {
        var groups: [WordGroup] = []
        for line in FurtherVocabulary.text.split(separator: "\n") {
            if line.hasPrefix("# ") {
                let parts = line.dropFirst(2).split(separator: ":")
                let name = String(parts[0]), others = parts[1].split(separator: ",").map { String($0).trimmed }
                groups.append(WordGroup(name: name, names: TopicWords.of(name) + others, words: []))
            } else {
                let parts = line.split(separator: "|").map(String.init)
                groups[groups.count - 1].words.append(
                    Word(japanese: parts[0], kana: parts[1], romaji: parts[2], english: parts[3], type: parts[4], formality: "neutral"))
            }
        }
        return groups
    }()
}

extension Word {
    /// A word as the seed files have it; its kana come from its romaji where it is not written in them.
    fileprivate init?(seed: JSONFragment) {
        guard let japanese = seed["japanese"]?.stringValue, let romaji = seed["romaji"]?.stringValue, let english = seed["english"]?.stringValue,
            let parts = seed["parts"]
        else { return nil }
        let kana = japanese.unicodeScalars.allSatisfy(Kana.isKana) ? japanese : Kana.hiragana(romaji: romaji) ?? japanese
        self.init(
            japanese: japanese, kana: kana, romaji: romaji, english: english, type: parts["type"]?.stringValue ?? "noun",
            formality: parts["formality"]?.stringValue ?? "neutral")
    }
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
