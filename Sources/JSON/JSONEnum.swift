/// An enumeration that is one of its raw strings in JSON: `enum Kind: String, JSONEnum, CaseIterable { case noun, verb }`.
public protocol JSONEnum: JSONValue, RawRepresentable, CaseIterable where RawValue == String {
    /// The name of the schema component; the type's name unless told otherwise.
    static var schemaName: String { get }
}

extension JSONEnum {
    public static var schemaName: String { String(describing: Self.self) }

    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Self {
        guard let value = Self(rawValue: try reader.readString()) else { throw reader.mismatch() }
        return value
    }

    public func write(to writer: inout JSONWriter) { writer.write(rawValue) }

    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Self? {
        if case .string(let text) = input, let value = Self(rawValue: text) { return value }
        let expected = Choices.sentence(allCases.map(\.rawValue))
        problems.add("enum", "Input should be \(expected)", input: input, ctx: [.init("expected", .string(expected))])
        return nil
    }

    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        registry.component(named: schemaName, for: Self.self) { _ in
            ["type": "string", "enum": .array(allCases.map { .string($0.rawValue) }), "title": .string(schemaName)]
        }
    }
}

/// A type that is its raw value in JSON, such as `struct WordID: JSONWrapper, Hashable { var rawValue: Int }`.
public protocol JSONWrapper: JSONValue, RawRepresentable where RawValue: JSONValue, RuleSubject == RawValue.RuleSubject {
    /// Rules look at the raw value.
    associatedtype RuleSubject = RawValue.RuleSubject
}

extension JSONWrapper {
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Self {
        guard let value = Self(rawValue: try RawValue.read(from: &reader)) else { throw reader.mismatch() }
        return value
    }

    public func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }

    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Self? {
        guard let raw = RawValue.validate(input, &problems) else { return nil }
        if let value = Self(rawValue: raw) { return value }
        problems.add("value_error", "Value error, not a valid \(Self.self)", input: input, ctx: [.init("error", .object([]))])
        return nil
    }

    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { RawValue.schema(in: &registry) }
    public var ruleSubject: RawValue.RuleSubject? { rawValue.ruleSubject }
}
