/// Checks UTF-8 that comes in pieces, and finds the first wrong byte in the piece that holds it (RFC 3629 §4).
struct UTF8Progress: Equatable {
    /// How many bytes the character at the end of the last piece still needs.
    private var missing = 0
    /// What the next of them may be: fewer than 80…BF after some first bytes.
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    /// True between two characters.
    var isComplete: Bool { missing == 0 }

    /// Goes on with a piece; false when a byte belongs to no character.
    mutating func check(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < bytes.count {
            if missing == 0, index + 8 <= bytes.count, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
                index += 8
                continue
            }
            guard take(bytes[index]) else { return false }
            index += 1
        }
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard missing > 0 else { return begin(byte) }
        guard allowed.contains(byte) else { return false }
        missing -= 1
        allowed = 0x80...0xBF
        return true
    }

    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x80: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
        case 0xED: (missing, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
        case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
        case 0xF1...0xF3: missing = 3
        default: return false
        }
        return true
    }
}
