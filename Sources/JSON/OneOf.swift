/// A type that is one of several objects in JSON, told apart by the text of one member: an enumeration whose cases hold them.
///
/// ```swift
/// enum Exercise: JSONUnion {
///     case text(TextExercise), image(ImageExercise)
///     static let json = OneOf(
///         "Exercise", tag: "kind",
///         Case("text", Exercise.text) { if case .text(let exercise) = $0 { exercise } else { nil } },
///         Case("image", Exercise.image) { if case .image(let exercise) = $0 { exercise } else { nil } })
/// }
/// ```
/// The union writes the tag before the members of the object, which does not declare it: `{"kind":"text","title":"…"}`.
public protocol JSONUnion: JSONValue where RuleSubject == Self {
    /// The declaration.
    static var json: OneOf<Self> { get }
}

extension JSONUnion {
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Self { try json.read(from: &reader) }
    /// Writes the value; one that no case unwraps is our own mistake and traps.
    public func write(to writer: inout JSONWriter) { Self.json.write(self, to: &writer) }
    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Self? { json.validate(input, &problems) }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { json.schema(for: Self.self, in: &registry) }
    /// Covers what is declared secret.
    public static func redacted(_ input: JSONFragment) -> JSONFragment { json.redacted(input) }

    /// Whether something in it is declared secret; false for a type that is being asked already.
    public static func holdsSecrets(_ visited: inout Set<ObjectIdentifier>) -> Bool {
        visited.insert(ObjectIdentifier(Self.self)).inserted && json.holdsSecrets(&visited)
    }
}

/// The one declaration of a union: the member that tells the cases apart, and the cases (pydantic's discriminated union, OpenAPI's `discriminator`).
public final class OneOf<Union: Sendable>: Sendable {
    /// The name of the schema component.
    public let name: String
    /// The name of the member that tells the cases apart.
    public let tag: String

    let description: String?
    let outerTags: [ObjectTag]
    private let cases: [Case<Union>]
    private let choices: [BoundCase<Union>]

    /// Declares a union; an object that is taken for several cases, or a case declared twice, is our own mistake and traps.
    public convenience init(_ name: String, tag: String, description: String? = nil, _ cases: Case<Union>...) {
        self.init(name, tag, description, cases, outerTags: [])
    }

    /// The same union as a case of another.
    convenience init(_ other: OneOf, outerTags: [ObjectTag]) {
        self.init(other.name, other.tag, other.description, other.cases, outerTags: outerTags)
    }

    private init(_ name: String, _ tag: String, _ description: String?, _ cases: [Case<Union>], outerTags: [ObjectTag]) {
        precondition(!cases.isEmpty && Set(cases.map(\.tag)).count == cases.count, "\(name) needs cases, each once")
        self.name = name
        self.tag = tag
        self.description = description
        self.cases = cases
        self.outerTags = outerTags
        choices = cases.map { $0.bind(outerTags + [ObjectTag(name: tag, value: $0.tag)]) }
    }

    private func choice(_ text: String) -> BoundCase<Union>? { choices.first { $0.tag == text } }

    func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Union {
        guard let text = try reader.lookAhead(for: tag), let choice = choice(text) else { throw reader.mismatch() }
        return try choice.read(&reader)
    }

    func write(_ value: Union, to writer: inout JSONWriter) {
        for choice in choices where choice.write(value, &writer) { return }
        preconditionFailure("no case of \(name) unwraps \(value)")
    }

    func holdsSecrets(_ visited: inout Set<ObjectIdentifier>) -> Bool { choices.contains { $0.holdsSecrets(&visited) } }
}

// MARK: - The thorough road

extension OneOf {
    func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Union? {
        guard case .object = input else {
            problems.add("model_attributes_type", "Input should be a valid dictionary or object to extract fields from", input: covered(input))
            return nil
        }
        guard let value = input[tag] else {
            problems.add(
                "union_tag_not_found", "Unable to extract tag using discriminator '\(tag)'", input: covered(input),
                ctx: [.init("discriminator", .string("'\(tag)'"))])
            return nil
        }
        guard let choice = value.stringValue.flatMap(choice) else {
            refuse(value, of: input, &problems)
            return nil
        }
        return problems.at(.name(choice.tag)) { choice.validate(input, &$0) }
    }

    private func refuse(_ value: JSONFragment, of input: JSONFragment, _ problems: inout ProblemCollector) {
        let given = problems.isRedacting ? "«redacted»" : value.pythonText
        let expected = choices.map { "'\($0.tag)'" }.joined(separator: ", ")
        problems.add(
            "union_tag_invalid", "Input tag '\(given)' found using '\(tag)' does not match any of the expected tags: \(expected)", input: covered(input),
            ctx: [.init("discriminator", .string("'\(tag)'")), .init("tag", .string(given)), .init("expected_tags", .string(expected))])
    }

    private func covered(_ input: JSONFragment) -> JSONFragment {
        var visited: Set<ObjectIdentifier> = []
        return holdsSecrets(&visited) ? redacted(input.pruned()) : input
    }

    /// What belongs to no case may be a secret under a wrong tag.
    func redacted(_ input: JSONFragment) -> JSONFragment {
        if let choice = input[tag]?.stringValue.flatMap(choice) { return choice.redacted(input) }
        var visited: Set<ObjectIdentifier> = []
        return holdsSecrets(&visited) && input != .null ? ProblemCollector.redaction : input
    }
}

// MARK: - Its schema

extension OneOf {
    func schema(for type: any Any.Type, in registry: inout SchemaRegistry) -> JSONSchema {
        registry.component(named: name, for: type, tags: outerTags) { registry in
            let schemas = choices.map { $0.schema(&registry) }
            let targets = zip(choices, schemas).compactMap { choice, schema in schema["$ref"].map { JSONFragment.Member(choice.tag, $0) } }
            var schema: JSONSchema = ["oneOf": .array(schemas.map(\.fragment))]
            schema["discriminator"] = ["propertyName": .string(tag), "mapping": .object(targets)]
            schema["title"] = .string(name)
            schema["description"] = description.map { .string($0) }
            return schema
        }
    }
}
