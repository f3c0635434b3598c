import HTTPCore
import Testing

@Suite struct FieldTextTests {
    @Test func `a separator is found whatever stands beside it`() {
        // U+0602 joins what follows it into one character, U+0301 what precedes it.
        #expect("a\u{602}; b;\u{301}c".pieces(separatedBy: ";") == ["a\u{602}", " b", "\u{301}c"])
        #expect("name\u{602}=value".divided(at: "=") ?? ("", "") == ("name\u{602}", "value"))
    }

    @Test func `a character that looks the same is no separator`() {
        #expect("a\u{37E} b".pieces(separatedBy: ";") == ["a\u{37E} b"])
        #expect("a".divided(at: "=") == nil)
        #expect(!"\u{212A}ey".isExactly("Key") && "\u{212A}ey" == "Key")
    }

    @Test func `only spaces and tabs are space (RFC 9110 §5.6.3)`() {
        #expect(" \ta b\t ".trimmedSpace() == "a b" && "\u{A0}a\u{2003}".trimmedSpace() == "\u{A0}a\u{2003}" && " \t".trimmedSpace().isEmpty)
    }
}
