import Encoding
public import Platform

/// A moment in the two spellings of SigV4: `20130524T000000Z`, and `20130524` for its day.
public struct SigningDate: Sendable, Hashable {
    /// The moment, to the second.
    public let text: String

    /// The day in UTC, eight digits.
    public var day: String { String(text.prefix(8)) }

    /// The second in which `moment` lies.
    public init(_ moment: UnixTime) {
        let iso = Timestamp(secondsSinceEpoch: moment.seconds).iso8601()
        text = iso.filter { $0 != "-" && $0 != ":" }
    }

    /// Reads `20130524T000000Z`, or nil for anything else.
    public init?(_ text: String) {
        guard Self.moment(text) != nil else { return nil }
        self.text = text
    }

    /// The moment that this spells.
    public var moment: UnixTime { Self.moment(text)! }

    private static func moment(_ text: String) -> UnixTime? {
        let digits = Array(text.utf8)
        guard digits.count == 16, digits[8] == UInt8(ascii: "T"), digits[15] == UInt8(ascii: "Z") else { return nil }
        let part = { (range: Range<Int>) in String(decoding: digits[range], as: UTF8.self) }
        let iso = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))Z"
        return Timestamp(iso8601: iso).map { UnixTime(seconds: $0.secondsSinceEpoch) }
    }
}
