import Contracts
import JSON

/// A word in a list, with how often it was answered.
struct WordItem: JSONObject, Equatable {
    var id: Int
    var japanese: String
    var romaji: String
    var english: String
    var correctCount: Int
    var wrongCount: Int

    static let json = Object(
        "WordItem", { WordItem(id: $0, japanese: $1, romaji: $2, english: $3, correctCount: $4, wrongCount: $5) },
        Field("id", \.id, example: 12),
        Field("japanese", \.japanese, example: "猫"),
        Field("romaji", \.romaji, example: "neko"),
        Field("english", \.english, example: "cat"),
        Field("correct_count", \.correctCount, example: 5),
        Field("wrong_count", \.wrongCount, example: 1))
}

/// One word with everything known about it.
struct WordDetail: JSONObject, Equatable {
    var id: Int
    var japanese: String
    var romaji: String
    var english: String
    var parts: WordParts
    var stats: WordStats
    var groups: [GroupName]

    static let json = Object(
        "WordDetail", { WordDetail(id: $0, japanese: $1, romaji: $2, english: $3, parts: $4, stats: $5, groups: $6) },
        Field("id", \.id, example: 12),
        Field("japanese", \.japanese, example: "猫"),
        Field("romaji", \.romaji, example: "neko"),
        Field("english", \.english, example: "cat"),
        Field("parts", \.parts),
        Field("stats", \.stats),
        Field("groups", \.groups))
}

/// How often a word was answered.
struct WordStats: JSONObject, Equatable {
    var correctCount: Int
    var wrongCount: Int

    static let json = Object(
        "WordStats", { WordStats(correctCount: $0, wrongCount: $1) },
        Field("correct_count", \.correctCount, example: 5),
        Field("wrong_count", \.wrongCount, example: 1))
}

/// A word to be asked next.
struct NextWord: JSONObject, Equatable {
    var id: Int
    var japanese: String
    var romaji: String
    var english: String
    var parts: WordParts

    static let json = Object(
        "NextWord", { NextWord(id: $0, japanese: $1, romaji: $2, english: $3, parts: $4) },
        Field("id", \.id, example: 12),
        Field("japanese", \.japanese, example: "猫"),
        Field("romaji", \.romaji, example: "neko"),
        Field("english", \.english, example: "cat"),
        Field("parts", \.parts))
}

/// The next words of a session.
struct NextWords: JSONObject, Equatable {
    var items: [NextWord]

    static let json = Object("NextWords", { NextWords(items: $0) }, Field("items", \.items))
}

/// What to change about a word; what is absent or null stays.
struct WordChange: JSONObject, Equatable {
    var japanese: String?
    var romaji: String?
    var english: String?
    var parts: WordPartsChange?

    static let json = Object(
        "WordChange", { WordChange(japanese: $0?.trimmed, romaji: $1?.trimmed, english: $2?.trimmed, parts: $3) },
        Field("japanese", \.japanese, .storableText(...200), example: "猫"),
        Field("romaji", \.romaji, .storableText(...200), example: "neko"),
        Field("english", \.english, .storableText(...500), example: "cat"),
        Field("parts", \.parts))
}

/// What to change about a word's parts; what is absent or null stays.
struct WordPartsChange: JSONObject, Equatable {
    var type: String?
    var formality: String?

    static let json = Object(
        "WordPartsChange", { WordPartsChange(type: $0?.trimmed, formality: $1?.trimmed) },
        Field("type", \.type, .storableText(...50), example: "verb"),
        Field("formality", \.formality, .storableText(...50), example: "polite"))
}
