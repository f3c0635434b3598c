/// What a text holds of that which encodings and games are made of, so that most texts are spared most decoders. One pass.
struct Signs: Sendable {
    private(set) var digits = 0
    private(set) var hexDigits = 0
    private(set) var bits = 0
    private(set) var dashes = 0
    private(set) var escapes = 0
    private(set) var lines = 0
    private(set) var pigged = 0
    private(set) var hasLeet = false
    private var capitals = 0
    private var quotes = 0
    private var assignments = 0
    /// How long the runs are together that no language has.
    private var odd = 0
    /// How many letters and digits stand by themselves.
    private var singles = 0
    private(set) var speaksOfCiphers = false
    /// Whether it says that something is to be read backwards.
    private(set) var speaksOfTurning = false

    var hasQuotesOrAssignments: Bool { quotes >= 4 || assignments >= 2 }
    var hasBase64: Bool { odd >= 8 || singles >= 8 }
    var hasBase32: Bool { odd >= 8 || capitals >= 10 && capitals + digits >= 16 }

    init(_ text: borrowing Span<UInt8>) {
        var run = Run()
        var previous: UInt8 = 0
        for index in text.indices {
            let byte = text[index]
            if Alphabet.isAlphanumeric(byte) || Self.joins(byte) {
                run.take(byte, after: previous)
            } else {
                if run.length > 0 { end(run, in: text, at: index) }
                run = Run()
                // 逆, 反
                if byte == 0x86 || byte == 0x8D, index >= 2, previous == 0x80 || previous == 0x8F { lookForTurning(text, index) }
            }
            count(byte, after: previous)
            previous = byte
        }
        if run.length > 0 { end(run, in: text, at: text.count) }
    }

    /// Letters, digits and the marks of base64 without anything between them.
    struct Run {
        private(set) var length = 0
        private var hasDigit = false
        private var hasLetter = false
        private var hasCapitalWithin = false

        /// Letters and digits, a capital letter behind a small one, or longer than words are.
        var isOdd: Bool { hasLetter && hasDigit || hasCapitalWithin || length >= 24 }

        mutating func take(_ byte: UInt8, after previous: UInt8) {
            length += 1
            if Alphabet.isDigit(byte) { hasDigit = true } else if Alphabet.isLetter(byte) { hasLetter = true }
            if (0x41...0x5A).contains(byte), length > 1, (0x61...0x7A).contains(previous) { hasCapitalWithin = true }
        }
    }

    /// `+`, `/`, `-`, `_`, `=`.
    private static func joins(_ byte: UInt8) -> Bool { byte == 0x2B || byte == 0x2F || byte == 0x2D || byte == 0x5F || byte == 0x3D }

    private mutating func end(_ run: Run, in text: borrowing Span<UInt8>, at end: Int) {
        if run.isOdd { odd += run.length } else if run.length == 1 { singles += 1 }
        if run.length >= 4 { look(at: text, end - run.length, end) }
    }

    private mutating func lookForTurning(_ text: borrowing Span<UInt8>, _ index: Int) {
        if text[index - 2] == 0xE9, text[index - 1] == 0x80, text[index] == 0x86 { speaksOfTurning = true }
        if text[index - 2] == 0xE5, text[index - 1] == 0x8F, text[index] == 0x8D { speaksOfTurning = true }
    }

    private mutating func count(_ byte: UInt8, after previous: UInt8) {
        switch byte {
        case 0x30...0x39:
            digits += 1
            hexDigits += 1
            if byte <= 0x31 { bits += 1 }
            if Alphabet.isLetter(previous) { hasLeet = true }
        case 0x61...0x66, 0x41...0x46:
            hexDigits += 1
            if byte < 0x60 { capitals += 1 }
            letter(after: previous)
        case 0x47...0x5A:
            capitals += 1
            letter(after: previous)
        case 0x67...0x7A: letter(after: previous)
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "*"): dashes += 1
        case UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "&"): escapes += 1
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quotes += 1
        case UInt8(ascii: "="), UInt8(ascii: ":"): assignments += 1
        case 0x0A: lines += 1
        case UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "|"): if Alphabet.isLetter(previous) { hasLeet = true }
        default: break
        }
    }

    private mutating func letter(after previous: UInt8) {
        if Alphabet.isDigit(previous) || previous == UInt8(ascii: "@") || previous == UInt8(ascii: "$") || previous == UInt8(ascii: "!") { hasLeet = true }
    }

    private mutating func look(at text: borrowing Span<UInt8>, _ start: Int, _ end: Int) {
        if text[end - 1] == UInt8(ascii: "y"), text[end - 2] == UInt8(ascii: "a") { pigged += 1 }
        guard end - start <= 9 else { return }
        if Self.isAny(text, start..<end, of: Self.cipherWords) { speaksOfCiphers = true }
        if Self.isAny(text, start..<end, of: Self.turningWords) { speaksOfTurning = true }
    }

    private static func isAny(_ text: borrowing Span<UInt8>, _ run: Range<Int>, of words: [StaticString]) -> Bool {
        for word in words where word.utf8CodeUnitCount == run.count {
            var isSame = true
            for place in 0..<run.count where text[run.lowerBound + place] | 0x20 != word.utf8Start[place] { isSame = false }
            if isSame { return true }
        }
        return false
    }

    private static let cipherWords: [StaticString] = [
        "caesar", "cipher", "cypher", "shift", "shifted", "atbash", "decode", "rotated", "encoded", "decrypt",
    ]
    private static let turningWords: [StaticString] = ["reverse", "reversed", "backward", "backwards", "mirrored"]
}
