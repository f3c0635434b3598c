/// Percent-encoding of text for use inside a URI.
///
/// Source: RFC 3986 §2; digits are written in upper case (§2.1) and read in both.
public enum PercentEncoding {
    /// The bytes that may stand for themselves.
    public struct AllowedBytes: Sendable {
        private var low: UInt64 = 0
        private var high: UInt64 = 0

        /// Letters, digits and `-._~` (RFC 3986 §2.3), and the ASCII characters given.
        public init(unreservedAnd more: String = "") {
            for byte in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8 { insert(byte) }
            for byte in more.utf8 { insert(byte) }
        }

        /// Whether this byte stands for itself; never for one outside ASCII.
        public func contains(_ byte: UInt8) -> Bool {
            byte < 64 ? low >> byte & 1 == 1 : byte < 128 && high >> (byte - 64) & 1 == 1
        }

        private mutating func insert(_ byte: UInt8) {
            if byte < 64 { low |= 1 << byte } else if byte < 128 { high |= 1 << (byte - 64) }
        }

        /// Unreserved characters only: names and values of a query, and what SigV4 calls UriEncode.
        public static let unreserved = AllowedBytes()
        /// Unreserved characters and `/`: a path whose separators stay.
        public static let path = AllowedBytes(unreservedAnd: "/")
    }

    /// The text with every byte outside `allowed` written as `%XX`.
    public static func encode(_ text: String, allowed: AllowedBytes = .unreserved) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if allowed.contains(byte) {
                out.append(byte)
            } else {
                out.append(UInt8(ascii: "%"))
                Hex.append(byte, to: &out, uppercase: true)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The text behind `%XX` sequences, or nil for a broken sequence or bytes that are not UTF-8.
    public static func decode(_ text: String, plusIsSpace: Bool = false) -> String? {
        decode(Array(text.utf8).span, plusIsSpace: plusIsSpace)
    }

    /// The text behind `%XX` sequences, or nil for a broken sequence or bytes that are not UTF-8.
    public static func decode(_ text: Span<UInt8>, plusIsSpace: Bool = false) -> String? {
        guard let bytes = decodedBytes(text, plusIsSpace: plusIsSpace) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The bytes behind `%XX` sequences, or nil when a `%` is not followed by two digits.
    public static func decodedBytes(_ text: Span<UInt8>, plusIsSpace: Bool = false) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < text.count, let high = Hex.value(of: text[index + 1]), let low = Hex.value(of: text[index + 2]) else { return nil }
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        return out
    }
}
