import Contracts
import JSON

/// A group in a list.
struct GroupItem: JSONObject, Equatable {
    var id: Int
    var name: String
    var wordCount: Int

    static let json = Object(
        "GroupItem", { GroupItem(id: $0, name: $1, wordCount: $2) },
        Field("id", \.id, example: 3),
        Field("name", \.name, example: "Food"),
        Field("word_count", \.wordCount, example: 20))
}

/// A group as a word names it.
struct GroupName: JSONObject, Equatable {
    var id: Int
    var name: String

    static let json = Object("GroupName", { GroupName(id: $0, name: $1) }, Field("id", \.id, example: 3), Field("name", \.name, example: "Food"))
}

/// One group.
struct GroupDetail: JSONObject, Equatable {
    var id: Int
    var name: String
    var stats: GroupStats

    static let json = Object(
        "GroupDetail", { GroupDetail(id: $0, name: $1, stats: $2) },
        Field("id", \.id, example: 3),
        Field("name", \.name, example: "Food"),
        Field("stats", \.stats))
}

/// How large a group is.
struct GroupStats: JSONObject, Equatable {
    var totalWordCount: Int

    static let json = Object("GroupStats", { GroupStats(totalWordCount: $0) }, Field("total_word_count", \.totalWordCount, example: 20))
}

/// The name of a new group, or a group's new name.
struct GroupNaming: JSONObject, Equatable {
    var name: String

    static let json = Object("GroupNaming", { GroupNaming(name: $0.trimmed) }, Field("name", \.name, .storableText(...200), example: "Food"))
}
