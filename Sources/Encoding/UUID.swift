/// An identifier of 128 bits. Source: RFC 9562.
public struct UUID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The first 64 bits.
    public let high: UInt64
    /// The last 64 bits.
    public let low: UInt64

    /// From its bits.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Why a text is no UUID.
    public enum ParseError: Error, Sendable, Equatable {
        /// Neither a digit nor a hyphen, and where it stands in bytes.
        case character(Character, at: Int)
        /// No hyphens, and not 32 digits but so many bytes.
        case length(Int)
        /// Not five groups but so many.
        case groupCount(Int)
        /// A group, counted from 0, with another number of digits.
        case groupLength(Int, expected: Int, found: Int)
    }

    private static let groupLengths = [8, 4, 4, 4, 12]

    /// Reads the five groups of RFC 9562 §4 in either case, also with `urn:uuid:` before or braces around them, or 32 digits without hyphens.
    public init(parsing text: String) throws(ParseError) {
        let bytes = Array(text.utf8)
        let (inner, offset) = Self.unwrapped(bytes)
        try Self.checkCharacters(inner, of: bytes, offset)
        let groups = inner.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        if groups.count == 1, offset == 0 {
            guard inner.count == 32 else { throw .length(bytes.count) }
        } else {
            guard groups.count == 5 else { throw .groupCount(groups.count) }
            for (place, length) in Self.groupLengths.enumerated() where groups[place].count != length {
                throw .groupLength(place, expected: length, found: groups[place].count)
            }
        }
        let digits = groups.joined().map { UInt64(Hex.value(of: $0) ?? 0) }
        high = digits[..<16].reduce(0) { $0 << 4 | $1 }
        low = digits[16...].reduce(0) { $0 << 4 | $1 }
    }

    private static func unwrapped(_ bytes: [UInt8]) -> (inner: ArraySlice<UInt8>, offset: Int) {
        let urn = Array("urn:uuid:".utf8)
        if bytes.starts(with: urn) { return (bytes[urn.count...], urn.count) }
        if bytes.count > 1, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") { return (bytes[1..<(bytes.count - 1)], 1) }
        return (bytes[...], 0)
    }

    private static func checkCharacters(_ inner: ArraySlice<UInt8>, of bytes: [UInt8], _ offset: Int) throws(ParseError) {
        guard let place = inner.firstIndex(where: { Hex.value(of: $0) == nil && $0 != UInt8(ascii: "-") }) else { return }
        let scalar = String(decoding: bytes[place...].prefix(4), as: UTF8.self).unicodeScalars.first ?? "?"
        throw .character(Character(scalar), at: place)
    }

    /// 36 characters with small letters.
    public var description: String {
        let bytes = [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - $0 * 8)) } }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { Hex.encode(bytes[$0]) }.joined(separator: "-")
    }

    /// By their bits.
    public static func < (left: UUID, right: UUID) -> Bool { (left.high, left.low) < (right.high, right.low) }
}
