/// E-mail addresses around their `@`. Source: RFC 5321 (lengths), the characters that providers give out.
enum EmailAddress {
    /// The address around the sign; `floor` is where the last finding ended.
    static func range(_ bytes: [UInt8], around sign: Int, floor: Int) -> Range<Int>? {
        var start = sign
        while start > floor, sign - start < 64, isLocal(bytes[start - 1]) { start -= 1 }
        while start < sign, bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "-") { start += 1 }
        guard start < sign, let end = domain(bytes, from: sign + 1) else { return nil }
        return start..<end
    }

    /// Two labels or more, the last one of letters.
    private static func domain(_ bytes: [UInt8], from start: Int) -> Int? {
        var place = start, label = start, end: Int?
        while place <= bytes.count, place - start <= 253 {
            let byte = place < bytes.count ? bytes[place] : 0
            if byte.isAlphanumeric || byte == UInt8(ascii: "-") {
                place += 1
                continue
            }
            guard place > label else { break }
            if label > start, place - label >= 2, bytes[label..<place].allSatisfy(\.isLetter) { end = place }
            guard byte == UInt8(ascii: ".") else { break }
            place += 1
            label = place
        }
        return end
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric
            || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "'")].contains(byte)
    }
}
