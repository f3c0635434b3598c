/// Base64 in both alphabets; decoding is strict: no white space, no foreign characters, no bits left over.
///
/// Source: RFC 4648 §4 (standard) and §5 (URL and file name safe).
public enum Base64 {
    /// Which 62nd and 63rd characters are used.
    public enum Alphabet: Sendable {
        /// `+` and `/`.
        case standard
        /// `-` and `_`.
        case urlSafe
    }

    /// What a decoder demands of the trailing `=` characters.
    public enum Padding: Sendable {
        /// The length must be a multiple of four, filled with `=`.
        case required
        /// No `=` may appear, as in JSON Web Tokens (RFC 7515 §2).
        case forbidden
        /// Both spellings are accepted, a wrong number of `=` is not.
        case optional
    }

    /// The characters for these bytes, as a string.
    public static func encode(_ bytes: [UInt8], alphabet: Alphabet = .standard, padded: Bool = true) -> String {
        String(decoding: encodedBytes(bytes.span, alphabet: alphabet, padded: padded), as: UTF8.self)
    }

    /// The characters for these bytes, as ASCII bytes.
    public static func encodedBytes(_ bytes: Span<UInt8>, alphabet: Alphabet = .standard, padded: Bool = true) -> [UInt8] {
        let letters = alphabet == .standard ? standardLetters : urlSafeLetters
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let left = bytes.count - index
            let group = UInt32(bytes[index]) << 16 | (left > 1 ? UInt32(bytes[index + 1]) << 8 : 0) | (left > 2 ? UInt32(bytes[index + 2]) : 0)
            for position in 0..<min(left + 1, 4) { out.append(letters[Int(group >> UInt32(18 - 6 * position) & 63)]) }
            index += 3
        }
        if padded { while out.count % 4 != 0 { out.append(UInt8(ascii: "=")) } }
        return out
    }

    /// The bytes behind base64url without padding, the form of tokens, or nil.
    public static func decodeURLSafe(_ text: String) -> [UInt8]? {
        decode(text, alphabet: .urlSafe, padding: .forbidden)
    }

    /// The bytes behind these characters, or nil when a single character is out of place.
    public static func decode(_ text: String, alphabet: Alphabet = .standard, padding: Padding = .required) -> [UInt8]? {
        decode(Array(text.utf8).span, alphabet: alphabet, padding: padding)
    }

    /// The bytes behind these ASCII characters, or nil when a single one is out of place.
    public static func decode(_ text: Span<UInt8>, alphabet: Alphabet = .standard, padding: Padding = .required) -> [UInt8]? {
        guard let count = lettersBeforePadding(text, padding), count % 4 != 1 else { return nil }
        let values = alphabet == .standard ? standardValues : urlSafeValues
        var isSound = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count / 4 * 3 + 3) { out, written in
            text.withUnsafeBufferPointer { text in
                values.withUnsafeBufferPointer { isSound = decode(text, count, $0, into: out.baseAddress!, &written) }
            }
        }
        return isSound ? bytes : nil
    }

    /// Four letters at a time: three bytes, unless a letter is none, which sets the eighth bit of the group's values.
    private static func decode(
        _ text: UnsafeBufferPointer<UInt8>, _ count: Int, _ values: UnsafeBufferPointer<UInt8>, into out: UnsafeMutablePointer<UInt8>, _ written: inout Int
    ) -> Bool {
        let value = { (index: Int) in values[Int(text[index])] }
        var strange: UInt8 = 0, index = 0
        while index + 4 <= count {
            let (first, second, third, fourth) = (value(index), value(index + 1), value(index + 2), value(index + 3))
            strange |= first | second | third | fourth
            out[written] = first << 2 | second >> 4
            out[written + 1] = second << 4 | third >> 2
            out[written + 2] = third << 6 | fourth
            written += 3
            index += 4
        }
        guard strange & notALetter == 0 else { return false }
        if index == count { return true }
        // Bits that belong to no byte must be zero, or two texts would stand for the same bytes (RFC 4648 §3.5).
        let first = value(index), second = value(index + 1), third = index + 2 < count ? value(index + 2) : nil
        out[written] = first << 2 | second >> 4
        written += 1
        guard let third else { return (first | second) & notALetter == 0 && second & 0b1111 == 0 }
        out[written] = second << 4 | third >> 2
        written += 1
        return (first | second | third) & notALetter == 0 && third & 0b11 == 0
    }

    private static let notALetter: UInt8 = 0x80
    private static let standardValues = values(of: standardLetters)
    private static let urlSafeValues = values(of: urlSafeLetters)

    /// The six bits of every letter, by the letter.
    private static func values(of letters: [UInt8]) -> [UInt8] {
        var values = [UInt8](repeating: notALetter, count: 256)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }

    private static let standardLetters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let urlSafeLetters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func lettersBeforePadding(_ text: Span<UInt8>, _ padding: Padding) -> Int? {
        var count = text.count
        while count > 0, text.count - count < 2, text[count - 1] == UInt8(ascii: "=") { count -= 1 }
        let isPadded = count < text.count
        switch padding {
        case .required: return text.count % 4 == 0 ? count : nil
        case .forbidden: return isPadded ? nil : count
        case .optional: return !isPadded || text.count % 4 == 0 ? count : nil
        }
    }
}
