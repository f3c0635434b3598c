import JSON

/// Finds facts by the names that schemas give them.
enum FactNames {
    private static let alike: [(canonical: String, names: [String])] = [
        ("japanese", ["ja", "jp", "kanji", "word", "term", "expression", "japanese_text", "japanese_word", "written", "front", "sentence_ja", "text_ja"]),
        ("kana", ["hiragana", "reading", "furigana", "yomi", "pronunciation"]),
        ("romaji", ["romanization", "romanized", "transliteration", "roman", "latin", "romaji_text"]),
        ("english", ["en", "meaning", "gloss", "definition", "english_text", "english_word", "back", "meaning_en"]),
        ("translation", ["translated", "translated_text", "result", "output", "translation_text"]),
        ("type", ["part_of_speech", "pos", "word_type"]), ("formality", ["register", "politeness"]),
        ("words", ["vocabulary", "vocab", "items", "entries", "word_list", "vocabulary_words", "vocabulary_list", "terms"]),
        ("group_name", ["group", "title", "theme", "category", "category_name", "name"]), ("topic", ["subject"]),
        ("image_description", ["image_prompt", "prompt", "description", "scene"]),
        ("message", ["reply", "response", "answer", "comment", "chat", "remark", "explanation"]), ("text", ["content", "value", "sentence", "haiku_text"]),
        ("is_correct", ["correct", "match", "matches"]), ("is_complete", ["complete", "finished", "is_done", "ready", "is_final"]),
    ]

    /// The fact of this name, of its canonical name, or of one that means the same.
    static func fact(_ name: String, in facts: JSONFragment) -> JSONFragment? {
        let plain = plain(name)
        if let exact = facts[plain] ?? facts[name] { return exact }
        for (canonical, names) in alike where canonical == plain || names.contains(plain) {
            if let found = ([canonical] + names).lazy.compactMap({ facts[$0] }).first { return found }
        }
        return nil
    }

    /// `wordCount` is `word_count`.
    static func plain(_ name: String) -> String {
        name.reduce(into: "") { result, letter in
            if letter.isUppercase, !result.isEmpty, result.last != "_" { result.append("_") }
            result += letter == "-" || letter == " " ? "_" : letter.lowercased()
        }
    }

    /// A fact as text.
    static func text(_ fact: JSONFragment) -> String {
        switch fact {
        case .string(let text): text
        case .array(let elements): elements.map(text).joined(separator: "\n")
        case .object(let members): members.first.map { text($0.value) } ?? ""
        case .null: ""
        default: JSON.string(fact)
        }
    }
}
