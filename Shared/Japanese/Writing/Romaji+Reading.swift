extension Romaji {
    /// The hiragana of what somebody typed in Latin letters: Hepburn with or without macrons, and the spellings of input methods (si, tu, xtu, n').
    ///
    /// A macron stands for the usual spelling of the long vowel: ō is おう. nn before a vowel is ん and a sound of な's row, as in konna. Nil where a letter
    /// belongs to no sound. Spaces and hyphens between words go.
    public static func hiragana(_ letters: some StringProtocol) -> String? {
        let plain = Array(letters.lowercased().flatMap { macrons[$0] ?? String($0) })
        var kana = "", place = 0
        while place < plain.count {
            guard let (count, signs) = beat(plain[place...].prefix(RomajiTable.longestInput)) else { return nil }
            kana += signs
            place += count
        }
        return kana
    }

    private static let macrons: [Character: String] = [
        "ā": "aa", "ī": "ii", "ū": "uu", "ē": "ei", "ō": "ou", "â": "aa", "î": "ii", "û": "uu", "ê": "ei", "ô": "ou", "’": "'",
    ]

    /// The beat at the beginning, and how many letters it takes.
    private static func beat(_ letters: ArraySlice<Character>) -> (count: Int, signs: String)? {
        let first = letters.first!, second = letters.dropFirst().first, third = letters.dropFirst(2).first
        if first == " " || first == "-" || first == "'" { return (1, "") }
        if first == "n" || first == "m" && second.map({ "bpm".contains($0) }) ?? false, let end = endOfN(first, second, third) { return (end, "ん") }
        if let second, first == second && !"aiueon".contains(first) || first == "t" && second == "c" { return (1, "っ") }
        for count in stride(from: min(letters.count, RomajiTable.longestInput), to: 0, by: -1) {
            if let signs = RomajiTable.signs[String(letters.prefix(count))] { return (count, signs) }
        }
        return nil
    }

    /// How many letters ん takes; nil where the n begins a sound.
    private static func endOfN(_ first: Character, _ second: Character?, _ third: Character?) -> Int? {
        guard let second else { return 1 }
        if "aiueoy".contains(second) { return nil }
        if second == "'" { return 2 }
        guard first == "n", second == "n" else { return 1 }
        return third.map { "aiueoy".contains($0) } ?? false ? 1 : 2
    }

    /// What two spellings of one reading have in common: no macrons, spaces or apostrophes, long vowels in one way, Kunrei as Hepburn.
    ///
    /// Two texts with the same key sound the same as far as kana go; what cannot be read is nil.
    public static func key(_ letters: some StringProtocol) -> String? {
        hiragana(letters).map { key(kana: $0) }
    }

    /// The key of a reading.
    public static func key(kana: some StringProtocol) -> String {
        var key: [Character] = []
        for letter in spell(kana) where letter != "'" && letter != " " {
            // おお and おう, ええ and えい sound alike.
            let isLength = key.last.map { $0 == letter && "ou".contains(letter) || $0 == "o" && letter == "u" || $0 == "e" && letter == "i" } ?? false
            key.append(isLength ? "~" : letter == key.last && "aei".contains(letter) ? "~" : letter)
        }
        return String(key)
    }
}
