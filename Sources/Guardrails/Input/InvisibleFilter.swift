/// Takes out what nobody sees, but for what makes the glyph before it another one: a joiner within an emoji, a selector behind a kanji.
struct InvisibleFilter {
    private var result: [UInt8] = []
    private var previous: UInt32 = 0
    private var marks = 0
    private var pendingSpace: UInt32 = 0
    private var pendingLines = 0
    private var isInFlag = false

    init(capacity: Int) { result.reserveCapacity(capacity) }

    mutating func finish() -> [UInt8] { result }

    mutating func take(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x2800, 0x3164, 0x115F, 0x1160, 0xFFA0: space(0x20)
        case 0x3000: space(0x3000)
        case 0x0A: if previous != 0x0D { line() }
        case 0x0D: line()
        case 0x85, 0x2028, 0x2029: line()
        case 0x21...0x7E: put(UInt8(value))
        default: if isKept(value) { put(scalar) }
        }
        previous = value
    }

    private mutating func isKept(_ scalar: UInt32) -> Bool {
        if (0xE0000...0xE007F).contains(scalar) { return isInFlag }
        isInFlag = scalar == 0x1F3F4
        switch scalar {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFB, 0xFFFE, 0xFFFF,
            0x1D173...0x1D17A:
            return false
        case 0x200C, 0x200D: return joins(previous)
        case 0xFE00...0xFE0F: return Self.hasVariants(previous)
        case 0xE0100...0xE01EF: return Self.isIdeograph(previous)
        case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
            marks += 1
            return marks <= 2
        default:
            marks = 0
            return scalar & 0xFFFE != 0xFFFE
        }
    }

    /// Emoji, and scripts whose letters join: Arabic, those of India.
    private func joins(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x600..<0x1100, 0x2190..<0x2C00, 0xFE0F, 0x1F000...0x1FAFF: true
        default: false
        }
    }

    /// Symbols, kanji, and the digits that keycaps are made of; not what is invisible itself.
    private static func hasVariants(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x23, 0x2A, 0x30...0x39, 0xA9, 0xAE, 0x203C, 0x2049, 0x2070..<0xFE00, 0x1F000...0x1FAFF, 0x20000...0x323AF: true
        default: false
        }
    }

    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        (0x3400...0x9FFF).contains(scalar) || (0xF900...0xFAFF).contains(scalar) || (0x20000...0x323AF).contains(scalar)
    }

    private mutating func space(_ kind: UInt32) { if pendingSpace == 0 { pendingSpace = kind } }

    private mutating func line() {
        pendingLines += 1
        pendingSpace = 0
    }

    /// What stood between the last character and this one: at most one empty line, or one space; nothing at the start.
    private mutating func settle() {
        guard pendingSpace != 0 || pendingLines > 0 else { return }
        if !result.isEmpty {
            if pendingLines > 0 {
                for _ in 0..<min(pendingLines, 2) { result.append(0x0A) }
            } else if pendingSpace == 0x20 {
                result.append(0x20)
            } else {
                result.append(contentsOf: [0xE3, 0x80, 0x80])
            }
        }
        pendingSpace = 0
        pendingLines = 0
    }

    private mutating func put(_ byte: UInt8) {
        settle()
        marks = 0
        isInFlag = false
        result.append(byte)
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        settle()
        for byte in String(scalar).utf8 { result.append(byte) }
    }
}
