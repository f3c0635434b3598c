/// Takes tags and the brackets of links out of visible characters, and puts white space in order.
struct AnswerMarkup {
    /// How far the end of a tag or of a target is looked for, in bytes.
    static let reach = 2_048

    var hasRemoved = false
    var hasRemovedLink = false
    var raw: [UInt8] = []
    var place = 0
    var isFinal = false
    /// Brackets of `<word>` that are to be closed.
    var openBrackets = 0
    /// Up to where, in bytes of the whole answer, each end was looked for in vain: nobody looks twice.
    var endless: [[UInt8]: Int] = [:]
    /// Bytes of the answer before `raw`.
    private(set) var before = 0
    private var clean: [UInt8] = []
    private var space: [UInt8] = []
    private var isEmpty = true
    private var last: UInt8 = 0
    /// Whether an ampersand stands before the last letters, which are no name of a character and must not become one.
    private var isInName = false
    private var isParted = false
    let words = MarkupWords.shared

    mutating func receive(_ bytes: [UInt8]) -> [UInt8] {
        raw.append(contentsOf: bytes)
        return advance()
    }

    mutating func finish() -> [UInt8] {
        isFinal = true
        return advance()
    }

    private mutating func advance() -> [UInt8] {
        while place < raw.count {
            if !step() { break }
        }
        raw.removeFirst(place)
        before += place
        place = 0
        defer { clean.removeAll(keepingCapacity: true) }
        return clean
    }

    /// Decides about what stands here; false when more must be seen first.
    private mutating func step() -> Bool {
        switch raw[place] {
        case UInt8(ascii: "<"): return tag()
        case AnswerCharacters.namedOpening: return opening()
        case UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "]"): return bracket(raw[place])
        case 0x20, 0x0A: whiteSpace(raw[place])
        case UInt8(ascii: ">"), AnswerCharacters.namedClosing:
            if openBrackets > 0 { keep("›") } else { keep(UInt8(ascii: ">")) }
            openBrackets = max(openBrackets - 1, 0)
        // Never a target behind a bracket, whatever stood between them.
        case UInt8(ascii: "(") where last == UInt8(ascii: "]"):
            whiteSpace(0x20)
            keep(UInt8(ascii: "("))
        case UInt8(ascii: "&"):
            keep(UInt8(ascii: "&"))
            isInName = true
        case let byte where Self.isPlain[Int(byte)]:
            keepPlain()
            return true
        case let byte: keep(byte)
        }
        place += 1
        return true
    }

    // MARK: - What is kept

    private static let isPlain: [Bool] = (0...255).map { $0 > 0x20 && !"<>[]!(&".utf8.contains($0) }

    private mutating func keepPlain() {
        if isParted, raw[place] >= 0x80, CharacterKind(raw.scalar(at: place).value) == .mark { whiteSpace(0x20) }
        var end = place + 1
        while end < raw.count, Self.isPlain[Int(raw[end])] { end += 1 }
        flushSpace()
        clean.append(contentsOf: raw[place..<end])
        last = raw[end - 1]
        if isInName { isInName = raw[place..<end].allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "#") } }
        place = end
    }

    mutating func keep(_ byte: UInt8) {
        flushSpace()
        clean.append(byte)
        last = byte
        isInName = false
    }

    mutating func keep(_ text: StaticString) {
        for offset in 0..<text.utf8CodeUnitCount { keep(text.utf8Start[offset]) }
    }

    /// Something is left out here.
    mutating func remove(isLink: Bool = false) {
        if isLink { hasRemovedLink = true } else { hasRemoved = true }
        part()
    }

    /// What stands on both sides of what is left out is not one name, nor one character.
    mutating func part() {
        if isInName { whiteSpace(0x20) }
        isParted = true
    }

    private mutating func flushSpace() {
        if !isEmpty { clean.append(contentsOf: space) }
        (isEmpty, isParted) = (false, false)
        if !space.isEmpty { space.removeAll(keepingCapacity: true) }
    }

    /// At most one empty line, and no space before a line's end.
    mutating func whiteSpace(_ byte: UInt8) {
        if byte == 0x0A {
            while space.last == 0x20 { space.removeLast() }
            if space.count < 2 { space.append(0x0A) }
        } else if space.count < 16 {
            space.append(0x20)
        }
        last = 0x20
        isInName = false
    }
}
