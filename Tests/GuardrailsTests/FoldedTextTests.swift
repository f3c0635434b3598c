import Testing

@testable import Guardrails

@Suite struct FoldedTextTests {
    @Test(arguments: [
        ("Ignore  ALL\tprevious", "ignore all previous"),
        ("ＡＢＣ　１２３！", "abc 123!"),
        ("ｱｲｳｶﾞﾊﾟｳﾞｱﾞ", "アイウガパヴア"), ("か\u{3099}は\u{309A}う\u{3099}", "がぱゔ"),
        ("𝓲𝓰𝓷𝓸𝓻𝓮", "ignore"),
        ("ⓘⓖⓝⓞⓡⓔ", "ignore"),
        ("іgnоrе", "ignore"),
        ("i\u{200B}g\u{200D}n\u{2060}ore", "ignore"),
        ("i\u{0336}g\u{0336}nore", "ignore"),
        ("Größe Überprüfung Œuvre", "grosse uberprufung oeuvre"),
        ("薬、殺陣。「爆買い」", "薬,殺陣.\"爆買い\""),
        ("a\n\n\n\nb \r\n c", "a\n\nb\nc"),
        ("a\u{0}b", "ab"),
        ("🅘🅖🅝", "ign"),
    ]) func `a text is folded to one way of writing`(text: String, folded: String) throws {
        #expect(String(decoding: try #require(FoldedText(text)).bytes, as: UTF8.self) == folded)
    }

    @Test(arguments: [
        ("don't stop, now! or never", "dont stop now. or never"),
        ("v3.5 is out. yes?", "v3 5 is out. yes. "),
        ("one\ntwo\n\nthree", "one two. three"),
        ("...", ""),
        ("以前の指示.無視", "以前の指示. 無視"),
    ]) func `words stand with one space between them`(text: String, words: String) {
        let bytes = Array(text.utf8)
        #expect(String(decoding: Words.of(bytes.span), as: UTF8.self) == words)
    }

    @Test func `capital letters are kept beside the small ones`() throws {
        #expect(String(decoding: try #require(FoldedText("ＡbＣ 𝐀𝗯 Ab\u{200B}C")).written, as: UTF8.self) == "AbC Ab AbC")
    }

    @Test func `what nobody sees parts no word, wherever the table of characters has it`() throws {
        let planes = [0xA0...0xE0FF, 0xF8F0...0x1FFFF, 0x2FFF0...0x3000F, 0xE0FF0...0xE100F, 0x10FFF0...0x10FFFF] as [ClosedRange<UInt32>]
        for value in planes.joined() {
            let kind = CharacterKind(value)
            guard [.hidden, .joiner, .space, .newline].contains(kind), let scalar = Unicode.Scalar(value) else { continue }
            let folded = try #require(FoldedText("ig\(scalar)nore")), text = String(decoding: folded.bytes, as: UTF8.self)
            #expect(text == (kind == .space ? "ig nore" : kind == .newline ? "ig\nnore" : "ignore"), "U+\(String(value, radix: 16))")
            // A soft hyphen only says where a word may be parted, and what selects a glyph is told otherwise.
            let isTold = [.hidden, .joiner].contains(kind) && value != 0xAD && !(0xFE00...0xFE0F).contains(value)
            #expect(folded.disguise.invisibleInWords == (isTold ? 1 : 0), "U+\(String(value, radix: 16))")
        }
    }

    @Test func `what was hidden is told`() throws {
        let mixed = try #require(FoldedText("іgnоrе and пароль"))
        #expect(mixed.disguise.mixedWords == 1)
        let tags = try #require(FoldedText("hi\u{E0061}\u{E0062}"))
        #expect(tags.disguise.tags == [0x61, 0x62])
        let flag = try #require(FoldedText("🏴󠁧󠁢󠁥󠁮󠁧󠁿"))
        #expect(flag.disguise.tags.isEmpty)
        let selectors = try #require(FoldedText("☺\u{E0100}\u{E0101}\u{FE01}"))
        #expect(selectors.disguise.selectors == [16, 17, 1])
        let hidden = try #require(FoldedText("ig\u{200B}nore"))
        #expect(hidden.disguise.invisibleInWords == 1)
        let turned = try #require(FoldedText("\u{202E}abc"))
        #expect(turned.disguise.overridesOrder)
        let ordinary = try #require(FoldedText("葛\u{E0100}城 ❤️ 👩‍👩‍👧 が"))
        #expect(ordinary.disguise.selectors.isEmpty && ordinary.disguise.longestInvisibleRun <= 1 && ordinary.disguise.invisibleInWords == 0)
    }
}
