import Encoding
import JSON

struct VocabularyRequest: JSONObject, Equatable {
    var topic: String, wordCount: Int
    static let json = Object(
        "VocabularyRequest", { Self(topic: $0, wordCount: $1) },
        Field("topic", \.topic, .length(1...200), example: "Weather"), Field("word_count", \.wordCount, .range(3...10), default: 5))
}

struct Word: JSONObject, Equatable {
    var id: Int, japanese: String, romaji: String, english: String, correctCount: Int, wrongCount: Int
    static let json = Object(
        "Word", { Self(id: $0, japanese: $1, romaji: $2, english: $3, correctCount: $4, wrongCount: $5) },
        Field("id", \.id), Field("japanese", \.japanese, .length(1...200)), Field("romaji", \.romaji), Field("english", \.english),
        Field("correct_count", \.correctCount, .range(0...)), Field("wrong_count", \.wrongCount, .range(0...)))
}

struct Pagination: JSONObject, Equatable {
    var currentPage: Int, totalPages: Int
    static let json = Object(
        "Pagination", { Self(currentPage: $0, totalPages: $1) }, Field("current_page", \.currentPage), Field("total_pages", \.totalPages))
}

struct Page<Item: JSONObject & Equatable>: JSONObject, Equatable {
    var items: [Item], pagination: Pagination
    static var json: Object<Self> {
        .cached {
            Object(
                "Page_\(Item.json.name)_", { Self(items: $0, pagination: $1) }, Field("items", \.items), Field("pagination", \.pagination),
                title: "Page[\(Item.json.name)]")
        }
    }
}

struct Tree: JSONObject, Equatable {
    var name: String, children: [Tree]
    static let json = Object("Tree", { Self(name: $0, children: $1) }, Field("name", \.name), Field("children", \.children, default: []))
}

enum WordKind: String, JSONEnum, CaseIterable { case noun, verb, adjective }

struct WordID: JSONWrapper, Hashable {
    var rawValue: Int
}

/// Every kind of field once; its twin is `Kitchen` in Tests/Peers/pydantic_problems.py.
struct Kitchen: JSONObject, Equatable {
    var int: Int?, float: Double?, bool: Bool?, text: String?
    var list: [Int]?, dict: [String: Int]?, kind: WordKind?, level: String?
    var moment: Timestamp?, day: CivilDate?, word: Strict?, any: JSONFragment?
    static let json = Object(
        "Kitchen",
        { Self(int: $0, float: $1, bool: $2, text: $3, list: $4, dict: $5, kind: $6, level: $7, moment: $8, day: $9, word: $10, any: $11) },
        Field("int", \.int, .range(-1000...1000)), Field("float", \.float, .greaterThan(-1e9), .lessThan(1e21)), Field("bool", \.bool),
        Field("text", \.text, .length(2...5)), Field("list", \.list, .count(1...3)), Field("dict", \.dict, .count(...2)), Field("kind", \.kind),
        Field("level", \.level, .oneOf(["N5", "N4", "N3"])), Field("moment", \.moment), Field("day", \.day), Field("word", \.word),
        Field("any", \.any))
}

struct Strict: JSONObject, Equatable {
    var id: Int, english: String, parts: [String]
    static let json = Object(
        "Strict", { Self(id: $0, english: $1, parts: $2) }, Field("id", \.id, .range(1...)), Field("english", \.english, .length(1...)),
        Field("parts", \.parts, default: []), unknownFields: .refuse)
}

struct Credentials: JSONObject, Equatable {
    var email: String, password: String, age: Int
    static let json = Object(
        "Credentials", { Self(email: $0, password: $1, age: $2) }, Field("email", \.email, .format(.email)),
        Field("password", \.password, .length(8...), secret: true), Field("age", \.age))
}

struct Wide: JSONObject, Equatable {
    var note: String?, first: Int, second: Double, stamp: ZonelessTimestamp, id: WordID, tags: [String: [String]], flag: Bool
    var doubled: Int { first * 2 }
    init(note: String?, first: Int, second: Double, stamp: ZonelessTimestamp, id: WordID, tags: [String: [String]], flag: Bool) {
        self.note = note
        self.first = first
        self.second = second
        self.stamp = stamp
        self.id = id
        self.tags = tags
        self.flag = flag
    }
    static let json = Object(
        "Wide",
        { (note, first, second, stamp, id, tags, flag, _: Int) in Self(note: note, first: first, second: second, stamp: stamp, id: id, tags: tags, flag: flag)
        },
        Field("note", \.note, omitNull: true), Field("first", \.first), Field("second", \.second), Field("stamp", \.stamp),
        Field("id", \.id, .range(1...)), Field("tags", \.tags, default: [:]), Field("flag", \.flag), Field("doubled", \.doubled, default: 0))
}
