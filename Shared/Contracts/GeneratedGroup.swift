public import JSON

/// Words on a topic, each verified: the shape of the seed files, and beside it what a learner's card shows.
public struct GeneratedGroup: JSONObject, Equatable {
    /// The topic as it was asked for.
    public var groupName: String
    /// Exactly as many as were asked for.
    public var words: [GeneratedWord]

    /// Creates a group.
    public init(groupName: String, words: [GeneratedWord]) {
        self.groupName = groupName
        self.words = words
    }

    /// Its members.
    public static let json = Object(
        "GeneratedGroup", { GeneratedGroup(groupName: $0, words: $1) }, Field("group_name", \.groupName, .storableText(...200), example: "Food"),
        Field("words", \.words, .count(1...10)))
}

/// A word whose writing, reading and kind were verified.
public struct GeneratedWord: JSONObject, Equatable {
    /// As it is usually written.
    public var japanese: String
    /// How it is read, in Hepburn with doubled vowels.
    public var romaji: String
    /// A short gloss.
    public var english: String
    /// What kind of word it is.
    public var parts: WordParts
    /// How it is read, in kana.
    public var reading: String
    /// The written form in runs, each with its reading where it needs one.
    public var furigana: [RubyPart]
    /// The mora after which the pitch falls, 0 where it does not fall; nil where it is not known.
    public var pitchAccent: Int?
    /// 1 for the thousand most frequent words of the language, to 5 beyond ten thousand; nil where nobody counted it.
    public var level: Int?
    /// Whether the dictionary bears the gloss out; what it does not is to be shown as unverified.
    public var isVerified: Bool
    /// How it is used; nil where no sentence could be verified.
    public var example: WordExample?

    /// Creates a word.
    public init(
        japanese: String, romaji: String, english: String, parts: WordParts, reading: String, furigana: [RubyPart], pitchAccent: Int?, level: Int?,
        isVerified: Bool, example: WordExample?
    ) {
        self.japanese = japanese
        self.romaji = romaji
        self.english = english
        self.parts = parts
        self.reading = reading
        self.furigana = furigana
        self.pitchAccent = pitchAccent
        self.level = level
        self.isVerified = isVerified
        self.example = example
    }

    /// Its members.
    public static let json = Object(
        "GeneratedWord",
        {
            GeneratedWord(
                japanese: $0, romaji: $1, english: $2, parts: $3, reading: $4, furigana: $5, pitchAccent: $6, level: $7, isVerified: $8, example: $9)
        },
        Field("japanese", \.japanese, .storableText(...200), example: "食べ物"), Field("romaji", \.romaji, .storableText(...200), example: "tabemono"),
        Field("english", \.english, .storableText(...500), example: "food"), Field("parts", \.parts),
        Field("reading", \.reading, .storableText(...200), example: "たべもの"), Field("furigana", \.furigana, .count(1...100)),
        Field("pitch_accent", \.pitchAccent), Field("level", \.level), Field("is_verified", \.isVerified), Field("example", \.example))
}

/// A run of a written text, and its reading where it is not read as it is written.
public struct RubyPart: JSONObject, Equatable {
    /// As it is written.
    public var text: String
    /// In hiragana; nil for kana.
    public var reading: String?

    /// A run.
    public init(text: String, reading: String?) {
        self.text = text
        self.reading = reading
    }

    /// Its members.
    public static let json = Object(
        "RubyPart", { RubyPart(text: $0, reading: $1) }, Field("text", \.text, .storableText(...200), example: "食"),
        Field("reading", \.reading, example: "た"))
}

/// A sentence with its reading and what it means.
public struct WordExample: JSONObject, Equatable {
    /// As it is written.
    public var japanese: String
    /// In runs, with readings.
    public var furigana: [RubyPart]
    /// In Latin letters.
    public var romaji: String
    /// What it means.
    public var english: String

    /// A sentence.
    public init(japanese: String, furigana: [RubyPart], romaji: String, english: String) {
        self.japanese = japanese
        self.furigana = furigana
        self.romaji = romaji
        self.english = english
    }

    /// Its members.
    public static let json = Object(
        "WordExample", { WordExample(japanese: $0, furigana: $1, romaji: $2, english: $3) },
        Field("japanese", \.japanese, .storableText(...500), example: "食べ物を買う。"), Field("furigana", \.furigana, .count(1...200)),
        Field("romaji", \.romaji, .storableText(...1_000)), Field("english", \.english, .storableText(...500), example: "To buy food."))
}
