import Encoding
import JSON
import TestKit
import Testing

private struct Paging: JSONObject, Equatable {
    var page: Int, perPage: Int, ratio: Double, after: Int64?, small: Int32, word: WordID?, tags: [Int], search: String?
    static let json = Object(
        "Paging", { Self(page: $0, perPage: $1, ratio: $2, after: $3, small: $4, word: $5, tags: $6, search: $7) },
        Field("page", \.page, .range(1...), default: 1), Field("per_page", \.perPage, .range(1...500), default: 100), Field("ratio", \.ratio, default: 0.5),
        Field("after", \.after, .range(-10...10)), Field("small", \.small, default: 3), Field("word", \.word), Field("tags", \.tags, default: []),
        Field("q", \.search), rules: [.custom("page and size are too much together") { $0.page < 1_000 || $0.perPage < 400 }])
}

private struct Demanding: JSONObject, Equatable {
    var page: Int, ratio: Double?
    static let json = Object("Demanding", { Self(page: $0, ratio: $1) }, Field("page", \.page), Field("ratio", \.ratio), unknownFields: .refuse)
}

/// The quick roads read wire form; where they answer, the thorough road over decoded text must answer the same.
@Suite struct `Parameters that are read in place` {
    private static let known = [
        "0", "1", "-1", "7", "42", "499", "500", "501", "1000", "-0", "00", "01", "-01", "+5", " 5", "5 ", "%35", "1%30", "5.0", "5.5", "1e3", "1E+3", "1e-3",
        "1e400", "-1e400", "1.", ".5",
        "1_0", "2147483647", "2147483648", "-2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999", "0.1", "0.30000000000000004", "123456789012345678", "1234567890123456789", "true", "null", "\"5\"", "[1]", "{}", "", "-", "--1",
        "0x1", "inf", "nan", "５", "5;", "5=5", "%",
        "%zz", "%FF", "%00", "5%00", "5\t", "1,000", "猫",
    ]
    private static let alphabet = Array("00112233445566778899----....eeE++_ %;")

    private static func value(_ random: inout SeededRandom) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: known.randomElement(using: &random)!
        case 1: String(Int.random(in: -600...600, using: &random))
        case 2: String(Int(truncatingIfNeeded: random.next() >> UInt64.random(in: 0..<64, using: &random)))
        default: String((0..<Int.random(in: 1...8, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
        }
    }

    /// Whether the quick road answered.
    private func check<Value: JSONValue & Equatable>(_ type: Value.Type, _ wire: String) -> Bool {
        guard let quick = Value.read(parameter: Array(wire.utf8).span) else { return false }
        let decoded = PercentEncoding.decode(wire)
        #expect(decoded.flatMap { try? Value.decode(parameter: $0, location: ["path", "id"]) } == quick, "\(type) \(wire.debugDescription)")
        return true
    }

    @Test(arguments: 0..<10) func `are the numbers that the thorough road reads`(seed: UInt64) {
        var random = SeededRandom(seed: seed), answered = 0
        for wire in Self.known + (0..<500).map({ _ in Self.value(&random) }) {
            if check(Int.self, wire) { answered += 1 }
            if check(Int64.self, wire) { answered += 1 }
            if check(Int32.self, wire) { answered += 1 }
            if check(Double.self, wire) { answered += 1 }
            if check(WordID.self, wire) { answered += 1 }
            if check(Int?.self, wire) { answered += 1 }
        }
        #expect(answered > 1_000)
    }

    @Test(arguments: known) func `are never texts, truths or lists`(wire: String) {
        #expect(!check(String.self, wire) && !check(Bool.self, wire) && !check([Int].self, wire) && !check(WordKind.self, wire))
    }

    @Test(arguments: ["0", "7", "-1", "123456789012345678", "9223372036854775807"]) func `are the plain numbers at least`(wire: String) {
        #expect(check(Int.self, wire) && check(Double.self, wire) && check(WordID.self, wire))
    }

    // MARK: - Queries

    private static let names = [
        "page", "page", "per_page", "per_page", "ratio", "after", "small", "word", "tags", "q", "other", "", "PAGE", "pag", "pagee", "p%61ge", "page%20",
        "page[]",
    ]

    private static func query(_ random: inout SeededRandom) -> String {
        var text = ""
        for place in 0..<Int.random(in: 0...4, using: &random) {
            if place > 0 || Int.random(in: 0..<20, using: &random) == 0 { text += Int.random(in: 0..<20, using: &random) == 0 ? "&&" : "&" }
            text += names.prefix(Bool.random(using: &random) ? 8 : names.count).randomElement(using: &random)!
            if Int.random(in: 0..<30, using: &random) > 0 { text += "=" }
            text += Bool.random(using: &random) ? String(Int.random(in: -2...600, using: &random)) : value(&random)
        }
        return text + (Int.random(in: 0..<20, using: &random) == 0 ? "&" : "")
    }

    private func check<Value: JSONObject & Equatable>(query type: Value.Type, _ wire: String) -> Bool {
        guard let quick = Value.read(query: Array(wire.utf8).span) else { return false }
        let pairs = try? QueryString(parsing: wire)
        let thorough = pairs.flatMap { pairs in try? Value.decode(parameters: { pairs.values($0) }, allNames: pairs.pairs.map(\.name)) }
        #expect(thorough == quick, "\(type) \(wire.debugDescription)")
        return true
    }

    @Test(arguments: 0..<20) func `are the queries that the thorough road reads`(seed: UInt64) {
        var random = SeededRandom(seed: seed), paging = 0, demanding = 0
        for _ in 0..<500 {
            let wire = Self.query(&random)
            if check(query: Paging.self, wire) { paging += 1 }
            if check(query: Demanding.self, wire) { demanding += 1 }
        }
        #expect(paging > 50 && demanding > 5, "\(paging) and \(demanding) were read in place: too few to tell anything")
    }

    @Test(arguments: ["", "page=7", "page=7&per_page=50", "per_page=500&page=1", "ratio=0.25&page=2", "after=-10&small=-7&word=3", "page=7&"])
    func `are plain pages at least`(wire: String) {
        #expect(check(query: Paging.self, wire))
    }

    @Test(arguments: [
        "page=7&page=8", "page=0", "per_page=501", "after=11", "page=1000&per_page=400", "page=+7", "page=%37", "q=7", "tags=7", "other=1", "page", "page=",
        "&page=7", "page=7&&small=1", "small=2147483648",
    ])
    func `are nothing that needs a second look`(wire: String) {
        #expect(Paging.read(query: Array(wire.utf8).span) == nil)
    }
}
