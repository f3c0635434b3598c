/// Hexadecimal text, two digits per byte.
///
/// Source: RFC 4648 §8 (base16); lower case is written, as SigV4 and digests want it, and both cases are read.
public enum Hex {
    /// Two digits for each byte, as a string.
    public static func encode(_ bytes: some Sequence<UInt8>, uppercase: Bool = false) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.underestimatedCount * 2)
        for byte in bytes { append(byte, to: &out, uppercase: uppercase) }
        return String(decoding: out, as: UTF8.self)
    }

    /// The bytes behind these digits, or nil for an odd number of them or a foreign character.
    public static func decode(_ text: String) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count / 2)
        var high: UInt8?
        for byte in text.utf8 {
            guard let value = value(of: byte) else { return nil }
            if let first = high {
                out.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return high == nil ? out : nil
    }

    /// The value 0 to 15 of one ASCII digit, or nil.
    public static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    static func append(_ byte: UInt8, to out: inout [UInt8], uppercase: Bool) {
        out.append(digit(byte >> 4, uppercase: uppercase))
        out.append(digit(byte & 15, uppercase: uppercase))
    }

    private static func digit(_ value: UInt8, uppercase: Bool) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : value - 10 + (uppercase ? UInt8(ascii: "A") : UInt8(ascii: "a"))
    }
}
