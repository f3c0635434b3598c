/// Takes out of a text what nobody sees, but for what makes the glyph before it another one: joiners within emoji and within scripts that have them, selectors
/// of emoji and of a few kanji, the tags of a flag.
struct VisibleFilter {
    /// Names of people and places have kanji of a certain form. Behind each kanji a selector would carry a text of its own.
    private static let mostVariants = 8
    private static let mostMarks = 2
    /// England, Scotland, Wales: no other flag is spelled.
    private static let flags = ["gbeng", "gbsct", "gbwls"]

    /// The last character that is seen and no mark.
    private var base: UInt32 = 0
    /// A joiner, or a keycap's selector: kept when what it joins follows.
    private var pending: UInt32 = 0
    private var hasSelector = false
    private var flag: [UInt8] = []
    private var marks = 0
    private var variants = 0
    private var isAfterReturn = false

    /// Writes what is seen of the next character. White space is a space, a full-width space or a line's end.
    mutating func take(_ scalar: UInt32, into bytes: inout [UInt8]) {
        if (0x21..<0x7F).contains(scalar) {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
            return settle(on: scalar)
        }
        defer { isAfterReturn = scalar == 0x0D }
        switch CharacterKind(scalar) {
        case .space: white(0x20, &bytes)
        case .newline: if scalar != 0x0A || !isAfterReturn { white(0x0A, &bytes) }
        case .hidden: break
        case .mark: mark(scalar, &bytes)
        case .joiner: pending = Self.mayJoin(base, scalar) ? scalar : 0
        case .emojiSelector: selector(scalar, &bytes)
        case .ideographSelector:
            guard !hasSelector, marks == 0, variants < Self.mostVariants, CharacterKind(base) == .ideograph else { return }
            variants += 1
            hasSelector = true
            Self.write(scalar, &bytes)
        case .tag: tag(scalar, &bytes)
        case .visible, .ideograph: seen(scalar, &bytes)
        case .emoji, .joining:
            if pending != 0, CharacterKind(base) == CharacterKind(scalar) { Self.write(pending, &bytes) }
            seen(scalar, &bytes)
        }
    }

    private mutating func seen(_ scalar: UInt32, _ bytes: inout [UInt8]) {
        Self.write(scalar, &bytes)
        settle(on: scalar)
    }

    private mutating func white(_ byte: UInt8, _ bytes: inout [UInt8]) {
        bytes.append(byte)
        settle(on: UInt32(byte))
    }

    /// Takes note of a character that is seen whatever stands around it.
    mutating func settle(on scalar: UInt32) {
        base = scalar
        pending = 0
        marks = 0
        hasSelector = false
        isAfterReturn = false
        if !flag.isEmpty { flag = [] }
    }

    private mutating func mark(_ scalar: UInt32, _ bytes: inout [UInt8]) {
        marks += 1
        guard marks <= Self.mostMarks else { return }
        if pending == 0xFE0F, scalar == 0x20E3 { Self.write(pending, &bytes) }
        pending = 0
        Self.write(scalar, &bytes)
    }

    private mutating func selector(_ scalar: UInt32, _ bytes: inout [UInt8]) {
        guard !hasSelector else { return }
        if CharacterKind(base) == .emoji {
            hasSelector = true
            Self.write(scalar, &bytes)
        } else if base == 0x23 || base == 0x2A || (0x30...0x39).contains(base) {
            pending = scalar
        }
    }

    private mutating func tag(_ scalar: UInt32, _ bytes: inout [UInt8]) {
        guard base == 0x1F3F4, flag.count < 6 else { return }
        if scalar < 0xE007F { return flag.append(UInt8(truncatingIfNeeded: scalar)) }
        if Self.flags.contains(where: { $0.utf8.elementsEqual(flag) }) {
            for letter in flag { Self.write(0xE0000 + UInt32(letter), &bytes) }
            Self.write(scalar, &bytes)
        }
        settle(on: scalar)
    }

    private static func mayJoin(_ base: UInt32, _ joiner: UInt32) -> Bool {
        switch CharacterKind(base) {
        case .emoji: joiner == 0x200D
        case .joining: true
        default: false
        }
    }

    private static func write(_ scalar: UInt32, _ bytes: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        default:
            bytes.append(UInt8(0xF0 | scalar >> 18))
            bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}
