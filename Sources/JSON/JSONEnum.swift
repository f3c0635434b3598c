/// An enumeration that is one of its raw values in JSON: `enum Kind: String, JSONEnum, CaseIterable { case noun, verb }`; integers serve as well.
public protocol JSONEnum: JSONValue, RawRepresentable, CaseIterable where RawValue: JSONChoice {
    /// The name of the schema component; the type's name unless told otherwise.
    static var schemaName: String { get }
}

/// What an enumeration may be in JSON: a text or an integer.
public protocol JSONChoice: JSONValue {
    /// The value as pydantic lists it: texts in quotes.
    var choiceText: String { get }
    /// The value as a JSON value.
    var choiceFragment: JSONFragment { get }
    /// JSON Schema's word for the kind.
    static var choiceType: String { get }
}

extension String: JSONChoice {
    /// `'noun'`
    public var choiceText: String { "'\(self)'" }
    /// The text.
    public var choiceFragment: JSONFragment { .string(self) }
    /// `string`
    public static var choiceType: String { "string" }
}

extension Int: JSONChoice {
    /// The digits.
    public var choiceText: String { "\(self)" }
    /// The number.
    public var choiceFragment: JSONFragment { .int(self) }
    /// `integer`
    public static var choiceType: String { "integer" }
}

extension JSONEnum {
    /// The type's name.
    public static var schemaName: String { String(describing: Self.self) }
    /// Whether a parameter is the text of a JSON number.
    public static var isNumber: Bool { RawValue.isNumber }

    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Self {
        guard let value = Self(rawValue: try RawValue.read(from: &reader)) else { throw reader.mismatch() }
        return value
    }

    /// Writes the value.
    public func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Self? {
        // Why it is no text or number is not told: what would have been right is.
        var unheard = ProblemCollector(location: [])
        if let raw = RawValue.validate(input, &unheard), let value = Self(rawValue: raw) { return value }
        let expected = Choices.sentence(allCases.map(\.rawValue))
        problems.add("enum", "Input should be \(expected)", input: input, ctx: [.init("expected", .string(expected))])
        return nil
    }

    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        registry.component(named: schemaName, for: Self.self) { _ in
            ["type": .string(RawValue.choiceType), "enum": .array(allCases.map(\.rawValue.choiceFragment)), "title": .string(schemaName)]
        }
    }
}

/// A type that is its raw value in JSON, such as `struct WordID: JSONWrapper, Hashable { var rawValue: Int }`.
public protocol JSONWrapper: JSONValue, RawRepresentable where RawValue: JSONValue, RuleSubject == RawValue.RuleSubject {
    /// Rules look at the raw value.
    associatedtype RuleSubject = RawValue.RuleSubject
}

extension JSONWrapper {
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Self {
        guard let value = Self(rawValue: try RawValue.read(from: &reader)) else { throw reader.mismatch() }
        return value
    }

    /// Writes the value.
    public func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Self? {
        guard let raw = RawValue.validate(input, &problems) else { return nil }
        if let value = Self(rawValue: raw) { return value }
        problems.add("value_error", "Value error, not a valid \(Self.self)", input: covered(input), ctx: [.init("error", .object([]))])
        return nil
    }

    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { RawValue.schema(in: &registry) }
    /// What rules look at.
    public var ruleSubject: RawValue.RuleSubject? { rawValue.ruleSubject }
    /// Whether a parameter is the text of a JSON number.
    public static var isNumber: Bool { RawValue.isNumber }
    /// Covers what is declared secret.
    public static func redacted(_ input: JSONFragment) -> JSONFragment { RawValue.redacted(input) }
    /// Whether something in it is declared secret.
    public static func holdsSecrets(_ visited: inout Set<ObjectIdentifier>) -> Bool { RawValue.holdsSecrets(&visited) }
}
