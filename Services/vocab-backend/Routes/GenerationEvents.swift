import JSON

/// The last event of a generation.
struct GenerationEnd: JSONObject, Equatable {
    var groupName: String
    var wordCount: Int

    static let json = Object(
        "GenerationEnd", { GenerationEnd(groupName: $0, wordCount: $1) }, Field("group_name", \.groupName), Field("word_count", \.wordCount))
}

/// What ended a generation before its time: `type` and `detail` as an answer would have them.
struct GenerationFailure: JSONObject, Equatable {
    var type: String
    var detail: String

    static let json = Object("GenerationFailure", { GenerationFailure(type: $0, detail: $1) }, Field("type", \.type), Field("detail", \.detail))
}
