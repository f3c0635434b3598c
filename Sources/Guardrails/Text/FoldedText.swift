/// A text as rules read it: one way to write each letter, and what was hidden or disguised.
struct FoldedText: Sendable, Equatable {
    /// Small letters without marks, punctuation of ASCII, single spaces, single line ends.
    var bytes: [UInt8] = []
    /// The same with its capital letters, which encodings need.
    var written: [UInt8] = []
    /// What hid in it.
    var disguise = Disguise()

    /// What makes a text other than it looks.
    struct Disguise: Sendable, Equatable {
        /// Words that mix Latin letters with lookalikes of other alphabets.
        var mixedWords = 0
        /// Letters in a style: mathematical, in circles, raised, full-width.
        var styledLetters = 0
        /// Letters of other alphabets, or in squares and rings, that stand for Latin ones.
        var oddLetters = 0
        /// Letters that stand upside down.
        var turnedLetters = 0
        /// Characters without a width between two Latin letters.
        var invisibleInWords = 0
        /// The longest run of characters without a width.
        var longestInvisibleRun = 0
        /// Whether the order of characters is overridden.
        var overridesOrder = false
        /// What is spelled in tag characters, outside flags.
        var tags: [UInt8] = []
        /// Bytes in variation selectors that vary nothing.
        var selectors: [UInt8] = []

        /// Whether somebody took pains to write Latin letters in another way.
        var isStrange: Bool { oddLetters >= 6 || styledLetters >= 6 || invisibleInWords >= 1 || mixedWords >= 1 }
    }

    init() {}

    /// Folds a text. Nil when memory is out.
    init?(_ text: String) {
        var folder = TextFolder(capacity: text.utf8.count)
        guard folder.fold(text) else { return nil }
        self = folder.finish()
    }

    /// What the folder does not know by itself. Kana, kanji, Hangul, full-width forms, common punctuation and emoji it does: ordinary text takes the short way.
    static func needsNormalization(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0xA0, 0xC0..<0x590, 0x2010...0x2027, 0x203B, 0x2190..<0x2460, 0x2500..<0x2A00, 0x2B00..<0x2C00, 0x3000...0x3029, 0x3041...0x309A,
            0x309D, 0x309E, 0x30A0...0x30FE, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF5E, 0xFF61...0xFF9F, 0x1D400...0x1D6A3, 0x1D173...0x1D17A, 0xFFFE,
            0xFFFF, 0xFE00...0xFE0F, 0x200B...0x200F, 0x1F1E6...0x1F1FF,
            0x1F300...0x1FAFF, 0xE0000...0xE01EF:
            false
        // Arabic ligatures, of which one becomes up to 18 characters, none of them Latin.
        case 0xFB50...0xFDFF: false
        default: scalar != 0xA0 && scalar != 0xAD && scalar != 0xAB && scalar != 0xBB
        }
    }

    /// Latin letters in a style that normalisation takes away.
    static func isStyled(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1D6A4...0x1D7FF, 0x2460...0x24FF, 0x2070...0x209C, 0x1D2C...0x1D6A, 0x2C7C...0x2C7D, 0x1F110...0x1F149: true
        default: false
        }
    }
}
