import JSON
import ServiceKit
import Web

// What the README's first block speaks of and does not show.

struct WordID: JSONWrapper, PathParameter, Hashable {
    var rawValue: Int
    static let parameterName = "word_id"
    static let parameterRules = [Rule<Int>.range(1...)]
}

struct WordDetail: JSONObject, Equatable {
    var id: WordID, japanese: String, correctCount: Int, wrongCount: Int
    static let json = Object(
        "WordDetail", { Self(id: $0, japanese: $1, correctCount: $2, wrongCount: $3) }, Field("id", \.id), Field("japanese", \.japanese),
        Field("correct_count", \.correctCount), Field("wrong_count", \.wrongCount))
}

/// Everybody's words in memory.
struct WordStore: Sendable {
    var words: [UserID: [WordDetail]] = [:]

    func find(_ id: WordID, for user: UserID) async throws -> WordDetail? { words[user]?.first { $0.id == id } }
}
