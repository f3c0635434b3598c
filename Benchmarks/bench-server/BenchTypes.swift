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
