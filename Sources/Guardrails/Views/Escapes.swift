/// Characters written as escapes: `%69`, `\x69`, `\u0069`, `\151`, `&#105;`, `&lt;`.
struct Escapes {
    /// How many there are.
    private(set) var count = 0
    /// What stands there with them undone, and what stands near them; nil when there are none.
    private(set) var result: [UInt8]?

    /// A text with its escapes undone.
    init(_ text: [UInt8]) {
        var excerpt = Excerpt(of: text)
        let span = text.span
        var index = 0
        while index < span.count {
            if let (value, length) = Self.read(span, index) {
                excerpt.replace(index..<(index + length), with: Self.bytes(value))
                index += length
            } else {
                index += 1
            }
        }
        count = excerpt.count
        result = excerpt.finish()
    }

    private static func bytes(_ value: UInt32) -> [UInt8] {
        guard value > 0xFF || value < 0x80 else { return [UInt8(value)] }
        return Unicode.Scalar(value).map { Array(String($0).utf8) } ?? []
    }

    private static func read(_ text: borrowing Span<UInt8>, _ index: Int) -> (UInt32, Int)? {
        switch text[index] {
        case UInt8(ascii: "%"):
            guard let value = hex(text, index + 1, 2), value.count == 2 else { return nil }
            return (value.value, 3)
        case UInt8(ascii: "\\"): return readBackslash(text, index)
        case UInt8(ascii: "&"): return readEntity(text, index)
        default: return nil
        }
    }

    private static func readBackslash(_ text: borrowing Span<UInt8>, _ index: Int) -> (UInt32, Int)? {
        guard index + 1 < text.count else { return nil }
        switch text[index + 1] {
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
            let isBraced = index + 2 < text.count && text[index + 2] == UInt8(ascii: "{")
            let digits = isBraced ? 6 : text[index + 1] == UInt8(ascii: "x") ? 2 : text[index + 1] == UInt8(ascii: "u") ? 4 : 8
            guard let value = hex(text, index + (isBraced ? 3 : 2), digits) else { return nil }
            let end = index + (isBraced ? 3 : 2) + value.count
            if isBraced { return end < text.count && text[end] == UInt8(ascii: "}") ? (value.value, end + 1 - index) : nil }
            return value.count == digits ? (value.value, end - index) : nil
        case 0x30...0x33:
            var value: UInt32 = 0
            for place in 1...3 {
                guard index + place < text.count, (0x30...0x37).contains(text[index + place]) else { return nil }
                value = value << 3 | UInt32(text[index + place] - 0x30)
            }
            return value < 0x80 ? (value, 4) : nil
        default: return nil
        }
    }

    private static func readEntity(_ text: borrowing Span<UInt8>, _ index: Int) -> (UInt32, Int)? {
        guard index + 2 < text.count else { return nil }
        if text[index + 1] == UInt8(ascii: "#") {
            if text[index + 2] | 0x20 == UInt8(ascii: "x") {
                guard let value = hex(text, index + 3, 6) else { return nil }
                return (value.value, 3 + value.count + closing(text, index + 3 + value.count))
            }
            var value: UInt32 = 0
            var end = index + 2
            while end < text.count, end < index + 9, Alphabet.isDigit(text[end]) {
                value = value * 10 + UInt32(text[end] - 0x30)
                end += 1
            }
            return end > index + 2 ? (value, end - index + closing(text, end)) : nil
        }
        for (name, value) in named where matches(text, index + 1, name) { return (value, 1 + name.utf8CodeUnitCount) }
        return nil
    }

    private static let named: [(StaticString, UInt32)] = [
        ("lt;", 0x3C), ("gt;", 0x3E), ("amp;", 0x26), ("quot;", 0x22), ("apos;", 0x27), ("nbsp;", 0x20), ("colon;", 0x3A), ("sol;", 0x2F), ("lpar;", 0x28),
        ("rpar;", 0x29), ("lsqb;", 0x5B), ("rsqb;", 0x5D), ("lbrack;", 0x5B), ("rbrack;", 0x5D), ("vert;", 0x7C), ("verbar;", 0x7C), ("num;", 0x23),
        ("newline;", 0x0A), ("tab;", 0x20),
    ]

    private static func matches(_ text: borrowing Span<UInt8>, _ index: Int, _ name: StaticString) -> Bool {
        guard index + name.utf8CodeUnitCount <= text.count else { return false }
        for place in 0..<name.utf8CodeUnitCount where text[index + place] | 0x20 != name.utf8Start[place] | 0x20 { return false }
        return true
    }

    private static func closing(_ text: borrowing Span<UInt8>, _ index: Int) -> Int { index < text.count && text[index] == UInt8(ascii: ";") ? 1 : 0 }

    private static func hex(_ text: borrowing Span<UInt8>, _ index: Int, _ maximum: Int) -> (value: UInt32, count: Int)? {
        var value: UInt32 = 0
        var count = 0
        while count < maximum, index + count < text.count, let digit = Alphabet.hexValue(text[index + count]) {
            value = value << 4 | UInt32(digit)
            count += 1
        }
        return count > 0 ? (value, count) : nil
    }
}
