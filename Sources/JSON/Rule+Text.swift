extension Rule where Subject == String {
    /// So many characters, counted as Unicode scalars like pydantic does.
    public static func length(_ bounds: ClosedRange<Int>) -> Rule {
        between(length(bounds.lowerBound...), length(...bounds.upperBound))
    }

    /// At least so many characters.
    public static func length(_ bounds: PartialRangeFrom<Int>) -> Rule {
        let least = bounds.lowerBound
        let violation = Violation("string_too_short", "String should have at least \(plural(least))", ctx: [.init("min_length", .int(least))])
        let limits = PlainLimits(least: least)
        return Rule([.init("minLength", .int(least))], violation, limits: limits) { limits.allow($0) }
    }

    /// At most so many characters.
    public static func length(_ bounds: PartialRangeThrough<Int>) -> Rule {
        let most = bounds.upperBound
        let violation = Violation("string_too_long", "String should have at most \(plural(most))", ctx: [.init("max_length", .int(most))])
        let limits = PlainLimits(most: most)
        return Rule([.init("maxLength", .int(most))], violation, limits: limits) { limits.allow($0) }
    }

    /// At least one character that is not white space.
    public static var notBlank: Rule {
        let violation = Violation("string_too_short", "String should have at least 1 character", ctx: [.init("min_length", 1)])
        return Rule([.init("minLength", 1), .init("pattern", "\\S")], violation) { !$0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    }

    /// A text of this form; the pattern is for the schema and the message, the closure decides.
    public static func pattern(_ pattern: String, _ holds: @escaping @Sendable (String) -> Bool) -> Rule {
        let violation = Violation("string_pattern_mismatch", "String should match pattern '\(pattern)'", ctx: [.init("pattern", .string(pattern))])
        return Rule([.init("pattern", .string(pattern))], violation, holds: holds)
    }

    /// A text in one of the known forms.
    public static func format(_ format: TextFormat) -> Rule {
        var keywords = format.pattern.map { [JSONFragment.Member("pattern", .string($0))] } ?? []
        if let name = format.schemaFormat { keywords.append(.init("format", .string(name))) }
        var rule = Rule(keywords: keywords, violation: { format.violation($0) ?? Violation("value_error", "Value error") }) { format.violation($0) == nil }
        if let kind = format.kindProblem { rule.preflight = { $0.stringValue == nil ? kind : nil } }
        return rule
    }

    private static func plural(_ count: Int) -> String {
        count == 1 ? "1 character" : "\(count) characters"
    }
}
