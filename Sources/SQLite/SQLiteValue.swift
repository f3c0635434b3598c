/// A value in a statement's place.
public enum SQLiteValue: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// Text in UTF-8.
    case text(String)
    /// A number of 64 bits.
    case integer(Int)

    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }

    /// A number.
    public init(integerLiteral value: Int) { self = .integer(value) }
}
