import Japanese
import Morphology

/// A word of a text, and how it is read.
public struct ReadWord: Sendable, Equatable {
    /// As it stands in the text.
    public let surface: String
    /// In hiragana, as it is spelled; nil for what is no Japanese, and for kanji that nobody knows.
    public let reading: String?
    /// The same as it sounds: は as わ, へ as え and を as お where they are particles, `Romaji.seam` where two vowels are no long one.
    let sound: String?
    /// The form that a dictionary lists.
    public let base: String
    /// How it stands to its neighbours.
    let bond: Bond

    /// Whether a word is written together with another one in Latin letters.
    enum Bond: Sendable, Equatable {
        case none, before, after
        /// Punctuation in Latin letters, without a space before it.
        case mark(String)
        /// Punctuation without a space behind it.
        case opening(String)
    }
}

extension ReadWord {
    /// Its reading, or what it is where it has none.
    var kana: String { reading ?? surface }

    /// The same word, read otherwise.
    func read(_ kana: String) -> ReadWord { ReadWord(surface: surface, reading: kana, sound: kana, base: base, bond: bond) }

    /// Words that are one, such as a number and what it counts.
    init(joining words: [ReadWord], surface: String) {
        self.init(
            surface: surface, reading: words.map(\.kana).joined(), sound: words.map { $0.sound ?? $0.surface }.joined(), base: surface,
            bond: words.first?.bond ?? .none)
    }

    init(_ word: Morpheme) {
        surface = word.surface
        base = word.base
        let spelled = word.reading ?? (Kana.isKana(word.surface) ? word.surface : nil)
        let isMark = word.partOfSpeech == "記号" && !Kana.isKana(word.surface)
        reading = isMark ? nil : spelled.map { Kana.hiragana($0) }
        sound = isMark ? nil : spelled.map { Kana.hiragana(Self.sound(of: $0, word)) }
        bond = isMark ? Self.mark(word.surface) : Self.bond(of: word)
    }

    /// IPADIC's pronunciation tells what is spelled by history, and which vowels are long: 女王 is ジョオー, 湖 ミズウミ. Of words in kana it often does not know the latter.
    private static func sound(of reading: String, _ word: Morpheme) -> String {
        let signs = Array(reading), sounds = Array(word.pronunciation ?? "")
        guard signs.count == sounds.count else { return reading }
        let isInKana = Kana.isKana(word.surface)
        var sound = ""
        for (place, sign) in signs.enumerated() {
            let isApart =
                switch (sign, sounds[place]) {
                case ("ウ", "ウ"): !isInKana || word.partOfSpeech == "動詞" && place == signs.count - 1
                case ("オ", "オ"): place + 1 < sounds.count && sounds[place + 1] == "ー"
                default: false
                }
            if isApart { sound.unicodeScalars.append(Romaji.seam) }
            sound.append(isHistoric(sign, sounds[place]) ? sounds[place] : sign)
        }
        return sound
    }

    private static func isHistoric(_ sign: Character, _ sound: Character) -> Bool {
        switch (sign, sound) {
        case ("ハ", "ワ"), ("ヘ", "エ"), ("ヲ", "オ"): true
        default: false
        }
    }

    private static func bond(of word: Morpheme) -> Bond {
        // They are part of a sound that began before: さー, さぁ.
        if let first = word.surface.unicodeScalars.first, "ーぁぃぅぇぉ".unicodeScalars.contains(first) { return .before }
        return switch (word.partOfSpeech, word.kind) {
        case ("接頭詞", _): .after
        // だ, です and what comes of them are words of their own in Latin letters.
        case ("助動詞", _) where word.base == "だ" || word.base == "です": .none
        case ("助動詞", _), ("動詞", "接尾"), ("名詞", "接尾"), ("形容詞", "接尾"): .before
        case ("助詞", "接続助詞") where ["て", "で", "ば", "ちゃ", "じゃ", "つつ", "ながら"].contains(word.surface): .before
        default: .none
        }
    }

    private static func mark(_ sign: String) -> Bond {
        switch sign {
        case "、", "，": .mark(",")
        case "。", "．": .mark(".")
        case "？": .mark("?")
        case "！": .mark("!")
        case "：": .mark(":")
        case "」", "』": .mark("”")
        case "）": .mark(")")
        case "・": .mark("")
        case "「", "『": .opening("“")
        case "（": .opening("(")
        default: .mark(sign)
        }
    }
}
