import Contracts
import JSON

/// What the generator is asked for.
struct VocabularyRequest: JSONObject, Equatable {
    var topic: String
    var wordCount: Int

    static let json = Object(
        "VocabularyRequest", { VocabularyRequest(topic: $0.trimmed, wordCount: $1) },
        Field("topic", \.topic, .storableText(...200), example: "Food"), Field("word_count", \.wordCount, .range(3...10), default: 5))
}
