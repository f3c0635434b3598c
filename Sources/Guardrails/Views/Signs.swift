/// What a text holds of that which encodings and games are made of, so that most texts are spared most decoders. One pass.
struct Signs: Sendable {
    private(set) var longestRun = 0
    private(set) var digits = 0
    private(set) var hexDigits = 0
    private(set) var bits = 0
    private(set) var dashes = 0
    private(set) var escapes = 0
    private(set) var lines = 0
    private(set) var pigged = 0
    private(set) var hasLetters = false
    private(set) var hasLeet = false
    private var quotes = 0
    private var assignments = 0
    private(set) var speaksOfCiphers = false

    var hasQuotesOrAssignments: Bool { quotes >= 4 || assignments >= 2 }

    init(_ text: borrowing Span<UInt8>) {
        var run = 0
        var previous: UInt8 = 0
        for index in text.indices {
            let byte = text[index]
            if Alphabet.isAlphanumeric(byte) {
                run += 1
                longestRun = max(longestRun, run)
            } else if byte != 0x2B, byte != 0x2F, byte != 0x2D, byte != 0x5F, byte != 0x3D {
                if run >= 5 { look(at: text, index - run, index) }
                run = 0
            } else {
                run += 1
            }
            count(byte, after: previous)
            previous = byte
        }
        if run >= 5 { look(at: text, text.count - run, text.count) }
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
            letter(after: previous)
        case 0x67...0x7A, 0x47...0x5A: letter(after: previous)
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "*"): dashes += 1
        case UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "&"): escapes += 1
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quotes += 1
        case UInt8(ascii: "="), UInt8(ascii: ":"): assignments += 1
        case 0x0A: lines += 1
        case UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: "+"): if Alphabet.isLetter(previous) { hasLeet = true }
        default: break
        }
    }

    private mutating func letter(after previous: UInt8) {
        hasLetters = true
        if Alphabet.isDigit(previous) || previous == UInt8(ascii: "@") || previous == UInt8(ascii: "$") || previous == UInt8(ascii: "!") { hasLeet = true }
    }

    private mutating func look(at text: borrowing Span<UInt8>, _ start: Int, _ end: Int) {
        if text[end - 1] == UInt8(ascii: "y"), text[end - 2] == UInt8(ascii: "a") { pigged += 1 }
        if end - start <= 7 {
            for word in Self.cipherWords where word.utf8CodeUnitCount == end - start {
                var isSame = true
                for place in 0..<(end - start) where text[start + place] | 0x20 != word.utf8Start[place] { isSame = false }
                if isSame { speaksOfCiphers = true }
            }
        }
    }

    private static let cipherWords: [StaticString] = ["caesar", "cipher", "cypher", "shift", "shifted", "atbash", "decode", "rotated", "encoded", "decrypt"]
}
