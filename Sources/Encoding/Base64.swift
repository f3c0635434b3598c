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
        let table = alphabet == .standard ? standardTable : urlSafeTable
        var isSound = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count / 4 * 3 + 4) { out, written in
            text.withUnsafeBufferPointer { text in
                table.withUnsafeBufferPointer { isSound = decode(text, count, $0.baseAddress!, into: out, &written) }
            }
        }
        return isSound ? bytes : nil
    }

    /// Four letters at a time: the bits of each, shifted to their place in three bytes, are looked up. A letter that is none sets a bit beyond them.
    private static func decode(
        _ text: UnsafeBufferPointer<UInt8>, _ count: Int, _ table: UnsafePointer<UInt32>, into out: UnsafeMutableBufferPointer<UInt8>, _ written: inout Int
    ) -> Bool {
        let bits = { (index: Int, place: Int) in table[place << 8 | Int(text[index])] }
        let raw = UnsafeMutableRawBufferPointer(out)
        var strange: UInt32 = 0, index = 0
        while index + 4 <= count {
            let group = bits(index, 0) | bits(index + 1, 1) | bits(index + 2, 2) | bits(index + 3, 3)
            strange |= group
            // The fourth byte is overwritten by the next group.
            raw.storeBytes(of: (group << 8).bigEndian, toByteOffset: written, as: UInt32.self)
            written += 3
            index += 4
        }
        guard index < count else { return strange & notALetter == 0 }
        // Bits that belong to no byte must be zero, or two texts would stand for the same bytes (RFC 4648 §3.5).
        let group = bits(index, 0) | bits(index + 1, 1) | (index + 2 < count ? bits(index + 2, 2) : 0)
        raw.storeBytes(of: (group << 8).bigEndian, toByteOffset: written, as: UInt32.self)
        let last = count - index - 1
        written += last
        return (strange | group) & notALetter == 0 && group & (1 << UInt32(24 - 8 * last) - 1) == 0
    }

    private static let standardLetters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let urlSafeLetters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let notALetter: UInt32 = 1 << 31
    private static let standardTable = table(of: standardLetters)
    private static let urlSafeTable = table(of: urlSafeLetters)

    /// For each of the four places in a group: the six bits of every letter, where they belong among 24.
    private static func table(of letters: [UInt8]) -> [UInt32] {
        var table = [UInt32](repeating: notALetter, count: 4 * 256)
        for place in 0..<4 {
            for (value, letter) in letters.enumerated() { table[place << 8 | Int(letter)] = UInt32(value) << UInt32(18 - 6 * place) }
        }
        return table
    }

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
