public import Encoding

extension UUID: JSONValue {
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> UUID {
        guard let value = try? UUID(parsing: try reader.readString()) else { throw reader.mismatch() }
        return value
    }

    /// Writes its 36 characters.
    public func write(to writer: inout JSONWriter) { writer.write(description) }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "string", "format": "uuid"] }

    /// Takes the forms that pydantic takes, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> UUID? {
        guard case .string(let text) = input else {
            problems.add("uuid_type", "UUID input should be a string, bytes or UUID object", input: input)
            return nil
        }
        do throws(ParseError) {
            return try UUID(parsing: text)
        } catch {
            let reason = error.reason
            problems.add("uuid_parsing", "Input should be a valid UUID, \(reason)", input: input, ctx: [.init("error", .string(reason))])
            return nil
        }
    }
}

extension UUID.ParseError {
    fileprivate var reason: String {
        switch self {
        case .character(let character, let place): "invalid character: found `\(character)` at \(place)"
        case .length(let count): "invalid length: found \(count)"
        case .groupCount(let count): "invalid group count: expected 5, found \(count)"
        case .groupLength(let group, let expected, let found): "invalid group length in group \(group): expected \(expected), found \(found)"
        }
    }
}
