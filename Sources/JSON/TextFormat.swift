import Encoding

/// A form of text that is checked without regular expressions.
public struct TextFormat: Sendable {
    /// The form as an ECMA regular expression, for the schema; nil where none says it.
    public let pattern: String?
    /// The name of JSON Schema for it, where there is one.
    public let schemaFormat: String?
    /// What is wrong with a text; nil when it has the form.
    let violation: @Sendable (String) -> Rule<String>.Violation?
    /// What is said of an input that is no text; nil says what is said of any.
    let kindProblem: Rule<String>.Violation?

    /// Whether a text has the form.
    public func holds(_ text: String) -> Bool { violation(text) == nil }

    /// A form of one's own, whose problem is that a text does not match its pattern.
    public init(pattern: String, schemaFormat: String? = nil, holds: @escaping @Sendable (String) -> Bool) {
        let mismatch = Rule<String>.Violation(
            "string_pattern_mismatch", "String should match pattern '\(pattern)'", ctx: [.init("pattern", .string(pattern))])
        self.init(pattern: pattern, schemaFormat: schemaFormat) { holds($0) ? nil : mismatch }
    }

    /// A form of one's own that says what is wrong.
    public init(
        pattern: String? = nil, schemaFormat: String? = nil, unlessText kindProblem: Rule<String>.Violation? = nil,
        violation: @escaping @Sendable (String) -> Rule<String>.Violation?
    ) {
        self.pattern = pattern
        self.schemaFormat = schemaFormat
        self.kindProblem = kindProblem
        self.violation = violation
    }

    /// A UUID in its 36-character form, any version; for the value itself there is the type `UUID`. Source: RFC 9562 §4.
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
}
