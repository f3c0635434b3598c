import TestKit
import Testing

@testable import Guardrails

/// Texts of parts that mean something to the cleaner, put together by chance from a fixed seed.
@Suite struct AnswerMixtureTests {
    private static let parts = [
        "<", ">", "</", "<b>", "</b>", "<script>", "</script>", "<!--", "-->", "<img src=x>", "<a@b>", "[", "]", "(", ")", "![", "](", "]:", "[x](", "[x](y.z)",
        "&", "#", ";",
        "&lt;", "&#", "116", "x74;", "&amp;", "amp;", "l", "t;", "&#8203;", "https", "h", "ttps", ":", "/", "//", "\\", "localhost", "evil.com", "www.",
        "javascript", "java",
        "script:", "data:", "text/html,x", "@", ".", ",", "!", "*", "'", "\"", "=", " ", "  ", "\n", "\r\n", "\t", "あ", "漢", "\u{E0100}", "。", "例え.jp",
        "\u{200B}", "\u{200D}", "\u{FE0F}",
        "1", "\u{20E3}", "👩", "🏴", "\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}", "\u{E007F}", "e\u{301}", "\u{301}", "\u{301}", "क्", "ष", "\u{FFFD}",
        "\u{3164}", "word ",
    ]

    @Test(arguments: 0..<8 as Range<UInt64>) func `cleaning in pieces is cleaning the whole, and cleaning once is enough`(seed: UInt64) {
        var dice = SeededRandom(seed: seed)
        for _ in 0..<200 {
            var text = ""
            for _ in 0..<Int.random(in: 1...40, using: &dice) { text += Self.parts.randomElement(using: &dice) ?? "" }
            let whole = AnswerCleaner.clean(text)
            var cleaner = AnswerCleaner(), bytes: [UInt8] = []
            for scalar in text.unicodeScalars { bytes += cleaner.receive(String(scalar)) }
            bytes += cleaner.finish()
            #expect(String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(whole.utf8), "\(text.debugDescription)")
            for sign in ["](", "://l", "://e", ":\\\\e", "(//l", "<b", "<s", "</", "<!", "javascript:a", "&lt;"] {
                #expect(!whole.contains(sign), "\(text.debugDescription): \(whole.debugDescription)")
            }
            #expect(AnswerCleaner.clean(whole).utf8.elementsEqual(whole.utf8), "\(text.debugDescription): \(whole.debugDescription)")
        }
    }
}
