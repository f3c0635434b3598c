import Encoding
import JSON
import Testing

private func decoded<Value: JSONValue>(_ type: Value.Type, _ text: String) throws(InvalidInput) -> Value {
    try Value.decode(json: Array(text.utf8))
}

@Suite struct ObjectTests {
    @Test func `a declared object is read with its defaults`() throws {
        #expect(try decoded(VocabularyRequest.self, #"{"topic":"Weather"}"#) == VocabularyRequest(topic: "Weather", wordCount: 5))
    }

    @Test func `members may come in any order, with white space and escaped names`() throws {
        let text = "{ \"word_count\" : 7 ,\n\t\"\\u0074opic\" : \"W\\u00e4sser \\ud83d\\ude00\" }"
        #expect(try decoded(VocabularyRequest.self, text) == VocabularyRequest(topic: "Wässer 😀", wordCount: 7))
    }

    @Test func `of members with the same name the last one wins`() throws {
        #expect(try decoded(VocabularyRequest.self, #"{"topic":"a long first text, kept on the heap","word_count":3,"topic":"b"}"#).topic == "b")
    }

    @Test func `unknown members are passed over but must be good JSON`() throws {
        #expect(try decoded(VocabularyRequest.self, #"{"x":[1,{"y":"\n"}],"topic":"a","z":null}"#).topic == "a")
        #expect(throws: InvalidInput.self) { try decoded(VocabularyRequest.self, #"{"x":[1,],"topic":"a"}"#) }
    }

    @Test func `an object is written in the order of its declaration`() {
        let word = Word(id: -1, japanese: "食べる", romaji: "taberu", english: "to \"eat\"\n", correctCount: Int.max, wrongCount: 0)
        #expect(
            JSON.string(word)
                == #"{"id":-1,"japanese":"食べる","romaji":"taberu","english":"to \"eat\"\n","correct_count":9223372036854775807,"wrong_count":0}"#)
    }

    @Test func `null members are written or left out as declared, and computed ones are written`() throws {
        let stamp = ZonelessTimestamp(Timestamp(iso8601: "2026-02-08T17:20:23.123456Z")!)
        let wide = Wide(note: nil, first: 2, second: 0.1, stamp: stamp, id: WordID(rawValue: 4), tags: ["b": ["x"], "a": []], flag: true)
        let text = #"{"first":2,"second":0.1,"stamp":"2026-02-08T17:20:23.123456","id":4,"tags":{"a":[],"b":["x"]},"flag":true,"doubled":4}"#
        #expect(JSON.string(wide) == text)
        #expect(try decoded(Wide.self, text) == wide)
        #expect(JSON.string(Kitchen(int: 1)).hasPrefix(#"{"int":1,"float":null,"#))
    }

    @Test func `a generic page is declared once and read back`() throws {
        let words = (1...40).map { Word(id: $0, japanese: "語", romaji: "go", english: "word \($0)", correctCount: $0, wrongCount: 0) }
        let page = Page(items: words, pagination: Pagination(currentPage: 1, totalPages: 1))
        #expect(try Page<Word>.decode(json: JSON.encode(page)) == page)
        #expect(Page<Word>.json === Page<Word>.json)
        #expect(Page<Pagination>.json.name == "Page_Pagination_")
    }

    @Test func `a type may contain itself, down to the depth limit`() throws {
        func tree(_ depth: Int) -> String { depth == 0 ? #"{"name":"x"}"# : #"{"children":[\#(tree(depth - 1))],"name":"x"}"# }
        #expect(try decoded(Tree.self, tree(31)).children.count == 1)
        let problems = #expect(throws: InvalidInput.self) { try decoded(Tree.self, tree(32)) }
        #expect(problems?.problems.first?.type == "json_invalid")
        #expect(problems?.problems.first?.ctx.first?.value == "Too many levels of nesting")
    }

    @Test func `parameters are read by the same declaration`() throws {
        let good = try VocabularyRequest.decode(parameters: { ["topic": ["a", "b"], "word_count": [" 4 "]][$0] ?? [] })
        #expect(good == VocabularyRequest(topic: "b", wordCount: 4))
        let bad = #expect(throws: InvalidInput.self) { try VocabularyRequest.decode(parameters: { $0 == "word_count" ? ["11"] : [] }) }
        #expect(
            bad?.problems == [
                InputProblem(type: "missing", loc: ["query", "topic"], msg: "Field required", input: .null),
                InputProblem(
                    type: "less_than_equal", loc: ["query", "word_count"], msg: "Input should be less than or equal to 10", input: "11", ctx: [.init("le", 10)]),
            ])
    }

    @Test func `one parameter alone is read with its rules`() throws {
        #expect(try WordID.decode(parameter: "12", .range(1...), location: ["path", "word_id"]) == WordID(rawValue: 12))
        #expect(try Int?.decode(parameter: nil, location: ["query", "limit"]) == nil)
        let bad = #expect(throws: InvalidInput.self) { try WordID.decode(parameter: "0", .range(1...), location: ["path", "word_id"]) }
        #expect(bad?.problems.first?.type == "greater_than_equal")
    }
}
