/// A value made of several, whose number rules can bound.
public protocol JSONCollection: Sendable {
    /// How many there are.
    var count: Int { get }
    /// Pydantic's word for the kind of collection.
    static var kindName: String { get }
    /// The prefix of JSON Schema's keywords: `Items` or `Properties`.
    static var keywordSuffix: String { get }
}

extension Rule where Subject: JSONCollection {
    /// So many elements.
    public static func count(_ bounds: ClosedRange<Int>) -> Rule {
        between(count(bounds.lowerBound...), count(...bounds.upperBound))
    }

    /// At least so many elements.
    public static func count(_ bounds: PartialRangeFrom<Int>) -> Rule {
        let least = bounds.lowerBound
        return Rule(keywords: [.init("min\(Subject.keywordSuffix)", .int(least))]) {
            violation("too_short", "at least \(items(least))", .init("min_length", .int(least)), $0.count)
        } holds: {
            $0.count >= least
        }
    }

    /// At most so many elements.
    public static func count(_ bounds: PartialRangeThrough<Int>) -> Rule {
        let most = bounds.upperBound
        let words = "at most \(items(most))", bound = JSONFragment.Member("max_length", .int(most))
        var rule = Rule(keywords: [.init("max\(Subject.keywordSuffix)", .int(most))]) {
            violation("too_long", words, bound, $0.count)
        } holds: {
            $0.count <= most
        }
        rule.preflight = { input in
            switch input {
            case .array(let elements) where elements.count > most: violation("too_long", words, bound, elements.count)
            case .object(let members) where members.count > most: violation("too_long", words, bound, nil)
            default: nil
            }
        }
        return rule
    }

    private static func items(_ count: Int) -> String {
        count == 1 ? "1 item" : "\(count) items"
    }

    /// Pydantic does not count the members of a dictionary that is too long.
    private static func violation(_ type: String, _ words: String, _ bound: JSONFragment.Member, _ count: Int?) -> Violation {
        Violation(
            type, "\(Subject.kindName) should have \(words) after validation, not \(count.map { "\($0)" } ?? "more")",
            ctx: [.init("field_type", .string(Subject.kindName)), bound, .init("actual_length", count.map { .int($0) } ?? .null)])
    }
}
