/// A text as a model may read it, in its own script.
struct Cleaning: Sendable, Equatable {
    /// No markup, no control or invisible characters, white space in order, canonically composed.
    var text = ""

    /// Cleans a text. Nil when memory is out.
    init?(_ text: String) {
        if Self.isClean(text) {
            self.text = text
            return
        }
        var source = text
        if text.unicodeScalars.contains(where: { Self.mayCompose($0.value) }) {
            guard let composed = Normalization.composed(text) else { return nil }
            source = composed
        }
        var filter = InvisibleFilter(capacity: source.utf8.count)
        for scalar in source.unicodeScalars { filter.take(scalar) }
        var markup = MarkupStripper(capacity: source.utf8.count)
        let visible = filter.finish()
        guard visible.contains(UInt8(ascii: ">")) else {
            self.text = String(decoding: visible, as: UTF8.self)
            return
        }
        for byte in visible { markup.take(byte) }
        self.text = String(decoding: markup.count > 0 ? WhiteSpace.trimmed(markup.result) : visible, as: UTF8.self)
    }

    /// Whether there is surely nothing to do: no `>`, plain characters, single spaces between them and single line ends. Most texts are so.
    private static func isClean(_ text: String) -> Bool {
        var previous: UInt32 = 0x20
        for scalar in text.unicodeScalars {
            let value = scalar.value
            switch value {
            case 0x20, 0x0A: if previous == 0x20 || previous == 0x0A { return false }
            case 0x21..<0x3E, 0x3F...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x3001...0x3096, 0x309B...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF9F: break
            default: return false
            }
            previous = value
        }
        return previous != 0x20 && previous != 0x0A
    }

    /// Marks, parts of Hangul syllables, and the few characters that are the same as others.
    private static func mayCompose(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x300, 0x3000..<0x3099, 0x309B..<0xF900: (0x1100..<0x1200).contains(scalar) || (0x2126...0x212B).contains(scalar)
        case 0xFB50..<0x1D000, 0x1F000...0x1FFFF, 0xE0000...0xE01EF: false
        case 0x400..<0x1100, 0x1200..<0x1E00, 0x2000..<0x3000: scalar == 0x2126 || scalar == 0x212A || scalar == 0x212B || scalar < 0xE00
        default: true
        }
    }
}
