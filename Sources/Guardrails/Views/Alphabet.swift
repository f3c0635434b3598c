/// Questions about bytes of ASCII.
enum Alphabet {
    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41 }
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x57
        case 0x41...0x46: byte - 0x37
        default: nil
        }
    }

    /// Whether decoded bytes are something to read: valid, and letters for the most part.
    static func isReadable(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 3 else { return false }
        var letters = 0
        for byte in bytes {
            if isLetter(byte) || byte == 0x20 || byte >= 0x80 { letters += 1 } else if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return false }
        }
        return letters * 10 >= bytes.count * 6 && String(validating: bytes, as: UTF8.self) != nil
    }
}
