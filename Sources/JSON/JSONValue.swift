/// A type that reads itself from JSON, checks itself, writes itself and describes itself.
///
/// There are two roads in. `read` is the fast one: straight from bytes, it takes only what needs no conversion and fails at the first
/// thing that does. `validate` is the thorough one, taken after a failure: from a parsed value, it converts what pydantic v2 converts
/// (`"5"` to 5) and records every problem. What `read` accepts, `validate` accepts too, with the same result.
public protocol JSONValue: Sendable {
    /// What rules look at: the type itself, or what an optional wraps.
    associatedtype RuleSubject: Sendable = Self

    /// Reads the value as it stands in the bytes.
    static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Self

    /// Converts a parsed value, or records why it cannot and returns nil.
    static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Self?

    /// Writes the value as JSON.
    func write(to writer: inout JSONWriter)

    /// Writes the value that lies at this address, so that containers need not copy what they hold.
    static func write(at address: UnsafePointer<Self>, to writer: inout JSONWriter)

    /// The JSON Schema of this type; named types register themselves as components.
    static func schema(in registry: inout SchemaRegistry) -> JSONSchema

    /// The value for rules to look at, nil when there is nothing to check.
    var ruleSubject: RuleSubject? { get }

    /// What an absent member means, nil when the member must be there.
    static var valueWhenAbsent: Self? { get }

    /// Whether this value is written as `null`.
    var isNull: Bool { get }

    /// Whether a query parameter of this type may be given several times.
    static var takesManyParameters: Bool { get }

    /// Whether a parameter of this type is the text of a JSON number, so that the fast road may read it.
    static var isNumber: Bool { get }

    /// The input without what is declared secret, for echoing.
    static func redacted(_ input: JSONFragment) -> JSONFragment

    /// Whether something in this type is declared secret; a type that contains others asks them, each only once.
    static func holdsSecrets(_ visited: inout Set<ObjectIdentifier>) -> Bool
}

extension JSONValue {
    /// Writes the value that lies at this address.
    @inlinable
    public static func write(at address: UnsafePointer<Self>, to writer: inout JSONWriter) {
        address.pointee.write(to: &writer)
    }

    /// What an absent member means.
    public static var valueWhenAbsent: Self? { nil }
    /// Whether the value is written as `null`.
    public var isNull: Bool { false }
    /// Whether a parameter may be given several times.
    public static var takesManyParameters: Bool { false }
    /// Whether a parameter is the text of a JSON number.
    public static var isNumber: Bool { false }
    /// Covers what is declared secret.
    public static func redacted(_ input: JSONFragment) -> JSONFragment { input }
    /// Whether something in it is declared secret.
    public static func holdsSecrets(_ visited: inout Set<ObjectIdentifier>) -> Bool { false }

    /// The input as a problem may echo it: without secrets, and without looking at more of it than an echo shows.
    static func covered(_ input: JSONFragment) -> JSONFragment {
        var visited: Set<ObjectIdentifier> = []
        return holdsSecrets(&visited) ? redacted(input.pruned()) : input
    }
}

extension JSONValue where RuleSubject == Self {
    /// What rules look at.
    public var ruleSubject: Self? { self }
}
