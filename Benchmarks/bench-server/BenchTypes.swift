import JSON
import Web

struct Greeting: JSONObject {
    var message: String
    static let json = Object("Greeting", { Self(message: $0) }, Field("message", \.message))
}

struct ItemID: JSONWrapper, PathParameter {
    static let parameterName = "id"
    var rawValue: Int
}

struct Paging: JSONObject {
    var limit: Int, q: String?
    static let json = Object(
        "Paging", { Self(limit: $0, q: $1) }, Field("limit", \.limit, .range(1...100), default: 10), Field("q", \.q, default: nil))
}

struct TypedAnswer: JSONObject {
    var id: Int, limit: Int, q: String?
    static let json = Object("TypedAnswer", { Self(id: $0, limit: $1, q: $2) }, Field("id", \.id), Field("limit", \.limit), Field("q", \.q))
}

struct BenchWord: JSONObject {
    var id: Int, japanese: String, romaji: String, english: String

    static let json = Object(
        "BenchWord", { Self(id: $0, japanese: $1, romaji: $2, english: $3) },
        Field("id", \.id, .range(1...1_000_000)), Field("japanese", \.japanese, .length(1...200)), Field("romaji", \.romaji, .length(1...200)),
        Field("english", \.english, .length(1...200)))

    static let sample = BenchWord(id: 7, japanese: "学校へ行く", romaji: "gakkou e iku", english: "to go to school")
}
