/// A text as rules read it: one way to write each letter, and what was hidden or disguised.
struct FoldedText: Sendable, Equatable {
    /// Small letters without marks, punctuation of ASCII, single spaces, single line ends.
    var bytes: [UInt8] = []
    /// What hid in it.
    var disguise = Disguise()

    /// What makes a text other than it looks.
    struct Disguise: Sendable, Equatable {
        /// Words that mix Latin letters with lookalikes of other alphabets.
        var mixedWords = 0
        /// Words in styled letters: mathematical, in circles, raised, full-width.
        var styledLetters = 0
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
    }

    init() {}

    /// Folds a text. Nil when memory is out.
    init?(_ text: String) {
        var folder = TextFolder(capacity: text.utf8.count)
        if text.unicodeScalars.contains(where: { Self.needsNormalization($0.value) }) {
            guard let normal = Normalization.compatible(text) else { return nil }
            folder.styled = text.unicodeScalars.count { Self.isStyled($0.value) }
            folder.fold(normal)
        } else {
            folder.fold(text)
        }
        self = folder.finish()
    }

    /// What the folder does not know by itself. Kana, kanji, Hangul, full-width forms and common punctuation it does: ordinary text takes the short way.
    private static func needsNormalization(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x300, 0x370..<0x590, 0x2010...0x2027, 0x3000...0x3029, 0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF5E,
            0x1F300...0x1FAFF, 0xFE0F, 0x200B...0x200F:
            (0xA0..<0xC0).contains(scalar) && scalar != 0xA0 && scalar != 0xAD
        default: true
        }
    }

    /// Latin letters in a style that normalisation takes away.
    private static func isStyled(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1D400...0x1D7FF, 0x2460...0x24FF, 0x2070...0x209C, 0x1D2C...0x1D6A, 0x2C7C...0x2C7D, 0x1F110...0x1F149: true
        default: false
        }
    }
}
