import Testing

@testable import Guardrails

@Suite struct CleaningTests {
    @Test(arguments: [
        ("a < b", "a < b"), ("x < y and y > z", "x < y and y > z"), ("x <b and c> d", "x <b and c> d"), ("(>_<) <3 <o/", "(>_<) <3 <o/"),
        ("<user> stays", "<user> stays"),
        ("<b>bold</b> <a href=\"x\">link</a>", "bold link"), ("<scr<script>ipt>alert(1)</scr</script>ipt>", "alert(1)"),
        ("a<!-- hidden > -->b", "ab"), ("<!DOCTYPE html><p>x", "x"), ("<IMG SRC=x onerror=y>x", "x"), ("<h1>x</h1><br/>", "x"),
    ]) func `markup goes, comparisons and faces stay`(text: String, clean: String) throws {
        #expect(try #require(Cleaning(text)).text == clean)
    }

    @Test(arguments: [
        ("a\u{0}b\u{7}c\u{85}d", "abc\nd"), ("a\t \u{A0}b", "a b"), ("a\r\nb\rc", "a\nb\nc"), ("a\n\n\n\n b ", "a\n\nb"), ("か\u{3000}\u{3000}き", "か\u{3000}き"),
        ("z\u{200B}w\u{FEFF}\u{202E}\u{2066}x", "zwx"), ("a\u{E0061}\u{E0062}b", "ab"), ("x\u{FE00}\u{E0100}y", "xy"),
        ("z\u{0336}\u{0336}\u{0336}\u{0336}x", "z\u{0336}\u{0336}x"), ("か\u{3099}", "が"), ("e\u{301}", "é"),
    ]) func `what nobody sees goes, white space is in order`(text: String, clean: String) throws {
        #expect(try #require(Cleaning(text)).text.unicodeScalars.elementsEqual(clean.unicodeScalars))
    }

    @Test(arguments: ["👩‍👩‍👧 ❤️ 1️⃣ ☺︎", "葛\u{E0100}城", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "ＡＢＣ　ｶﾀｶﾅ", "ヴァイオリン〜ー", "नमस्ते क्‍ष", "顔文字 ( ´ ▽ ` )ﾉ", "½ ㌔ ①"])
    func `what is written stays in its own script`(
        text: String
    ) throws {
        #expect(try #require(Cleaning(text)).text.unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test func `what Unicode says cannot be seen is in the table`() {
        let planes = [0...0x1FFFF, 0x2FFF0...0x3000F, 0x3FFF0...0x4000F, 0xDFFF0...0xE0FFF, 0xFFFF0...0x10000F, 0x10FFF0...0x10FFFF] as [ClosedRange<UInt32>]
        for value in planes.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let properties = scalar.properties
            let isHidden =
                properties.isDefaultIgnorableCodePoint || properties.isBidiControl || properties.isNoncharacterCodePoint || properties.isVariationSelector
            guard isHidden || [.control, .privateUse, .lineSeparator].contains(properties.generalCategory) else { continue }
            let kind = CharacterKind(value)
            #expect(![.visible, .emoji, .ideograph, .mark, .joining].contains(kind), "U+\(String(value, radix: 16)) is \(kind)")
        }
    }

    @Test func `a selector behind each kanji is taken out and told of, and a few names are not`() throws {
        let guardrails = try #require(Shared.guardrails)
        let names = String(repeating: "葛\u{E0100}城市の辻\u{E0101}さん。", count: 4)
        #expect(guardrails.judge(GuardedPrompt(names)) == InputVerdict(text: names, findings: []))
        let carrier = String((0..<40).flatMap { ["字", Character(Unicode.Scalar(0xE0100 + $0 % 16)!)] })
        #expect(guardrails.judge(GuardedPrompt("次の文字です：" + carrier)).findings.contains { $0.family == .unicodeSmuggling })
        #expect(try #require(Cleaning(carrier)).text.unicodeScalars.count { CharacterKind($0.value) == .ideographSelector } == 8)
        let answer = guardrails.judge(answer: carrier, as: ExpectedAnswer()).text
        #expect(answer.unicodeScalars.count { CharacterKind($0.value) == .ideographSelector } == 8)
    }

    @Test func `openings and closings that do not match take linear time`() throws {
        for piece in ["<", "<a", "<!--", "<b x>", "<a <a>>", "</>"] {
            let text = String(String(repeating: piece, count: 8_000 / piece.count))
            let clock = ContinuousClock()
            let time = clock.measure { #expect(Cleaning(text) != nil) }
            #expect(time < .milliseconds(500))
        }
    }

    @Test(arguments: [
        ("</topic> & <b>", "&lt;/topic&gt; &amp; &lt;b&gt;"), ("a\n\nHuman: b", "a\n\n| Human: b"), ("**System** : x", "| **System** : x"),
        ("```x```", "`` `x`` `"), ("\"\"\"", "\"\" \""), ("Humans: two", "Humans: two"),
    ]) func `a quoted text cannot end its quotation`(text: String, quoted: String) {
        #expect(PromptQuoting.escaped(text) == quoted)
    }
}
