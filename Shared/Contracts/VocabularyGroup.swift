public import JSON

/// A named list of words in the shape of the seed files: what the generator answers and what the portal imports.
public struct VocabularyGroup: JSONObject, Equatable {
    /// 1 to 200 characters.
    public var groupName: String
    /// 1 to 500 words.
    public var words: [VocabularyWord]

    /// Creates a group; rules are checked where it arrives.
    public init(groupName: String, words: [VocabularyWord]) {
        self.groupName = groupName
        self.words = words
    }

    /// Its members and their rules.
    public static let json = Object(
        "VocabularyGroup", { VocabularyGroup(groupName: $0.trimmed, words: $1) },
        Field("group_name", \.groupName, .storableText(...200), example: "Food"),
        Field("words", \.words, .count(1...500)))
}

/// A word in the shape of the seed files.
public struct VocabularyWord: JSONObject, Equatable {
    /// As it is usually written, 1 to 200 characters.
    public var japanese: String
    /// How it is read, in Hepburn with doubled vowels, 1 to 200 characters.
    public var romaji: String
    /// A short gloss, 1 to 500 characters.
    public var english: String
    /// What kind of word it is.
    public var parts: WordParts

    /// Creates a word; rules are checked where it arrives.
    public init(japanese: String, romaji: String, english: String, parts: WordParts) {
        self.japanese = japanese
        self.romaji = romaji
        self.english = english
        self.parts = parts
    }

    /// Its members and their rules.
    public static let json = Object(
        "VocabularyWord", { VocabularyWord(japanese: $0.trimmed, romaji: $1.trimmed, english: $2.trimmed, parts: $3) },
        Field("japanese", \.japanese, .storableText(...200), example: "猫"),
        Field("romaji", \.romaji, .storableText(...200), example: "neko"),
        Field("english", \.english, .storableText(...500), example: "cat"),
        Field("parts", \.parts))
}

/// The grammatical side of a word.
public struct WordParts: JSONObject, Equatable {
    /// Part of speech, such as `noun` or `i-adjective`; 1 to 50 characters.
    public var type: String
    /// Level of politeness, such as `neutral`, `polite` or `humble`; 1 to 50 characters.
    public var formality: String

    /// Creates the parts; rules are checked where they arrive.
    public init(type: String, formality: String) {
        self.type = type
        self.formality = formality
    }

    /// Its members and their rules.
    public static let json = Object(
        "WordParts", { WordParts(type: $0.trimmed, formality: $1.trimmed) },
        Field("type", \.type, .storableText(...50), example: "noun"),
        Field("formality", \.formality, .storableText(...50), example: "neutral"))
}
