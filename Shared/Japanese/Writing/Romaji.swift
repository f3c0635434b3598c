/// Kana in Latin letters, and back.
///
/// Hepburn: しんぶん is shinbun, てんいん ten'in, まっちゃ matcha; ・ is a space. Particles are spelled as they sound only where whoever asks gives their sound: はな is hana.
public enum Romaji {
    /// How long vowels are spelled.
    public enum LongVowels: String, Sendable, CaseIterable {
        /// As in kana: toukyou, koohii.
        case doubled
        /// With a macron: tōkyō, kōhī. The vowels of ei and ii stay apart, as in sensei and ookii.
        case macrons
    }

    /// Between two kana that sound apart where they look like a long vowel: 湖 is みず|うみ, mizuumi, and 思う is おも|う, omou.
    public static let seam: Unicode.Scalar = "\u{1F}"

    /// The letters of kana, with a `seam` where there is one. What is no kana stays as it is.
    public static func spell(_ kana: some StringProtocol, _ longVowels: LongVowels = .doubled) -> String {
        var speller = RomajiSpeller(longVowels: longVowels)
        let signs = Array(Kana.hiragana(kana).unicodeScalars)
        // うろうろ is うろ twice.
        let half = signs.count > 3 && signs.count.isMultiple(of: 2) && signs[..<(signs.count / 2)] == signs[(signs.count / 2)...] ? signs.count / 2 : nil
        var place = 0
        while place < signs.count {
            if place == half { speller.endSyllable() }
            place += speller.add(signs[place], place + 1 < signs.count ? signs[place + 1] : nil)
        }
        return speller.text
    }
}

/// Puts letters together, one beat after the other.
private struct RomajiSpeller {
    let longVowels: Romaji.LongVowels
    private(set) var text = ""
    private var isDoubling = false, isAfterN = false
    /// The last vowel, while a second one would make it long.
    private var vowel: Character?
    private var last: Unicode.Scalar?

    init(longVowels: Romaji.LongVowels) { self.longVowels = longVowels }

    mutating func endSyllable() { vowel = nil }

    /// Adds a sign, or two that make one beat; tells how many they were.
    mutating func add(_ sign: Unicode.Scalar, _ next: Unicode.Scalar?) -> Int {
        switch sign {
        case Romaji.seam:
            endSyllable()
            return 1
        case "っ":
            isDoubling = true
            return 1
        case "ー":
            lengthen()
            return 1
        case "・":
            // It stands between words of foreign languages.
            pass(" ")
            return 1
        case "ゝ", "ゞ":
            guard let last else { return 1 }
            let repeated = sign == "ゞ" ? Unicode.Scalar(last.value + 1) ?? last : last
            _ = add(repeated, nil)
            return 1
        default: break
        }
        if let next, let letters = RomajiTable.letters[String(String.UnicodeScalarView([sign, next]))] {
            append(letters)
            last = sign
            return 2
        }
        if let letters = RomajiTable.letters[String(sign)] { append(letters) } else { pass(sign) }
        (last, isAfterN) = (sign, sign == "ん")
        return 1
    }

    private mutating func append(_ letters: String) {
        if isDoubling { text.append(letters.hasPrefix("ch") ? "t" : letters.first!) }
        if isDoubling, "aiueo".contains(letters.first!) { text.removeLast() }
        isDoubling = false
        if isAfterN, "aiueoy".contains(letters.first!) { text.append("'") }
        isAfterN = false
        if longVowels == .macrons, letters.count == 1, isLength(letters.first!) {
            makeLong()
            return
        }
        text += letters
        vowel = letters.last.flatMap { "aiueo".contains($0) ? $0 : nil }
    }

    /// A vowel behind the same one, and う behind お; not い, which is spoken.
    private func isLength(_ letter: Character) -> Bool {
        guard let vowel else { return false }
        return (letter == vowel && letter != "i") || (vowel == "o" && letter == "u")
    }

    private mutating func lengthen() {
        guard let vowel else { return }
        if longVowels == .macrons { makeLong() } else { text.append(vowel) }
    }

    private mutating func makeLong() {
        guard let vowel, let long = ["a": "ā", "i": "ī", "u": "ū", "e": "ē", "o": "ō"][vowel] else { return }
        text.removeLast()
        text.append(contentsOf: long)
        self.vowel = nil
    }

    private mutating func pass(_ sign: Unicode.Scalar) {
        text.unicodeScalars.append(sign)
        (vowel, isDoubling, isAfterN) = (nil, false, false)
    }
}
