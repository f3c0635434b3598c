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

    /// A rule of one's own; the closure answers whether the value meets it.
    public init(
        keywords: [JSONFragment.Member] = [], violation: @escaping @Sendable (Subject) -> Violation, holds: @escaping @Sendable (Subject) -> Bool
    ) {
        self.keywords = keywords
        self.violation = violation
        self.holds = holds
    }

    /// A rule that always breaks in the same words.
    init(_ keywords: [JSONFragment.Member], _ violation: Violation, holds: @escaping @Sendable (Subject) -> Bool) {
        self.init(keywords: keywords, violation: { _ in violation }, holds: holds)
    }

    /// A rule of one's own, reported as pydantic's `value_error` ("Value error, …").
    public static func custom(_ message: String, schema: [JSONFragment.Member] = [], _ holds: @escaping @Sendable (Subject) -> Bool) -> Rule {
        Rule(schema, Violation("value_error", "Value error, \(message)", ctx: [.init("error", .object([]))]), holds: holds)
    }

    /// Both rules; the first one broken speaks.
    public func and(_ other: Rule) -> Rule {
        Rule(keywords: keywords + other.keywords, violation: { self.holds($0) ? other.violation($0) : self.violation($0) }) {
            holds($0) && other.holds($0)
        }
    }
}
