import Encoding

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
        var rule = pattern(format.pattern, format.holds)
        if let name = format.schemaFormat {
            rule = Rule(keywords: rule.keywords + [.init("format", .string(name))], violation: rule.violation, holds: rule.holds)
        }
        return rule
    }

    /// One of these texts (pydantic's `Literal`).
    public static func oneOf(_ choices: [String]) -> Rule {
        let expected = Choices.sentence(choices)
        let violation = Violation("literal_error", "Input should be \(expected)", ctx: [.init("expected", .string(expected))])
        var rule = Rule([.init("enum", .array(choices.map { .string($0) }))], violation) { choices.contains($0) }
        rule.preflight = { $0.stringValue == nil ? violation : nil }
        return rule
    }

    private static func plural(_ count: Int) -> String {
        count == 1 ? "1 character" : "\(count) characters"
    }
}

/// How pydantic lists what would have been right.
enum Choices {
    /// `'a', 'b' or 'c'`.
    static func sentence(_ choices: [String]) -> String {
        let quoted = choices.map { "'\($0)'" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }
}

/// A form of text that is checked without regular expressions.
public struct TextFormat: Sendable {
    /// The form as an ECMA regular expression, for the schema.
    public let pattern: String
    /// The name of JSON Schema for it, where there is one.
    public let schemaFormat: String?
    /// Whether a text has the form.
    public let holds: @Sendable (String) -> Bool

    /// A form of one's own.
    public init(pattern: String, schemaFormat: String? = nil, holds: @escaping @Sendable (String) -> Bool) {
        self.pattern = pattern
        self.schemaFormat = schemaFormat
        self.holds = holds
    }

    /// A UUID in its 36-character form, any version. Source: RFC 9562 §4.
    public static let uuid = TextFormat(
        pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$", schemaFormat: "uuid"
    ) { text in
        guard text.utf8.count == 36 else { return false }
        return text.utf8.enumerated().allSatisfy { place, byte in
            [8, 13, 18, 23].contains(place) ? byte == UInt8(ascii: "-") : Hex.value(of: byte) != nil
        }
    }

    /// Small letters, digits and single hyphens between them.
    public static let slug = TextFormat(pattern: "^[a-z0-9]+(-[a-z0-9]+)*$") { text in
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
    }

    /// Something with one `@`, a dot in the domain and no white space; whether it exists only a letter can tell.
    public static let email = TextFormat(pattern: "^[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+$", schemaFormat: "email") { text in
        let parts = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].count) else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty } && !text.unicodeScalars.contains { $0.properties.isWhitespace }
    }
}
