extension Int: JSONValue {
    /// Whether a parameter is the text of a JSON number.
    public static var isNumber: Bool { true }
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Int { try reader.readInt() }
    /// Writes the value.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "integer", "format": "int64"] }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Int? {
        switch input {
        case .int(let value): return value
        case .bool(let value): return value ? 1 : 0
        case .largeInteger: return tooLarge(input, &problems)
        case .double(let value): return validate(value, input, &problems)
        case .string(let text):
            switch LaxNumber.int(text) {
            case .value(let value): return value
            case .tooLarge: return tooLarge(input, &problems)
            case .notANumber:
                problems.add("int_parsing", "Input should be a valid integer, unable to parse string as an integer", input: input)
            }
        case .null, .array, .object: problems.add("int_type", "Input should be a valid integer", input: input)
        }
        return nil
    }

    private static func validate(_ value: Double, _ input: JSONFragment, _ problems: inout ProblemCollector) -> Int? {
        if !value.isFinite {
            problems.add("finite_number", "Input should be a finite number", input: input)
        } else if value != value.rounded(.towardZero) {
            problems.add("int_from_float", "Input should be a valid integer, got a number with a fractional part", input: input)
        } else {
            return Int(exactly: value) ?? tooLarge(input, &problems)
        }
        return nil
    }

    static func tooLarge(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Int? {
        problems.add("int_parsing_size", "Unable to parse input string as an integer, exceeded maximum size", input: input)
        return nil
    }
}

extension Int64: JSONValue {
    /// Whether a parameter is the text of a JSON number.
    public static var isNumber: Bool { true }
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Int64 { Int64(try reader.readInt()) }
    /// Writes the value.
    public func write(to writer: inout JSONWriter) { writer.write(Int(self)) }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "integer", "format": "int64"] }
    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Int64? {
        Int.validate(input, &problems).map(Int64.init)
    }
}

extension Int32: JSONValue {
    /// Whether a parameter is the text of a JSON number.
    public static var isNumber: Bool { true }
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Int32 {
        guard let value = Int32(exactly: try reader.readInt()) else { throw reader.mismatch() }
        return value
    }
    /// Writes the value.
    public func write(to writer: inout JSONWriter) { writer.write(Int(self)) }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "integer", "format": "int32"] }
    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Int32? {
        guard let value = Int.validate(input, &problems) else { return nil }
        if let small = Int32(exactly: value) { return small }
        _ = Int.tooLarge(input, &problems)
        return nil
    }
}

extension Double: JSONValue {
    /// Whether a parameter is the text of a JSON number.
    public static var isNumber: Bool { true }
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Double { try reader.readDouble() }
    /// Writes the value.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "number"] }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Double? {
        switch input {
        case .int(let value): return Double(value)
        case .double(let value): return finite(value, input, &problems)
        case .bool(let value): return value ? 1 : 0
        case .largeInteger(let digits): return finite(Double(digits) ?? .infinity, input, &problems)
        case .string(let text):
            if let value = LaxNumber.double(text) { return finite(value, input, &problems) }
            problems.add("float_parsing", "Input should be a valid number, unable to parse string as a number", input: input)
        case .null, .array, .object: problems.add("float_type", "Input should be a valid number", input: input)
        }
        return nil
    }

    private static func finite(_ value: Double, _ input: JSONFragment, _ problems: inout ProblemCollector) -> Double? {
        if value.isFinite { return value }
        problems.add("finite_number", "Input should be a finite number", input: input)
        return nil
    }
}
