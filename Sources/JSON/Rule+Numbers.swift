extension Rule where Subject: Comparable & JSONNumeric {
    /// At least the lower and at most the upper bound.
    public static func range(_ bounds: ClosedRange<Subject>) -> Rule {
        between(greaterThanOrEqual(bounds.lowerBound), lessThanOrEqual(bounds.upperBound))
    }

    /// At least the lower and below the upper bound.
    public static func range(_ bounds: Range<Subject>) -> Rule {
        between(greaterThanOrEqual(bounds.lowerBound), lessThan(bounds.upperBound))
    }

    /// At least this.
    public static func range(_ bounds: PartialRangeFrom<Subject>) -> Rule {
        greaterThanOrEqual(bounds.lowerBound)
    }

    /// At most this.
    public static func range(_ bounds: PartialRangeThrough<Subject>) -> Rule {
        lessThanOrEqual(bounds.upperBound)
    }

    /// Below this.
    public static func range(_ bounds: PartialRangeUpTo<Subject>) -> Rule {
        lessThan(bounds.upperBound)
    }

    /// At least this (pydantic's `ge`).
    public static func greaterThanOrEqual(_ bound: Subject) -> Rule {
        comparison("greater_than_equal", "greater than or equal to", "ge", "minimum", bound, bound.plainBound.map { PlainLimits(least: $0) }) { $0 >= bound }
    }

    /// More than this (pydantic's `gt`).
    public static func greaterThan(_ bound: Subject) -> Rule {
        comparison("greater_than", "greater than", "gt", "exclusiveMinimum", bound, nil) { $0 > bound }
    }

    /// At most this (pydantic's `le`).
    public static func lessThanOrEqual(_ bound: Subject) -> Rule {
        comparison("less_than_equal", "less than or equal to", "le", "maximum", bound, bound.plainBound.map { PlainLimits(most: $0) }) { $0 <= bound }
    }

    /// Less than this (pydantic's `lt`).
    public static func lessThan(_ bound: Subject) -> Rule {
        comparison("less_than", "less than", "lt", "exclusiveMaximum", bound, nil) { $0 < bound }
    }

    private static func comparison(
        _ type: String, _ words: String, _ short: String, _ keyword: String, _ bound: Subject, _ limits: PlainLimits?,
        _ holds: @escaping @Sendable (Subject) -> Bool
    ) -> Rule {
        let violation = Violation(type, "Input should be \(words) \(bound.numberText)", ctx: [.init(short, bound.numberFragment)])
        return Rule([.init(keyword, bound.numberFragment)], violation, limits: limits, holds: holds)
    }
}

/// A number that rules can compare and speak of.
public protocol JSONNumeric: Sendable {
    /// The number as a JSON value.
    var numberFragment: JSONFragment { get }
}

extension JSONNumeric {
    /// The bound itself when it is an integer.
    var plainBound: Int? {
        if case .int(let value) = numberFragment { value } else { nil }
    }

    /// The number as pydantic prints it in a sentence: without a fraction where there is none, and never with an exponent.
    var numberText: String {
        switch numberFragment {
        case .int(let value): "\(value)"
        case .double(let value): Self.plainText(value)
        default: ""
        }
    }

    private static func plainText(_ value: Double) -> String {
        let parts = "\(abs(value))".split(separator: "e")
        let decimal = parts[0].split(separator: ".")
        let fraction = decimal.count > 1 && decimal[1] != "0" ? decimal[1] : ""
        var digits = decimal[0] + fraction
        var point = decimal[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        if point <= 0 {
            digits = Substring(String(repeating: "0", count: 1 - point)) + digits
            point = 1
        }
        if digits.count < point { digits += String(repeating: "0", count: point - digits.count) }
        let rest = digits.dropFirst(point)
        return (value < 0 ? "-" : "") + digits.prefix(point) + (rest.isEmpty ? "" : "." + rest)
    }
}

extension Int: JSONNumeric {
    /// The number as a JSON value.
    public var numberFragment: JSONFragment { .int(self) }
}

extension Int64: JSONNumeric {
    /// The number as a JSON value.
    public var numberFragment: JSONFragment { .int(Int(self)) }
}

extension Int32: JSONNumeric {
    /// The number as a JSON value.
    public var numberFragment: JSONFragment { .int(Int(self)) }
}

extension Double: JSONNumeric {
    /// The number as a JSON value.
    public var numberFragment: JSONFragment { .double(self) }
}
