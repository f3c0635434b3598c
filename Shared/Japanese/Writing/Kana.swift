/// The two syllabaries, and what belongs to them.
public enum Kana {
    /// Hiragana, with its iteration marks.
    public static func isHiragana(_ scalar: Unicode.Scalar) -> Bool {
        (0x3041...0x3096).contains(scalar.value) || scalar == "ゝ" || scalar == "ゞ"
    }

    /// Katakana, with its iteration marks; the sign of a long vowel is of both syllabaries.
    public static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
        (0x30A1...0x30FA).contains(scalar.value) || scalar == "ヽ" || scalar == "ヾ"
    }

    /// A sign that is read by its sound: hiragana, katakana or ー.
    public static func isKana(_ scalar: Unicode.Scalar) -> Bool { isHiragana(scalar) || isKatakana(scalar) || scalar == "ー" }

    /// A kanji, 々 and what stands for one.
    public static func isKanji(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3005...0x3007: true
        default: false
        }
    }

    /// A sign that Japanese alone is written with.
    public static func isJapanese(_ scalar: Unicode.Scalar) -> Bool { isKana(scalar) || isKanji(scalar) }

    /// Whether a text is nothing but kana, and something.
    public static func isKana(_ text: some StringProtocol) -> Bool { !text.isEmpty && text.unicodeScalars.allSatisfy { isKana($0) } }

    /// Whether a text can be Japanese: it has a kana or a kanji, and nothing but them, digits, Latin letters and Japanese punctuation.
    public static func isJapanese(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains { isJapanese($0) } && text.unicodeScalars.allSatisfy { isJapanese($0) || accompanies($0) }
    }

    private static func accompanies(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Signs and punctuation of Japanese, full-width forms, and what ASCII has of both.
        case 0x3000...0x3003, 0x3008...0x301F, 0x30FB, 0xFF01...0xFF5E, 0x2026, 0x2015, 0x20...0x7E: true
        default: false
        }
    }

    /// Katakana as hiragana; everything else stays, ー too.
    public static func hiragana(_ text: some StringProtocol) -> String { shifted(text, 0x30A1...0x30F6, by: -0x60) }

    /// Hiragana as katakana; everything else stays.
    public static func katakana(_ text: some StringProtocol) -> String { shifted(text, 0x3041...0x3096, by: 0x60) }

    private static func shifted(_ text: some StringProtocol, _ range: ClosedRange<UInt32>, by distance: Int32) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isMark = distance < 0 ? scalar == "ヽ" || scalar == "ヾ" : scalar == "ゝ" || scalar == "ゞ"
            guard range.contains(scalar.value) || isMark, let other = Unicode.Scalar(UInt32(Int32(scalar.value) + distance)) else {
                result.append(scalar)
                continue
            }
            result.append(other)
        }
        return String(result)
    }
}

extension Kana {
    private static let small = Set("ゃゅょぁぃぅぇぉゎャュョァィゥェォヮ".unicodeScalars)

    /// The beats of a reading: small ya, yu, yo and vowels belong to the sign before them; っ, ん and ー are beats of their own. What is no kana is none.
    public static func morae(_ kana: some StringProtocol) -> [String] {
        var morae: [String] = []
        for scalar in kana.unicodeScalars where isKana(scalar) {
            if small.contains(scalar), let last = morae.last, !"っッんンー".unicodeScalars.contains(last.unicodeScalars.last!) {
                morae[morae.count - 1].unicodeScalars.append(scalar)
            } else {
                morae.append(String(scalar))
            }
        }
        return morae
    }
}
