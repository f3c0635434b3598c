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
        var out: [UInt8] = []
        out.reserveCapacity(count / 4 * 3 + 2)
        var group: UInt32 = 0, bits: UInt32 = 0
        for index in 0..<count {
            guard let value = sixBits(text[index], alphabet) else { return nil }
            group = group << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: group >> bits))
            }
        }
        // Bits that belong to no byte must be zero, or two texts would stand for the same bytes (RFC 4648 §3.5).
        return group & (1 << bits - 1) == 0 ? out : nil
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

    private static func sixBits(_ byte: UInt8, _ alphabet: Alphabet) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+") where alphabet == .standard, UInt8(ascii: "-") where alphabet == .urlSafe: 62
        case UInt8(ascii: "/") where alphabet == .standard, UInt8(ascii: "_") where alphabet == .urlSafe: 63
        default: nil
        }
    }
}
