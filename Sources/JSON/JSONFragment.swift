/// Any JSON value, for input that has no declared type and for the few places where a document is built by hand.
public enum JSONFragment: Sendable, Equatable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number without fraction and exponent that fits into 64 bits.
    case int(Int)
    /// Any other number; infinite when the text was beyond the range of a double.
    case double(Double)
    /// The digits of an integer that does not fit into 64 bits.
    case largeInteger(String)
    /// A string.
    case string(String)
    /// Values in order.
    case array([JSONFragment])
    /// Members in order; names are unique when read from text.
    case object([Member])

    /// One name with its value.
    public struct Member: Sendable, Equatable {
        /// The member's name.
        public var name: String
        /// The member's value.
        public var value: JSONFragment

        /// A member of an object.
        public init(_ name: String, _ value: JSONFragment) {
            self.name = name
            self.value = value
        }
    }

    /// The value of the member with this name, nil when absent or when this is no object.
    public subscript(name: String) -> JSONFragment? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The element at this place, nil when there is none or when this is no array.
    public subscript(index: Int) -> JSONFragment? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The text of a string, nil for other kinds.
    public var stringValue: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The value of an integer, nil for other kinds.
    public var intValue: Int? {
        if case .int(let value) = self { value } else { nil }
    }

    /// The value of any number, nil for other kinds.
    public var doubleValue: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        case .largeInteger(let digits): Double(digits)
        default: nil
        }
    }

    /// The value of a boolean, nil for other kinds.
    public var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The elements of an array, nil for other kinds.
    public var arrayValue: [JSONFragment]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members of an object, nil for other kinds.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }
}

extension JSONFragment: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// From a literal.
    public init(stringLiteral value: String) { self = .string(value) }
    /// From a literal.
    public init(integerLiteral value: Int) { self = .int(value) }
    /// From a literal.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// From a literal.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// From a literal.
    public init(arrayLiteral elements: JSONFragment...) { self = .array(elements) }
    /// From a literal.
    public init(dictionaryLiteral elements: (String, JSONFragment)...) { self = .object(elements.map { Member($0.0, $0.1) }) }
    /// From a literal.
    public init(nilLiteral: ()) { self = .null }
}
