import HTTPCore
import Testing

@Suite struct FieldLineTests {
    static let rules: [HeadRule] = [
        .accepts("a field is name, colon and value", "RFC 9112 §5", HeadRule.fields("A: b"), "GET / 1.1 none keep"),
        .accepts("no white space is needed after the colon", "RFC 9112 §5.1", HeadRule.fields("A:b"), "GET / 1.1 none keep"),
        .accepts("a value may be empty", "RFC 9110 §5.5", HeadRule.fields("A:\r\nB: \t "), "GET / 1.1 none keep"),
        .accepts("a value may hold a tab", "RFC 9110 §5.5", HeadRule.fields("A: b\tc"), "GET / 1.1 none keep"),
        .accepts("a value may hold bytes above ASCII", "RFC 9110 §5.5", HeadRule.fields("A: 猫"), "GET / 1.1 none keep"),
        .accepts("a value may hold colons", "RFC 9110 §5.5", HeadRule.fields("A: :b:c:"), "GET / 1.1 none keep"),
        .accepts("a name may be token punctuation", "RFC 9110 §5.6.2", HeadRule.fields("!#$%&'*+-.^_`|~9: b"), "GET / 1.1 none keep"),
        .refuses("white space may not precede the colon", "RFC 9112 §5.1", HeadRule.fields("A : b"), .badFieldName),
        .refuses("a tab may not precede the colon", "RFC 9112 §5.1", HeadRule.fields("A\t: b"), .badFieldName),
        .refuses("white space may not precede the colon of Content-Length either", "RFC 9112 §5.1", HeadRule.fields("Content-Length : 5"), .badFieldName),
        .refuses("a name is not empty", "RFC 9110 §5.1", HeadRule.fields(": b"), .badFieldName),
        .refuses("a line has a colon", "RFC 9112 §5", HeadRule.fields("A b"), .badFieldName),
        .refuses("a name has no separators", "RFC 9110 §5.6.2", HeadRule.fields("A(b): c"), .badFieldName),
        .refuses("a name has no bytes above ASCII", "RFC 9110 §5.1", HeadRule.fields("Ä: b"), .badFieldName),
        .refuses("a name has no NUL", "RFC 9110 §5.1", HeadRule.fields("A\0B: c"), .badFieldName),
        .refuses("a name does not start with a control byte", "RFC 9110 §5.1", HeadRule.fields("\u{01}A: c"), .badFieldName),
        .refuses("a value has no NUL", "RFC 9110 §5.5", HeadRule.fields("A: b\0c"), .badFieldValue),
        .refuses("a value has no ESC", "RFC 9110 §5.5", HeadRule.fields("A: \u{1B}[31m"), .badFieldValue),
        .refuses("a value has no DEL", "RFC 9110 §5.5", HeadRule.fields("A: b\u{7F}"), .badFieldValue),
        .refuses("a value has no vertical tab", "RFC 9110 §5.5", HeadRule.fields("A: b\u{0B}c"), .badFieldValue),
        .refuses("a line may not end in a bare LF", "RFC 9112 §2.2", HeadRule.fields("A: b\nC: d"), .bareLineEnd),
        .refuses("a value may not hold a bare CR", "RFC 9112 §2.2", HeadRule.fields("A: b\rC: d"), .bareLineEnd),
        .refuses("CR CR LF does not end a line", "RFC 9112 §2.2", HeadRule.fields("A: b\r\r\nC: d"), .bareLineEnd),
        .refuses("a bare LF does not end the head", "RFC 9112 §2.2", "GET / HTTP/1.1\r\nHost: a\r\n\n", .bareLineEnd),
        .refuses("a bare CR does not end the head", "RFC 9112 §2.2", "GET / HTTP/1.1\r\nHost: a\r\n\rX", .bareLineEnd),
        .refuses("a line may not be folded with a space", "RFC 9112 §5.2", HeadRule.fields("A: b\r\n c"), .obsoleteFolding),
        .refuses("a line may not be folded with a tab", "RFC 9112 §5.2", HeadRule.fields("A: b\r\n\tc"), .obsoleteFolding),
        .refuses("a line of white space is a fold too", "RFC 9112 §5.2", HeadRule.fields("A: b\r\n "), .obsoleteFolding),
        .refuses("white space may not precede the first field", "RFC 9112 §2.2", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", .badFieldName),
        .waits("a head without its empty line is waited for", "RFC 9112 §2.1", "GET / HTTP/1.1\r\nHost: a\r\n"),
        .waits("half of the empty line is waited for", "RFC 9112 §2.1", "GET / HTTP/1.1\r\nHost: a\r\n\r"),
        .waits("half a field line is waited for", "RFC 9112 §5", "GET / HTTP/1.1\r\nHost: a\r"),
    ]

    @Test(arguments: rules) func `field lines`(_ rule: HeadRule) {
        #expect(parse(rule.bytes) == rule.outcome)
    }

    @Test(arguments: 0...255) func `a value byte is allowed wherever it stands, or nowhere (RFC 9110 §5.5)`(byte: Int) {
        let allowed = byte == 9 || byte >= 0x20 && byte != 0x7F
        for before in 0..<17 {
            let value = Array(repeating: UInt8(ascii: "a"), count: before) + [UInt8(byte), UInt8(ascii: "z")]
            let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8) + value + Array("\r\n\r\n".utf8)
            let outcome = parse(bytes, arrivingAt: [bytes.count])
            if allowed { #expect(outcome == .head("GET / 1.1 none keep", left: "")) } else { #expect(outcome != .head("GET / 1.1 none keep", left: "")) }
        }
    }

    @Test(arguments: 0...255) func `a name byte is a token byte (RFC 9110 §5.6.2)`(byte: Int) throws {
        let allowed = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8.contains(UInt8(byte))
        #expect(FieldSyntax.isTokenByte(UInt8(byte)) == allowed)
        guard byte != UInt8(ascii: ":") else { return }
        let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\nX".utf8) + [UInt8(byte)] + Array("Y: b\r\n\r\n".utf8)
        #expect((parse(bytes, arrivingAt: [bytes.count]) == .head("GET / 1.1 none keep", left: "")) == allowed)
    }

    @Test func `values come without the white space around them, in order (RFC 9112 §5.1)`() throws {
        var parser = RequestParser()
        let bytes = [UInt8](HeadRule.fields("A: \t b c \t\r\na:d\r\nEmpty: ").utf8)
        let fields = try #require(try parser.read(bytes)).head.fields
        #expect(fields.map(\.name.text) == ["Host", "A", "a", "Empty"])
        #expect(fields.map(\.value) == ["a", "b c", "d", ""])
        #expect(fields["A"] == "b c")
        #expect(fields.all("a") == ["b c", "d"])
    }
}
