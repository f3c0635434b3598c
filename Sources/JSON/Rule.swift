/// A condition that a value must meet, with its words for people and for JSON Schema.
public struct Rule<Subject>: Sendable {
    /// What a rule says when it is broken.
    public struct Violation: Sendable {
        /// Pydantic's name for it.
        public var type: String
        /// A sentence for people.
        public var message: String
        /// What the sentence speaks of.
        public var ctx: [JSONFragment.Member]

        /// A violation in pydantic's words.
        public init(_ type: String, _ message: String, ctx: [JSONFragment.Member] = []) {
            self.type = type
            self.message = message
            self.ctx = ctx
        }
    }

    /// Whether the value meets the rule.
    public let holds: @Sendable (Subject) -> Bool
    /// What to say when it does not.
    public let violation: @Sendable (Subject) -> Violation
    /// What the rule adds to the schema.
    public let keywords: [JSONFragment.Member]
    /// The same condition as plain numbers, where it can be said so.
    let limits: PlainLimits?
    /// What is said about an input before it is converted; pydantic counts a list before it looks at the elements.
    var preflight: (@Sendable (JSONFragment) -> Violation?)?

    /// A rule of one's own; the closure answers whether the value meets it.
    public init(
        keywords: [JSONFragment.Member] = [], violation: @escaping @Sendable (Subject) -> Violation, holds: @escaping @Sendable (Subject) -> Bool
    ) {
        self.keywords = keywords
        self.violation = violation
        self.holds = holds
        limits = nil
    }

    /// A rule that always breaks in the same words.
    init(_ keywords: [JSONFragment.Member], _ violation: Violation, limits: PlainLimits? = nil, holds: @escaping @Sendable (Subject) -> Bool) {
        self.keywords = keywords
        self.violation = { _ in violation }
        self.holds = holds
        self.limits = limits
    }

    /// A rule of one's own, reported as pydantic's `value_error` ("Value error, …").
    public static func custom(_ message: String, schema: [JSONFragment.Member] = [], _ holds: @escaping @Sendable (Subject) -> Bool) -> Rule {
        Rule(schema, Violation("value_error", "Value error, \(message)", ctx: [.init("error", .object([]))]), holds: holds)
    }

    /// Both rules; the first broken one is reported.
    public func and(_ other: Rule) -> Rule { .between(self, other) }

    static func between(_ lower: Rule, _ upper: Rule) -> Rule {
        Rule(lower, upper)
    }

    private init(_ lower: Rule, _ upper: Rule) {
        keywords = lower.keywords + upper.keywords
        violation = { lower.holds($0) ? upper.violation($0) : lower.violation($0) }
        holds = { lower.holds($0) && upper.holds($0) }
        limits = PlainLimits.all([lower.limits, upper.limits])
        preflight = { lower.preflight?($0) ?? upper.preflight?($0) }
    }
}

/// What most rules say: an integer, or the number of a string's scalars, lies between two bounds. The fast road compares without calling anything.
struct PlainLimits: Sendable, Equatable {
    var least = Int.min
    var most = Int.max

    func both(_ other: PlainLimits) -> PlainLimits {
        PlainLimits(least: max(least, other.least), most: min(most, other.most))
    }

    /// One pair of bounds for all rules, when each can be said as bounds.
    static func all(_ limits: [PlainLimits?]) -> PlainLimits? {
        limits.reduce(PlainLimits()) { sum, next in next.flatMap { sum?.both($0) } }
    }

    func allow(_ value: Int) -> Bool {
        value >= least && value <= most
    }

    /// A scalar takes one to four bytes: most texts need no counting.
    func allow(_ text: String) -> Bool {
        let bytes = text.utf8.count
        if bytes <= most, least <= 1 ? bytes >= least : bytes / 4 >= least { return true }
        if bytes < least { return false }
        return allow(text.utf8.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 })
    }
}
