import JSON
import Web

struct Greeting: JSONObject {
    var message: String
    static let json = Object("Greeting", { Self(message: $0) }, Field("message", \.message))
}

struct ItemID: JSONWrapper, PathParameter {
    static let parameterName = "id"
    static let parameterRules = [Rule<Int>.range(1...)]
    var rawValue: Int
}

struct Limit: JSONObject {
    var limit: Int
    static let json = Object("Limit", { Self(limit: $0) }, Field("limit", \.limit, .range(1...500), default: 100))
}

struct TypedAnswer: JSONObject {
    var id: Int, limit: Int
    static let json = Object("TypedAnswer", { Self(id: $0, limit: $1) }, Field("id", \.id), Field("limit", \.limit))
}

struct BenchRow: JSONObject {
    var id: Int, name: String, score: Int
    static let json = Object("Row", { Self(id: $0, name: $1, score: $2) }, Field("id", \.id), Field("name", \.name), Field("score", \.score))
}

struct Order: JSONObject {
    var name: String, quantity: Int, price: Double, tags: [String]
    static let json = Object(
        "Order", { Self(name: $0, quantity: $1, price: $2, tags: $3) }, Field("name", \.name, .length(1...100)),
        Field("quantity", \.quantity, .range(1...1000)), Field("price", \.price, .range(0...)), Field("tags", \.tags, .count(0...10)))
}

struct BenchWord: JSONObject {
    var id: Int, japanese: String, romaji: String, english: String, correctCount: Int, wrongCount: Int
    static let json = Object(
        "Word", { Self(id: $0, japanese: $1, romaji: $2, english: $3, correctCount: $4, wrongCount: $5) }, Field("id", \.id),
        Field("japanese", \.japanese), Field("romaji", \.romaji), Field("english", \.english), Field("correct_count", \.correctCount),
        Field("wrong_count", \.wrongCount))
}

struct Page: JSONObject {
    var items: [BenchWord]
    static let json = Object("Page", { Self(items: $0) }, Field("items", \.items))

    /// Encoded anew for each request.
    static let hundredWords = Page(
        items: (1...100).map { n in
            BenchWord(id: n, japanese: "言葉\(n)", romaji: "kotoba \(n)", english: "word \(n)", correctCount: n * 3 % 17, wrongCount: n * 5 % 11)
        })
}
