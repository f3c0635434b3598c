/// Folds scalars one by one.
struct TextFolder {
    private var result: [UInt8] = []
    private var disguise = FoldedText.Disguise()
    private let lookalikes = Lookalikes.shared
    private var word = Word()
    private var invisibleRun = 0
    private var selectorRun: [UInt8] = []
    /// Those that stand alone behind what is no emoji.
    private var loneSelectors: [UInt8] = []
    /// Tags that belong to a flag so far; six where none does.
    private var flagTags = 6
    private var isAfterReturn = false

    /// What the word in work is made of.
    private struct Word {
        var hasLatin = false
        var hasLookalike = false
    }

    init(capacity: Int) { result.reserveCapacity(capacity + 16) }

    /// Folds a text; runs of characters that have other forms are normalized first. False when memory is out.
    mutating func fold(_ text: String) -> Bool {
        var run = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value >= 0x80, FoldedText.needsNormalization(value) {
                if FoldedText.isStyled(value) { disguise.styledLetters += 1 }
                run.append(scalar)
                continue
            }
            if !run.isEmpty {
                guard foldRun(&run) else { return false }
            }
            take(value)
        }
        return run.isEmpty || foldRun(&run)
    }

    private mutating func take(_ scalar: UInt32) { if scalar < 0x80 { foldASCII(UInt8(scalar)) } else { fold(scalar) } }

    private mutating func foldRun(_ run: inout String.UnicodeScalarView) -> Bool {
        guard let normal = Normalization.compatible(String(run)) else { return false }
        for scalar in normal.unicodeScalars { take(scalar.value) }
        run.removeAll(keepingCapacity: true)
        return true
    }

    mutating func finish() -> FoldedText {
        endWord()
        endSelectors()
        // A text has few kanji of a certain form.
        if loneSelectors.count > 16 { disguise.selectors += loneSelectors }
        while let last = result.last, last == 0x20 || last == 0x0A { result.removeLast() }
        var text = FoldedText()
        text.written = result
        text.bytes = result.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        text.disguise = disguise
        return text
    }

    private mutating func foldASCII(_ byte: UInt8) {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A: letter(byte)
        case 0x20, 0x09, 0x0B, 0x0C: space()
        case 0x0D: newline()
        case 0x0A: if !isAfterReturn { newline() }
        case 0..<0x20, 0x7F: break
        default: mark(byte)
        }
        isAfterReturn = byte == 0x0D
    }

    private mutating func letter(_ byte: UInt8) {
        if invisibleRun > 0 {
            if word.hasLatin { disguise.invisibleInWords += 1 }
            endInvisible()
        }
        word.hasLatin = true
        result.append(byte)
    }

    private mutating func lookalike(_ byte: UInt8, _ scalar: UInt32) {
        if !(0x370..<0x400).contains(scalar) { disguise.oddLetters += 1 }
        if lookalikes.isTurned(scalar) { disguise.turnedLetters += 1 }
        // Letters of Cyrillic, Armenian and Cherokee; Greek ones stand in formulas, and phonetic ones in what learners write.
        if (0x400..<0x590).contains(scalar) || (0x13A0..<0x1400).contains(scalar) { word.hasLookalike = true }
        endInvisible()
        result.append(byte)
    }

    private mutating func mark(_ byte: UInt8) {
        endWord()
        result.append(byte)
    }

    private mutating func space() {
        endWord()
        if let last = result.last, last != 0x20, last != 0x0A { result.append(0x20) }
    }

    /// One for a line's end; two for an empty line, which ends what is said as a full stop does.
    private mutating func newline() {
        endWord()
        while result.last == 0x20 { result.removeLast() }
        guard let last = result.last else { return }
        if last != 0x0A || (result.count > 1 && result[result.count - 2] != 0x0A) { result.append(0x0A) }
    }

    private mutating func endWord() {
        endInvisible()
        if word.hasLatin && word.hasLookalike { disguise.mixedWords += 1 }
        if word.hasLatin || word.hasLookalike { word = Word() }
    }

    private mutating func endInvisible() {
        guard invisibleRun > 0 else { return }
        disguise.longestInvisibleRun = max(disguise.longestInvisibleRun, invisibleRun)
        invisibleRun = 0
    }

    private mutating func endSelectors() {
        // One selects a glyph; more than one behind a character select nothing.
        guard let first = selectorRun.first else { return }
        if selectorRun.count > 1 { disguise.selectors += selectorRun } else if first < 14 || first > 15 { loneSelectors.append(first) }
        selectorRun = []
    }

    private mutating func fold(_ scalar: UInt32) {
        switch scalar {
        case 0xFE00...0xFE0F: return selectorRun.append(UInt8(scalar - 0xFE00))
        case 0xE0100...0xE01EF: return selectorRun.append(UInt8(scalar - 0xE0100 + 16))
        default: endSelectors()
        }
        if (0xE0000...0xE007F).contains(scalar) { return tag(scalar) }
        flagTags = scalar == 0x1F3F4 ? 0 : 6
        switch scalar {
        // Kana and kanji, which are most of a Japanese text, have no other form.
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE, 0x3400...0x9FFF: append(scalar)
        case 0xC0...0x24F, 0x1E00...0x1EFF: foldLatin(scalar)
        case 0x250..<0x300, 0x370..<0x590, 0x1D00..<0x1DC0, 0x13A0..<0x1400, 0x1F150...0x1F1FF, 0xA730...0xA7FF:
            if let letter = lookalikes.latin(scalar) { lookalike(letter, scalar) } else { append(scalar) }
        case 0x3099, 0x309A: voice(scalar)
        case 0xFF01...0xFF5E: foldASCII(UInt8(scalar - 0xFEE0))
        case 0xFF66...0xFF9D: kana(scalar)
        case 0xFF9E, 0xFF9F: voice(scalar)
        case 0x1D400...0x1D6A3: styled(scalar)
        case 0x3000: space()
        default: if let byte = Self.punctuation(scalar) { mark(byte) } else { foldKind(scalar) }
        }
    }

    private mutating func foldKind(_ scalar: UInt32) {
        switch CharacterKind(scalar) {
        case .space: space()
        case .newline: newline()
        case .mark: break
        // Control characters come with what was copied.
        case .hidden where scalar < 0xA0: break
        case .hidden, .joiner: invisible(scalar)
        default: append(scalar)
        }
    }

    private mutating func foldLatin(_ scalar: UInt32) {
        switch scalar {
        case 0x183: return lookalike(UInt8(ascii: "g"), scalar)
        case 0x1DD: return lookalike(UInt8(ascii: "e"), scalar)
        case 0xDF, 0x1E9E: result.append(UInt8(ascii: "s"))
        case 0xC6, 0xE6, 0x152, 0x153:
            letter(scalar < 0x100 ? UInt8(ascii: "a") : UInt8(ascii: "o"))
            return letter(UInt8(ascii: "e"))
        default: break
        }
        if let byte = lookalikes.unmarked(scalar) { letter(byte) } else { append(scalar) }
    }

    /// Latin letters of mathematics: the alphabet's large ones, then its small ones, style by style.
    private mutating func styled(_ scalar: UInt32) {
        disguise.styledLetters += 1
        let place = UInt8((scalar - 0x1D400) % 52)
        letter(place < 26 ? 0x41 + place : 0x61 + place - 26)
    }

    /// Katakana of half the width, U+FF66–U+FF9D.
    private static let kana: StaticString = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"

    private mutating func kana(_ scalar: UInt32) {
        endWord()
        let start = Int(scalar - 0xFF66) * 3
        for place in start..<start + 3 { result.append(Self.kana.utf8Start[place]) }
    }

    /// A sound mark of its own behind kana that takes one: the voiced kana is the next one, the half-voiced one the one after it.
    private mutating func voice(_ mark: UInt32) {
        guard result.count >= 3, result[result.count - 3] == 0xE3 else { return }
        let scalar = 0x3000 | UInt32(result[result.count - 2] & 0x3F) << 6 | UInt32(result[result.count - 1] & 0x3F)
        let isHalf = mark == 0x309A || mark == 0xFF9F
        switch scalar >= 0x30A0 ? scalar - 0x60 : scalar {
        case 0x3046 where !isHalf: replaceKana(scalar + 0x4E)
        case 0x304B...0x3061 where scalar & 1 == 1 && !isHalf, 0x3064 where !isHalf, 0x3066 where !isHalf, 0x3068 where !isHalf: replaceKana(scalar + 1)
        case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B: replaceKana(scalar + (isHalf ? 2 : 1))
        default: break
        }
    }

    private mutating func replaceKana(_ scalar: UInt32) {
        result[result.count - 2] = UInt8(0x80 | scalar >> 6 & 0x3F)
        result[result.count - 1] = UInt8(0x80 | scalar & 0x3F)
    }

    private mutating func invisible(_ scalar: UInt32) {
        if scalar == 0x202D || scalar == 0x202E { disguise.overridesOrder = true }
        // A joiner within an emoji is no disguise.
        if scalar != 0xAD { invisibleRun += 1 }
    }

    private mutating func tag(_ scalar: UInt32) {
        // The flag of a region is spelled in six of them at most.
        if flagTags < 6 {
            flagTags += 1
            return
        }
        disguise.tags.append(UInt8(scalar - 0xE0000))
    }

    /// Anything else, as it is.
    private mutating func append(_ scalar: UInt32) {
        endWord()
        result.append(utf8: scalar)
    }

    /// Punctuation of typography and of Chinese and Japanese as ASCII's.
    private static func punctuation(_ scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0x3002, 0xFF61, 0x2026: UInt8(ascii: ".")
        case 0x3001, 0xFF64, 0x60C: UInt8(ascii: ",")
        case 0x300C...0x300F, 0x201C...0x201F, 0xAB, 0xBB, 0x301D...0x301F, 0xFF62, 0xFF63: UInt8(ascii: "\"")
        case 0x2018...0x201B, 0x2039, 0x203A, 0x2032, 0xB4, 0x2BC: UInt8(ascii: "'")
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        case 0x3008, 0x300A, 0x27E8: UInt8(ascii: "<")
        case 0x3009, 0x300B, 0x27E9: UInt8(ascii: ">")
        case 0x3010, 0x3014, 0x3016, 0x3018: UInt8(ascii: "[")
        case 0x3011, 0x3015, 0x3017, 0x3019: UInt8(ascii: "]")
        case 0x30FB, 0xB7, 0x2022, 0x2027, 0xFF65, 0x25CF, 0x25A0: UInt8(ascii: "*")
        case 0x2044, 0x2215: UInt8(ascii: "/")
        case 0xBF: UInt8(ascii: "?")
        case 0xA1: UInt8(ascii: "!")
        default: nil
        }
    }
}
