/// A type whose JSON is declared once, as an `Object` in `static let json`.
///
/// A generic type cannot have static stored properties; it writes
/// `static var json: Object<Self> { .cached { Object("Page_\(Item.json.name)_", …) } }`.
public protocol JSONObject: JSONValue where RuleSubject == Self {
    /// The declaration.
    static var json: Object<Self> { get }
}

extension JSONObject {
    /// Takes the value as it stands, without conversions.
    @inlinable
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Self {
        try json.read(from: &reader)
    }

    /// Writes the value.
    @inlinable
    public func write(to writer: inout JSONWriter) {
        withUnsafePointer(to: self) { Self.json.write(UnsafeRawPointer($0), to: &writer) }
    }

    /// Writes the value that lies at this address.
    @inlinable
    public static func write(at address: UnsafePointer<Self>, to writer: inout JSONWriter) {
        json.write(UnsafeRawPointer(address), to: &writer)
    }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Self? {
        json.validate(input, &problems)
    }

    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        let object = json
        return registry.component(named: object.name, for: Self.self) { object.schema(in: &$0) }
    }

    /// Covers what is declared secret.
    public static func redacted(_ input: JSONFragment) -> JSONFragment { json.table.redacted(input) }

    /// Whether something in it is declared secret; false for a type that is being asked already.
    public static func holdsSecrets(_ visited: inout Set<ObjectIdentifier>) -> Bool {
        visited.insert(ObjectIdentifier(Self.self)).inserted && json.table.reachesSecrets(&visited)
    }
}

extension Object {
    @usableFromInline
    func write(_ root: UnsafeRawPointer, to writer: inout JSONWriter) {
        table.write(root, to: &writer)
    }

    @inlinable
    func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Root {
        let root = try withUnsafeTemporaryAllocation(byteCount: table.slotBytes, alignment: 16) { (slots) throws(JSONReader.Failure) -> Root in
            try table.read(&reader, into: slots.baseAddress!)
            return make(slots.baseAddress!)
        }
        for rule in rules where !rule.holds(root) { throw reader.mismatch() }
        return root
    }

    func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Root? {
        let root = withSlots { table.validate(input, into: $0, &problems) }
        return root.flatMap { checked($0, { table.covered(input) }, &problems) }
    }

    func validate(parameters: (String) -> [String], allNames: () -> [String], _ problems: inout ProblemCollector) -> Root? {
        let root = withSlots { table.validate(parameters: parameters, allNames: allNames, into: $0, &problems) }
        return root.flatMap { checked($0, { .null }, &problems) }
    }

    private func withSlots(_ fill: (UnsafeMutableRawPointer) -> Bool) -> Root? {
        withUnsafeTemporaryAllocation(byteCount: table.slotBytes, alignment: 16) { slots in
            fill(slots.baseAddress!) ? make(slots.baseAddress!) : nil
        }
    }

    /// Rules of the whole object look at it only when each of its fields is good, like pydantic's `model_validator(mode="after")`.
    private func checked(_ root: Root, _ input: () -> JSONFragment, _ problems: inout ProblemCollector) -> Root? {
        guard let rule = rules.first(where: { !$0.holds(root) }) else { return root }
        let violation = rule.violation(root)
        problems.add(violation.type, violation.message, input: input(), ctx: violation.ctx)
        return nil
    }
}
