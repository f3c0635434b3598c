import Contracts
import JSON

/// A word as a model proposes it.
struct WordDraft: JSONObject, Equatable {
    var japanese: String
    var romaji: String
    var english: String
    var type: String
    var formality: String
    var exampleJapanese: String
    var exampleEnglish: String

    static let json = Object(
        "WordDraft",
        {
            WordDraft(
                japanese: $0.trimmed, romaji: $1.trimmed, english: $2.trimmed, type: $3, formality: $4, exampleJapanese: $5.trimmed,
                exampleEnglish: $6.trimmed)
        },
        Field("japanese", \.japanese, .length(1...40), example: "猫"), Field("romaji", \.romaji, .length(1...80), example: "neko"),
        Field("english", \.english, .length(1...120), example: "cat"), Field("type", \.type, .length(1...30), example: "noun"),
        Field("formality", \.formality, .length(1...30), example: "neutral"),
        Field("example_japanese", \.exampleJapanese, .length(0...120), default: "", example: "猫が好きです。"),
        Field("example_english", \.exampleEnglish, .length(0...200), default: "", example: "I like cats."))
}
