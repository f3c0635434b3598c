extension Bool: JSONValue {
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Bool { try reader.readBool() }
    /// Writes the value.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "boolean"] }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Bool? {
        switch input {
        case .bool(let value): return value
        case .int(0), .double(0): return false
        case .int(1), .double(1): return true
        case .string(let text):
            if let value = word(text) { return value }
            problems.add("bool_parsing", "Input should be a valid boolean, unable to interpret input", input: input)
        case .int: problems.add("bool_parsing", "Input should be a valid boolean, unable to interpret input", input: input)
        case .double(let value) where value == value.rounded() && abs(value) < 9e18:
            problems.add("bool_parsing", "Input should be a valid boolean, unable to interpret input", input: input)
        default: problems.add("bool_type", "Input should be a valid boolean", input: input)
        }
        return nil
    }

    private static func word(_ text: String) -> Bool? {
        guard text.utf8.count <= 5 else { return nil }
        return switch text.lowercased() {
        case "true", "t", "yes", "y", "on", "1": true
        case "false", "f", "no", "n", "off", "0": false
        default: nil
        }
    }
}

extension String: JSONValue {
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> String { try reader.readString() }
    /// Writes the value.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "string"] }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> String? {
        if case .string(let text) = input { return text }
        problems.add("string_type", "Input should be a valid string", input: input)
        return nil
    }
}

extension JSONFragment: JSONValue {
    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> JSONFragment? { input }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { [:] }
    /// Whether the value is written as `null`.
    public var isNull: Bool { self == .null }

    /// Writes the value.
    public func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.writeNull()
        case .bool(let value): writer.write(value)
        case .int(let value): writer.write(value)
        case .double(let value): writer.write(value)
        case .largeInteger(var digits): digits.withUTF8 { writer.write($0) }
        case .string(let text): writer.write(text)
        case .array(let elements): elements.write(to: &writer)
        case .object(let members):
            writer.byte(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { writer.byte(UInt8(ascii: ",")) }
                writer.write(member.name)
                writer.byte(UInt8(ascii: ":"))
                member.value.write(to: &writer)
            }
            writer.byte(UInt8(ascii: "}"))
        }
    }
}

/// JSON text that is passed on unread, such as a `jsonb` column; whoever makes one from bytes answers for them.
public struct RawJSON: JSONValue, Equatable {
    /// The text.
    public var bytes: [UInt8]

    /// Text that is known to be JSON.
    public init(trusted bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> RawJSON {
        _ = try reader.nextKind()
        let first = reader.position
        try reader.skipValue()
        return RawJSON(trusted: Array(UnsafeBufferPointer(start: first, count: reader.position - first)))
    }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> RawJSON? { RawJSON(trusted: JSON.encode(input)) }
    /// Writes the value.
    public func write(to writer: inout JSONWriter) { bytes.withUnsafeBufferPointer { writer.write($0) } }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { [:] }
}
