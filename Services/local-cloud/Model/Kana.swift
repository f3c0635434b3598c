/// Kana and their romaji: Hepburn with long vowels spelled out (`ou`, `uu`), as learners type it.
enum Kana {
    static func isKana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x30FF).contains(scalar.value) && scalar != "・" }

    static func isJapanese(_ scalar: Unicode.Scalar) -> Bool { isKana(scalar) || (0x3400...0x9FFF).contains(scalar.value) || scalar == "々" }

    /// How many morae: small ya, yu, yo and vowels join the sign before them; っ, ん and ー count.
    static func morae(_ kana: String) -> Int {
        kana.unicodeScalars.count { isKana($0) && !"ゃゅょぁぃぅぇぉゎャュョァィゥェォヮ".unicodeScalars.contains($0) }
    }

    /// Katakana as hiragana; everything else stays.
    static func hiragana(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append((0x30A1...0x30F6).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0x60)! : scalar)
        }
        return String(result)
    }

    /// The romaji of kana; signs that are none stay.
    static func romaji(_ kana: String) -> String {
        var result = "", doubles = false, isAfterN = false
        var signs = Array(hiragana(kana))[...]
        while let first = signs.popFirst() {
            if first == "っ" {
                doubles = true
                continue
            }
            if first == "ー" {
                if let vowel = result.last(where: { "aeiou".contains($0) }) { result.append(vowel) }
                continue
            }
            var syllable = bySign[String(first)] ?? String(first)
            if let next = signs.first, let joined = bySign[String([first, next])] {
                signs.removeFirst()
                syllable = joined
            }
            if doubles { result.append(syllable.hasPrefix("ch") ? "t" : syllable.first.map(String.init) ?? "") }
            doubles = false
            if isAfterN, "aiueoy".contains(syllable.first ?? " ") { result.append("'") }
            isAfterN = first == "ん"
            result += syllable
        }
        return result
    }

    /// The hiragana of romaji; nil when it cannot be read. A particle that stands alone is written as one: `ki o tsukete` is きをつけて.
    static func hiragana(romaji: String) -> String? {
        var result = ""
        let words = romaji.lowercased().filter { $0 != "-" }.split(separator: " ").map(String.init)
        for word in words {
            guard let kana = words.count > 1 ? particles[word] ?? hiragana(word: word) : hiragana(word: word) else { return nil }
            result += kana
        }
        return result
    }

    private static let particles = ["o": "を", "wa": "は", "e": "へ"]

    private static func hiragana(word: String) -> String? {
        var result = "", rest = Array(word)[...]
        while let first = rest.first {
            if first == "'" {
                rest.removeFirst()
                continue
            }
            let second = rest.dropFirst().first
            if first == second && !"aiueon".contains(first) || first == "t" && second == "c" {
                result += "っ"
                rest.removeFirst()
                continue
            }
            if let (length, sign) = longest(rest) {
                result += sign
                rest.removeFirst(length)
            } else if first == "n" {
                result += "ん"
                rest.removeFirst()
            } else {
                return nil
            }
        }
        return result
    }

    private static func longest(_ letters: ArraySlice<Character>) -> (Int, String)? {
        for length in [3, 2, 1] where letters.count >= length {
            if let sign = byRomaji[String(letters.prefix(length))] { return (length, sign) }
        }
        return nil
    }

    private static let rows: [(String, [String])] = [
        ("あいうえお", ["a", "i", "u", "e", "o"]), ("かきくけこ", ["ka", "ki", "ku", "ke", "ko"]), ("がぎぐげご", ["ga", "gi", "gu", "ge", "go"]),
        ("さしすせそ", ["sa", "shi", "su", "se", "so"]), ("ざじずぜぞ", ["za", "ji", "zu", "ze", "zo"]), ("たちつてと", ["ta", "chi", "tsu", "te", "to"]),
        ("だでど", ["da", "de", "do"]), ("なにぬねの", ["na", "ni", "nu", "ne", "no"]), ("はひふへほ", ["ha", "hi", "fu", "he", "ho"]),
        ("ばびぶべぼ", ["ba", "bi", "bu", "be", "bo"]), ("ぱぴぷぺぽ", ["pa", "pi", "pu", "pe", "po"]), ("まみむめも", ["ma", "mi", "mu", "me", "mo"]),
        ("やゆよ", ["ya", "yu", "yo"]), ("らりるれろ", ["ra", "ri", "ru", "re", "ro"]), ("わを", ["wa", "o"]), ("ぁぃぅぇぉ", ["a", "i", "u", "e", "o"]),
    ]
    private static let bySign: [String: String] = {
        var table = ["ん": "n", "ぢ": "ji", "づ": "zu", "ゔ": "vu", "ふぁ": "fa", "ふぃ": "fi", "ふぇ": "fe", "ふぉ": "fo", "てぃ": "ti", "でぃ": "di"]
        table.merge(["しぇ": "she", "じぇ": "je", "ちぇ": "che", "うぃ": "wi", "うぇ": "we", "うぉ": "wo"]) { $1 }
        for (signs, letters) in rows { for (sign, letter) in zip(signs, letters) { table[String(sign)] = letter } }
        for (sign, start) in [("き", "ky"), ("ぎ", "gy"), ("に", "ny"), ("ひ", "hy"), ("び", "by"), ("ぴ", "py"), ("み", "my"), ("り", "ry")] {
            for (small, vowel) in [("ゃ", "a"), ("ゅ", "u"), ("ょ", "o")] { table[sign + small] = start + vowel }
        }
        for (sign, start) in [("し", "sh"), ("じ", "j"), ("ち", "ch"), ("ぢ", "j")] {
            for (small, vowel) in [("ゃ", "a"), ("ゅ", "u"), ("ょ", "o")] { table[sign + small] = start + vowel }
        }
        return table
    }()
    /// The first sign of each reading, so that `ji` is じ and `o` is お.
    private static let byRomaji: [String: String] = {
        var table: [String: String] = [:]
        for (sign, letters) in bySign where !"ぁぃぅぇぉぢづを".contains(sign.first!) { table[letters] = sign }
        table["wo"] = "を"
        return table
    }()
}
