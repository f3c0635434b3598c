/// One case of a union: the text of the tag, and how the object gets into the enumeration and out of it.
public struct Case<Union: Sendable>: Sendable {
    let tag: String
    let bind: @Sendable ([ObjectTag]) -> BoundCase<Union>

    /// A case that holds an object; `unwrap` answers nil for the other cases.
    public init<Payload: JSONObject>(
        _ tag: String, _ wrap: @escaping @Sendable (Payload) -> Union, _ unwrap: @escaping @Sendable (Union) -> Payload?
    ) {
        self.tag = tag
        bind = { tags in
            let object = Object(Payload.json, tags: tags)
            return BoundCase(
                tag: tag, read: { (reader) throws(JSONReader.Failure) in wrap(try object.read(from: &reader)) },
                validate: { object.validate($0, &$1).map(wrap) },
                write: { union, writer in unwrap(union).map { value in withUnsafePointer(to: value) { object.write(UnsafeRawPointer($0), to: &writer) } } != nil
                },
                schema: { registry in registry.component(named: object.name, for: Payload.self, tags: tags) { object.schema(in: &$0) } },
                redacted: { object.table.redacted($0) }, holdsSecrets: { Payload.holdsSecrets(&$0) })
        }
    }

    /// A case that is a union itself, told apart by a member of another name.
    public init<Payload: JSONUnion>(
        _ tag: String, _ wrap: @escaping @Sendable (Payload) -> Union, _ unwrap: @escaping @Sendable (Union) -> Payload?
    ) {
        self.tag = tag
        bind = { tags in
            let inner = OneOf(Payload.json, outerTags: tags)
            return BoundCase(
                tag: tag, read: { (reader) throws(JSONReader.Failure) in wrap(try inner.read(from: &reader)) },
                validate: { inner.validate($0, &$1).map(wrap) },
                write: { union, writer in unwrap(union).map { inner.write($0, to: &writer) } != nil },
                schema: { inner.schema(for: Payload.self, in: &$0) },
                redacted: { inner.redacted($0) }, holdsSecrets: { Payload.holdsSecrets(&$0) })
        }
    }
}

/// A case that knows every tag its objects carry, those of outer unions first.
struct BoundCase<Union: Sendable>: Sendable {
    let tag: String
    let read: @Sendable (inout JSONReader) throws(JSONReader.Failure) -> Union
    let validate: @Sendable (JSONFragment, inout ProblemCollector) -> Union?
    /// False when the value is another case.
    let write: @Sendable (Union, inout JSONWriter) -> Bool
    let schema: @Sendable (inout SchemaRegistry) -> JSONSchema
    let redacted: @Sendable (JSONFragment) -> JSONFragment
    let holdsSecrets: @Sendable (inout Set<ObjectIdentifier>) -> Bool
}

extension JSONReader {
    /// The text of the member of this name in the object that comes next; the reader stays where it is.
    ///
    /// Nil also when an array or an object stands before it: unions in unions would be passed over again at each level, so the thorough road
    /// takes those, which looks members up by name.
    mutating func lookAhead(for name: String) throws(Failure) -> String? {
        let place = position, levels = levelsLeft
        defer {
            position = place
            levelsLeft = levels
        }
        try beginObject()
        var isFirst = true
        while try nextMember(isFirst: isFirst) {
            isFirst = false
            let isWanted = try readString() == name
            try readColon()
            if isWanted { return try readString() }
            switch try nextKind() {
            case .array, .object: return nil
            default: try skipValue()
            }
        }
        return nil
    }
}

extension JSONFragment {
    /// The value as Python's `str` shows it, bounded: what pydantic says it found.
    var pythonText: String {
        let short = bounded(bytes: 64).copy
        return short.stringValue ?? short.pythonRepresentation
    }

    private var pythonRepresentation: String {
        switch self {
        case .null: "None"
        case .bool(let value): value ? "True" : "False"
        case .int(let value): "\(value)"
        case .double(let value): "\(value)"
        case .largeInteger(let digits): digits
        case .string(let text): "'\(text)'"
        case .array(let elements): "[\(elements.map(\.pythonRepresentation).joined(separator: ", "))]"
        case .object(let members): "{\(members.map { "'\($0.name)': \($0.value.pythonRepresentation)" }.joined(separator: ", "))}"
        }
    }
}
