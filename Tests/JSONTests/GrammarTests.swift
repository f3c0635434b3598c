import JSON
import Testing

/// A text that RFC 8259 allows or forbids, with the section that says so.
private struct Rule: Sendable, CustomTestStringConvertible {
    let section: String, bytes: [UInt8], value: JSONFragment?
    var testDescription: String { "§\(section) \(String(decoding: bytes, as: UTF8.self).debugDescription)" }

    static func good(_ section: String, _ text: String, _ value: JSONFragment) -> Rule {
        Rule(section: section, bytes: Array(text.utf8), value: value)
    }
    static func bad(_ section: String, _ texts: String...) -> [Rule] {
        texts.map { Rule(section: section, bytes: Array($0.utf8), value: nil) }
    }
    static func bad(_ section: String, bytes: [UInt8]...) -> [Rule] { bytes.map { Rule(section: section, bytes: $0, value: nil) } }
}

/// What the grammar allows, and what it means.
private let allowed: [Rule] = [
    // §2: a text is any value, with white space around every token.
    .good("2", "0", 0), .good("2", "\"\"", ""), .good("2", "null", nil), .good("2", " \t\n\r[ \t\n\r1 \t\n\r, \t\n\r2 \t\n\r] \t\n\r", [1, 2]),
    .good("2", " { \"a\" : 1 , \"b\" : 2 } ", ["a": 1, "b": 2]), .good("2", "\r\n{\r\n\"a\"\r\n:\r\n1\r\n}\r\n", ["a": 1]),
    // §3
    .good("3", "true", true), .good("3", "false", false), .good("3", "[true,false,null]", [true, false, nil]),
    // §4
    .good("4", "{}", [:]), .good("4", "{\"\":0}", ["": 0]), .good("4", "{\"a\":{\"b\":{}}}", ["a": ["b": [:]]]),
    .good("4", #"{"a":1,"b":2,"a":3}"#, ["a": 3, "b": 2]), .good("4", #"{"\u0061":1,"a":2}"#, ["a": 2]),
    // §5
    .good("5", "[]", []), .good("5", "[[],[[]]]", [[], [[]]]), .good("5", #"[1,"a",null,{},[]]"#, [1, "a", nil, [:], []]),
    // §6
    .good("6", "-0", 0), .good("6", "10", 10), .good("6", "-1", -1), .good("6", "0.0", 0.0), .good("6", "0.10", 0.1), .good("6", "-0.5", -0.5),
    .good("6", "1e2", 100.0), .good("6", "1E2", 100.0), .good("6", "1e+2", 100.0), .good("6", "1e-2", 0.01), .good("6", "0e0", 0.0),
    .good("6", "1.5e03", 1500.0),
    .good("6", "9223372036854775807", .int(.max)), .good("6", "-9223372036854775808", .int(.min)), .good("6", "999999999999999999", 999_999_999_999_999_999),
    .good("6", "9223372036854775808", .largeInteger("9223372036854775808")), .good("6", "-9223372036854775809", .largeInteger("-9223372036854775809")),
    .good("6", "0.1000000000000000055511151231257827", 0.1), .good("6", "2.2250738585072014e-308", 2.2250738585072014e-308),
    .good("6", "5e-324", .double(.leastNonzeroMagnitude)),
    .good("6", "1e-400", 0.0), .good("6", "1e400", .double(.infinity)), .good("6", "-1e400", .double(-.infinity)),
    .good("6", "1.7976931348623157e308", 1.7976931348623157e308),
    // §7
    .good("7", #""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), .good("7", #""\u0000\u001F\u007f""#, "\0\u{1F}\u{7F}"),
    .good("7", "\"\u{7F}\u{80}\u{2028}\"", "\u{7F}\u{80}\u{2028}"),
    .good("7", #""\u00e9\u00E9""#, "éé"), .good("7", #""\u732B猫""#, "猫猫"), .good("7", #""\uD834\uDD1E""#, "𝄞"), .good("7", #""\ud83d\ude00""#, "😀"),
    .good("7", #""\uFFFF\uFFFE""#, "\u{FFFF}\u{FFFE}"), .good("7", #""\uDBFF\uDFFF""#, "\u{10FFFF}"), .good("7", "\"'/\"", "'/"),
    .good("7", #""12345678\n12345678""#, "12345678\n12345678"), .good("7", "\"e\u{301}\"", "e\u{301}"),
    // §8.1: every length of a character in UTF-8.
    .good("8.1", "\"a\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"", "a\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"), .good("8.1", "\"\u{FEFF}\"", "\u{FEFF}"),
]

/// What the grammar forbids, and what §8 and §9 let a parser refuse.
private let forbidden: [Rule] =
    Rule.bad(
        "2", "", " ", "\n", "\u{A0}1", "1\u{A0}", "\u{2028}1", "\u{C}1", "\u{B}1", "1 2", "1,", "{}{}", "[] x", "1\0", "\0", "// a\n1", "/* a */1", "#\n1", "1;"
    )
    + Rule.bad("3", "True", "TRUE", "tru", "truee", "nul", "Null", "NULL", "fals", "falsey", "undefined", "None", "[true false]", "t", "nullnull")
    + Rule.bad("3", "NaN", "Infinity", "-Infinity", "nan", "-inf", "inf")
    + Rule.bad(
        "4", "{", "}", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\" 1}", "{\"a\":1,}", "{,\"a\":1}", "{\"a\":1 \"b\":2}", "{a:1}", "{'a':1}", "{1:1}", "{null:1}",
        "{\"a\":1]",
        "{\"a\"::1}", "{\"a\":1,,\"b\":2}", "{\"a\":1", "{\"a\"", "{\"a\":", "{\"a\":1,", "{[]:1}", "{\"a\":1}}")
    + Rule.bad("5", "[", "]", "[,]", "[1,]", "[,1]", "[1 2]", "[1,,2]", "[1}", "[1", "[1,", "[[1]", "[1]]", "[\"a\":1]", "(1)")
    + Rule.bad(
        "6", "-", "+1", "01", "-01", "00", "--1", ".5", "-.5", "1.", "1.e1", "1e", "1e+", "1E-", "1e1.5", "0x10", "1_000", "1,5", "1.2.3", "1e2e3", "１", "-a",
        "1a", "1.5.",
        "Infinity", "1f", "0b1", "- 1", "1 .5", "1e 5")
    + Rule.bad("7", "\"", "\"a", "'a'", "a", "\"\\\"", "\"a\nb\"", "\"a\tb\"", "\"\0\"", "\"\u{1F}\"", "\"12345678\u{1}\"", "\"a\"b\"", "\"\\", "\"\r\"")
    + Rule.bad(
        "7", #""\a""#, #""\x41""#, #""\'""#, #""\0""#, #""\U0041""#, #""\u""#, #""\u1""#, #""\u12""#, #""\u123""#, #""\u123g""#, #""\u 123""#, #""\u+123""#,
        #""\u{1F600}""#, "\"\\\n\"")
    + Rule.bad("8.1", "\u{FEFF}1", "\u{FEFF}{}")
    + Rule.bad("8.1", bytes: Array("1".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }), [0xFF, 0xFE, 0x31, 0x00], [0xEF, 0xBB, 0xBF])
    + Rule.bad(
        "8.1", bytes: quoted(0x80), quoted(0xBF), quoted(0xC0, 0x80), quoted(0xC1, 0xBF), quoted(0xC2), quoted(0xC2, 0x41), quoted(0xE0, 0x80, 0x80),
        quoted(0xE0, 0x9F, 0xBF))
    + Rule.bad(
        "8.1", bytes: quoted(0xE3, 0x81), quoted(0xED, 0xA0, 0x80), quoted(0xED, 0xBF, 0xBF), quoted(0xF0, 0x80, 0x80, 0x80), quoted(0xF0, 0x8F, 0xBF, 0xBF))
    + Rule.bad(
        "8.1", bytes: quoted(0xF0, 0x9F, 0x98), quoted(0xF4, 0x90, 0x80, 0x80), quoted(0xF5, 0x80, 0x80, 0x80), quoted(0xF8, 0x88, 0x80, 0x80, 0x80),
        quoted(0xFE), quoted(0xFF))
    + Rule.bad(
        "8.2", #""\uD800""#, #""\uDC00""#, #""\uDFFF""#, #""\uD800x""#, #""\uD800\n""#, #""\uD800\uD800""#, #""\uDC00\uD800""#, #""\uD800\u0041""#,
        #""\uD834\uDD1""#)

private func quoted(_ bytes: UInt8...) -> [UInt8] { [0x22] + bytes + [0x22] }

@Suite struct `The grammar of RFC 8259` {
    @Test(arguments: allowed) private func `allows`(rule: Rule) throws {
        #expect(try JSON.parse(rule.bytes) == rule.value)
        // The same inside an array, where the text does not end with the value.
        #expect(try JSON.parse([0x5B] + rule.bytes + [0x2C] + rule.bytes + [0x5D]) == rule.value.map { .array([$0, $0]) })
    }

    @Test(arguments: allowed) private func `allows what is passed over, too`(rule: Rule) throws {
        let text = Array(#"{"unknown":"#.utf8) + rule.bytes + Array(#","topic":"a"}"#.utf8)
        #expect(try JSON.read(VocabularyRequest.self, from: text.span).topic == "a")
        #expect(try JSON.read(RawJSON.self, from: text.span).bytes == text)
    }

    @Test(arguments: forbidden) private func `forbids`(rule: Rule) {
        #expect(throws: JSONReader.Failure.self) { try JSON.parse(rule.bytes) }
    }

    @Test(arguments: forbidden.filter { !["2"].contains($0.section) }) private func `forbids what is passed over, too`(rule: Rule) {
        let text = Array(#"{"unknown":"#.utf8) + rule.bytes + Array("}".utf8)
        // Only the syntax is asked: a declared type takes the same road with a missing field as the last thing wrong.
        #expect(throws: JSONReader.Failure.self) { try JSON.read(RawJSON.self, from: text.span) }
        let problems = #expect(throws: InvalidInput.self) { try VocabularyRequest.decode(json: text) }
        #expect(problems?.problems.map(\.type) == ["json_invalid"])
    }

    /// Whether a type takes the text by its fast road.
    private func takes<Value: JSONValue>(_ type: Value.Type, _ bytes: [UInt8]) -> Bool { (try? JSON.read(type, from: bytes.span)) != nil }

    @Test(arguments: forbidden) private func `forbids, whatever type is read`(rule: Rule) {
        let bytes = rule.bytes
        #expect(!takes(Int.self, bytes) && !takes(Int32.self, bytes) && !takes(Double.self, bytes) && !takes(Bool.self, bytes))
        #expect(!takes(String.self, bytes) && !takes([Int].self, bytes) && !takes([String: Int].self, bytes) && !takes(Int?.self, bytes))
        #expect(!takes([JSONFragment].self, bytes) && !takes([String: JSONFragment].self, bytes) && !takes(VocabularyRequest.self, bytes))
    }

    @Test(arguments: [1, 2, 64]) func `lets a parser limit the depth (§9)`(limit: Int) throws {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            func nested(_ depth: Int) -> [UInt8] { Array((String(repeating: open, count: depth) + "0" + String(repeating: close, count: depth)).utf8) }
            #expect(throws: Never.self) { try JSON.parse(nested(limit), maximumDepth: limit) }
            let failure = #expect(throws: JSONReader.Failure.self) { try JSON.parse(nested(limit + 1), maximumDepth: limit) }
            #expect(failure?.reason == .tooDeep)
            #expect(throws: JSONReader.Failure.self) { try JSON.read(RawJSON.self, from: nested(limit + 1).span, maximumDepth: limit) }
        }
    }

    @Test func `lets brackets side by side take no depth (§9)`() throws {
        let text = "[" + Array(repeating: "[{}]", count: 1_000).joined(separator: ",") + "]"
        #expect(try JSON.parse(Array(text.utf8), maximumDepth: 3).arrayValue?.count == 1_000)
    }

    @Test func `has no limit of size: a long text is read like a short one (§9)`() throws {
        let long = String(repeating: "猫\\n", count: 100_000), digits = String(repeating: "7", count: 100_000)
        #expect(try JSON.parse(Array("\"\(long)\"".utf8)).stringValue?.unicodeScalars.count == 200_000)
        #expect(try JSON.parse(Array(digits.utf8)) == .largeInteger(digits))
        #expect(try JSON.parse(Array("0.\(digits)".utf8)) == .double(0.7777777777777778))
        let names = (0..<20_000).map { "\"\($0)\":\($0)" }.joined(separator: ",")
        #expect(try JSON.parse(Array("{\(names),\"7\":null}".utf8)).members?.count == 20_000)
    }

    @Test(arguments: [
        ("[1,2", JSONSyntaxReason.expectedComma, 4), ("{\"a\":1,}", .expectedName, 7), ("{\"a\" 1}", .expectedColon, 5), ("[1,]", .expectedValue, 3),
        ("\"a", .unterminatedString, 0),
        ("\"a\u{1}\"", .controlCharacter, 2), ("\"\\q\"", .invalidEscape, 1), (#""\u12""#, .invalidUnicodeEscape, 2), (#""a\uD800""#, .loneSurrogate, 2),
        ("1 2", .extraData, 2),
        ("\u{FEFF}1", .byteOrderMark, 0),
    ])
    func `is broken at a place that is told`(text: String, reason: JSONSyntaxReason, offset: Int) {
        let failure = #expect(throws: JSONReader.Failure.self) { try JSON.parse(Array(text.utf8)) }
        #expect(failure?.reason == reason && failure?.byteOffset == offset)
    }
}
