/// Collects the named schemas of a document while types describe themselves.
///
/// A type may differ by purpose: a member with a default may be left out of an input, but every output has it. Like FastAPI's, such a type gets two
/// schemas, `Word-Input` and `Word-Output`; one that does not differ keeps one under its own name.
public struct SchemaRegistry: Sendable {
    /// What a schema is for.
    public enum Purpose: Sendable, Hashable {
        /// To say what is taken.
        case input
        /// To say what is sent.
        case output
    }

    /// A named schema as it was met; the reference to it is changed once it is known whether it has a twin.
    struct Component: Sendable {
        let base: String
        let purpose: Purpose
        var schema = JSONSchema()

        /// The name while the document is made.
        var name: String { purpose == .input ? base : base + "-Output" }
    }

    /// A type, as the case of a union with its tags or on its own.
    private struct Subject: Hashable {
        let type: ObjectIdentifier
        let tags: [ObjectTag]
    }

    private struct Key: Hashable {
        let subject: Subject
        let purpose: Purpose
    }

    /// What the schemas are for that are made now.
    public private(set) var purpose = Purpose.input

    private(set) var components: [Component] = []
    private var places: [Key: Int] = [:]
    private var bases: [Subject: String] = [:]

    /// An empty registry.
    public init() {}

    /// Makes schemas for a purpose for the time of the closure.
    public mutating func describing<Result>(_ purpose: Purpose, _ body: (inout SchemaRegistry) -> Result) -> Result {
        let before = self.purpose
        self.purpose = purpose
        defer { self.purpose = before }
        return body(&self)
    }

    /// A reference to the schema of this type, which is built when the type is met for the first time.
    ///
    /// The name is taken before the closure runs, so that a type may contain itself. Two types of the same name get numbers.
    public mutating func component(named name: String, for type: any Any.Type, _ build: (inout SchemaRegistry) -> JSONSchema) -> JSONSchema {
        component(named: name, for: type, tags: [], build)
    }

    mutating func component(
        named name: String, for type: any Any.Type, tags: [ObjectTag], _ build: (inout SchemaRegistry) -> JSONSchema
    ) -> JSONSchema {
        let key = Key(subject: Subject(type: ObjectIdentifier(type), tags: tags), purpose: purpose)
        if let place = places[key] { return .reference(components[place].name) }
        let base = bases[key.subject] ?? freeName(name), place = components.count
        bases[key.subject] = base
        places[key] = place
        components.append(Component(base: base, purpose: purpose))
        let schema = build(&self)
        components[place].schema = schema
        return .reference(components[place].name)
    }

    private func freeName(_ name: String) -> String {
        var candidate = name, number = 1
        while bases.values.contains(candidate) {
            number += 1
            candidate = "\(name)_\(number)"
        }
        return candidate
    }
}
