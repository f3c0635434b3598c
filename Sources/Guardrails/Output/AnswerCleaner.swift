/// Takes markup, links and invisible characters out of an answer that comes in pieces.
///
/// What is decided about a character depends on what stands before it and on a bounded number of characters behind it, never on where pieces end.
struct AnswerCleaner {
    /// What was taken out.
    struct Removed: OptionSet {
        let rawValue: Int
        static let markup = Removed(rawValue: 1)
        static let link = Removed(rawValue: 2)
        static let invisible = Removed(rawValue: 4)
    }

    /// How far a tag or a link is looked for, in bytes.
    static let reach = 2_048

    private(set) var removed: Removed = []
    /// Places of undecodable text, which a spoilt answer is full of.
    private(set) var replacements = 0
    var raw: [UInt8] = []
    var place = 0
    var isFinal = false
    /// No scheme of a link begins before here.
    var plainEnd = 0
    /// Brackets of `<word>` that are to be closed.
    var openBrackets = 0
    private var clean: [UInt8] = []
    private var space: [UInt8] = []
    private var isEmpty = true
    private var isAfterReturn = false
    private var marks = 0
    /// The last scalar that was kept.
    private(set) var last: UInt32 = 0
    let words = MarkupWords.shared

    /// Takes a piece; gives what is decided.
    mutating func receive(_ piece: String) -> [UInt8] {
        raw.append(contentsOf: piece.utf8)
        return advance()
    }

    /// Gives the rest.
    mutating func finish() -> [UInt8] {
        isFinal = true
        return advance()
    }

    private mutating func advance() -> [UInt8] {
        while place < raw.count {
            if !step() { break }
        }
        let done = min(place, raw.count)
        raw.removeFirst(done)
        plainEnd -= done
        place = 0
        defer { clean.removeAll(keepingCapacity: true) }
        return clean
    }

    /// Decides about what stands here; false when more must be seen first.
    private mutating func step() -> Bool {
        let byte = raw[place]
        if byte >= 0x80 { return character() }
        switch byte {
        case UInt8(ascii: "<"): return tag()
        case UInt8(ascii: "&"): return entity()
        case UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "]"): return bracket(byte)
        case 0x20, 0x09, 0x0A, 0x0D: whiteSpace(byte)
        case 0..<0x20, 0x7F: remove(.invisible)
        case UInt8(ascii: ">") where openBrackets > 0:
            openBrackets -= 1
            keep("›")
        default:
            if byte.isAlphanumeric, !(UInt8(truncatingIfNeeded: last).isAlphanumeric && last < 0x80) || !space.isEmpty { return token() }
            keep(byte)
        }
        place += 1
        return true
    }

    // MARK: - What is kept

    mutating func keep(_ byte: UInt8) {
        flushSpace()
        clean.append(byte)
        last = UInt32(byte)
        marks = 0
    }

    /// Characters of ASCII without a space.
    mutating func keep(_ range: Range<Int>) {
        guard let end = range.last else { return }
        flushSpace()
        clean.append(contentsOf: raw[range])
        last = UInt32(raw[end])
        marks = 0
    }

    mutating func keep(_ text: StaticString) {
        for offset in 0..<text.utf8CodeUnitCount { keep(text.utf8Start[offset]) }
    }

    mutating func remove(_ what: Removed) { removed.insert(what) }

    private mutating func flushSpace() {
        if !isEmpty { clean.append(contentsOf: space) }
        isEmpty = false
        if !space.isEmpty { space.removeAll(keepingCapacity: true) }
    }

    /// At most one empty line, and no space before a line's end.
    mutating func whiteSpace(_ byte: UInt8) {
        defer { isAfterReturn = byte == 0x0D }
        if byte == 0x0A && isAfterReturn { return }
        if byte == 0x0A || byte == 0x0D {
            while space.last == 0x20 { space.removeLast() }
            if space.count < 2 { space.append(0x0A) }
        } else if space.count < 16 {
            space.append(0x20)
        }
        last = 0x20
    }

    // MARK: - Characters beyond ASCII

    private mutating func character() -> Bool {
        let lead = raw[place], length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard place + length <= raw.count else { return false }
        let scalar = Self.scalar(raw, place, length)
        // Kana and kanji, the most there is.
        if scalar >= 0x3041, scalar <= 0x9FFF, scalar != 0x3164 {
            flushSpace()
            clean.append(lead)
            clean.append(raw[place + 1])
            clean.append(raw[place + 2])
            last = scalar
            marks = 0
            place += 3
            return true
        }
        switch CharacterFate(scalar, after: last) {
        case .keep:
            flushSpace()
            for offset in 0..<length { clean.append(raw[place + offset]) }
            if scalar == 0xFFFD { replacements += 1 }
            last = scalar
            marks = 0
        case .mark:
            marks += 1
            if marks <= 4 { for offset in 0..<length { clean.append(raw[place + offset]) } } else { remove(.invisible) }
        case .joiner:
            guard place + length < raw.count || isFinal else { return false }
            guard joins(from: place + length) else {
                remove(.invisible)
                break
            }
            for offset in 0..<length { clean.append(raw[place + offset]) }
        case .space: whiteSpace(0x20)
        case .newline: whiteSpace(0x0A)
        case .remove: remove(.invisible)
        }
        place += length
        return true
    }

    /// Whether an emoji follows, which a joiner needs.
    private func joins(from next: Int) -> Bool {
        guard next < raw.count, raw[next] >= 0xE2 else { return false }
        let length = raw[next] < 0xF0 ? 3 : 4
        return next + length <= raw.count && CharacterFate.isEmoji(Self.scalar(raw, next, length))
    }

    static func scalar(_ bytes: [UInt8], _ place: Int, _ length: Int) -> UInt32 {
        var value = UInt32(bytes[place]) & (0xFF >> (UInt32(length) + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
        return value
    }
}
