// Escaping of text in log lines: RFC 8259 section 7, and beyond it whatever could start a new line or drive a terminal.

extension LogBuffer {
    /// Appends UTF-8 as the inside of a JSON string. Escaped: `"`, `\`, C0 and C1 controls, DEL, U+2028, U+2029; ill-formed bytes become U+FFFD.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var runStart = 0
        var index = endOfPlainASCII(text, from: 0)
        if index == text.count { return append(text) }
        while true {
            index = endOfPlainASCII(text, from: index)
            if index == text.count { break }
            let length = wellFormedLength(text, at: index)
            if length > 1, !isControl(text, at: index, length: length) {
                index += length
                continue
            }
            append(UnsafeBufferPointer(rebasing: text[runStart..<index]))
            appendEscape(text, at: index, length: length)
            index += max(length, 1)
            runStart = index
        }
        append(UnsafeBufferPointer(rebasing: text[runStart..<index]))
    }

    private mutating func appendEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) {
        let byte = text[index]
        switch length {
        case 0: appendUnicodeEscape(0xFFFD)
        case 2: appendUnicodeEscape(UInt16(text[index + 1]))
        case 3: appendUnicodeEscape(0x2000 | UInt16(text[index + 2] & 0x3F))
        default:
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            default: appendUnicodeEscape(UInt16(byte))
            }
        }
    }

    private mutating func appendUnicodeEscape(_ unit: UInt16) {
        append("\\u")
        for position in 1...4 {
            let digit = UInt8((unit >> (16 - 4 * position)) & 0xF)
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}

/// Where the first byte stands that is not plain ASCII (below 0x20, above 0x7E, `"` or `\`); looks at eight bytes at a time.
private func endOfPlainASCII(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let bytes = UnsafeRawBufferPointer(text)
    while index + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let special = special(word) & highBits
        if special != 0 { return index + special.trailingZeroBitCount / 8 }
        index += 8
    }
    guard index < bytes.count else { return index }
    // The rest, filled up with what is plain.
    var word = spaces
    withUnsafeMutableBytes(of: &word) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[index...])) }
    let special = special(UInt64(littleEndian: word)) & highBits
    return special == 0 ? bytes.count : index + special.trailingZeroBitCount / 8
}

/// True for text that is a JSON string as it is.
func isPlainASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool { endOfPlainASCII(text, from: 0) == text.count }

private let eachByte: UInt64 = 0x0101_0101_0101_0101
private let highBits: UInt64 = 0x8080_8080_8080_8080
private let spaces: UInt64 = 0x2020_2020_2020_2020

/// The high bit of each special byte, exact for the lowest one ("Bit Twiddling Hacks", determine if a word has a byte less than n).
@inline(__always)
private func special(_ word: UInt64) -> UInt64 {
    word | less(word, than: 0x20) | equal(word, to: 0x22) | equal(word, to: 0x5C) | equal(word, to: 0x7F)
}

@inline(__always)
private func less(_ word: UInt64, than bound: UInt64) -> UInt64 { (word &- eachByte &* bound) & ~word }

@inline(__always)
private func equal(_ word: UInt64, to byte: UInt64) -> UInt64 { less(word ^ (eachByte &* byte), than: 1) }

/// C1 controls (U+0080…U+009F, which terminals obey) and the two Unicode line separators U+2028 and U+2029.
private func isControl(_ text: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> Bool {
    if length == 2 { return text[index] == 0xC2 && text[index + 1] < 0xA0 }
    return length == 3 && text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8
}

/// The length of the well-formed UTF-8 sequence at `index` (Unicode 16, table 3-7), 0 when there is none.
private func wellFormedLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = text[index]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= text.count, second.contains(text[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where text[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
}
