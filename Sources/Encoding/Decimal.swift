/// A decimal number that is kept as it is written, so that sums of money are exact: up to 38 digits and an exponent of up to four digits.
///
/// `1.50` equals `1.5` and both keep their zeros when they are written. Source: the General Decimal Arithmetic Specification, to-scientific-string.
public struct Decimal: Sendable, CustomStringConvertible {
    /// The most digits a number has.
    public static let maximumDigits = 38

    /// The digits as an integer, with the sign.
    public let coefficient: Int128
    /// What power of ten the coefficient is multiplied with.
    public let exponent: Int

    /// `coefficient` · 10^`exponent`.
    public init(_ coefficient: Int128, exponent: Int = 0) {
        self.coefficient = coefficient
        self.exponent = exponent
    }

    /// Reads a sign, digits with a point, and an exponent: `-12.340`, `.5`, `1E-7`; nil for anything else and for more digits than fit.
    public init?(_ text: some StringProtocol) {
        var reader = DecimalReader(bytes: Array(text.utf8))
        guard let parts = reader.read() else { return nil }
        self = Decimal(parts.coefficient, exponent: parts.exponent)
    }

    /// How many digits the coefficient has.
    public var digitCount: Int { coefficient == 0 ? 1 : "\(coefficient.magnitude)".utf8.count }

    /// Digits with a point where they are few zeros away from it, else with an exponent: `12.340`, `1E+5`, `1E-7`.
    public var description: String {
        let digits = "\(coefficient.magnitude)", sign = coefficient < 0 ? "-" : ""
        let adjusted = exponent + digits.count - 1
        guard exponent > 0 || adjusted < -6 else { return sign + Self.pointed(digits, exponent) }
        let mantissa = digits.count > 1 ? digits.prefix(1) + "." + digits.dropFirst() : digits[...]
        return sign + mantissa + (adjusted < 0 ? "E" : "E+") + "\(adjusted)"
    }

    private static func pointed(_ digits: String, _ exponent: Int) -> String {
        if exponent == 0 { return digits }
        let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
        return padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
    }

    /// The same number without zeros at the end: equal numbers have the same digits.
    public var normalized: Decimal {
        guard coefficient != 0 else { return Decimal(0) }
        var value = coefficient, power = exponent
        while value % 10 == 0 {
            value /= 10
            power += 1
        }
        return Decimal(value, exponent: power)
    }
}

extension Decimal: Hashable, Comparable {
    /// By value: `1.50` equals `1.5`.
    public static func == (left: Decimal, right: Decimal) -> Bool {
        let left = left.normalized, right = right.normalized
        return left.coefficient == right.coefficient && left.exponent == right.exponent
    }

    /// By value.
    public func hash(into hasher: inout Hasher) {
        let normal = normalized
        hasher.combine(normal.coefficient)
        hasher.combine(normal.exponent)
    }

    /// By value.
    public static func < (left: Decimal, right: Decimal) -> Bool {
        if left.coefficient.signum() != right.coefficient.signum() { return left.coefficient < right.coefficient }
        if left.coefficient < 0 { return right.negated.isMagnitude(below: left.negated) }
        return left.isMagnitude(below: right)
    }

    private var negated: Decimal { Decimal(-coefficient, exponent: exponent) }

    /// For numbers that are not negative: by the place of the first digit, then digit by digit.
    private func isMagnitude(below other: Decimal) -> Bool {
        if coefficient == 0 || other.coefficient == 0 { return coefficient < other.coefficient }
        let one = "\(coefficient)", two = "\(other.coefficient)"
        let first = exponent + one.count, second = other.exponent + two.count
        guard first == second else { return first < second }
        let width = max(one.count, two.count)
        return one + String(repeating: "0", count: width - one.count) < two + String(repeating: "0", count: width - two.count)
    }
}

/// Reads one decimal number from its text.
private struct DecimalReader {
    let bytes: [UInt8]
    var place = 0

    mutating func read() -> (coefficient: Int128, exponent: Int)? {
        let isNegative = skip("-")
        if !isNegative { _ = skip("+") }
        let whole = digits()
        let part = skip(".") ? digits() : []
        guard !whole.isEmpty || !part.isEmpty, let power = exponent(), place == bytes.count else { return nil }
        let significant = (whole + part).drop { $0 == UInt8(ascii: "0") }
        guard significant.count <= Decimal.maximumDigits else { return nil }
        let value = significant.reduce(Int128(0)) { $0 * 10 + Int128($1 - UInt8(ascii: "0")) }
        return (isNegative ? -value : value, power - part.count)
    }

    private mutating func skip(_ letters: String) -> Bool {
        guard place < bytes.count, letters.utf8.contains(bytes[place]) else { return false }
        place += 1
        return true
    }

    private mutating func digits() -> [UInt8] {
        let run = bytes[place...].prefix { $0 &- UInt8(ascii: "0") < 10 }
        place = run.endIndex
        return Array(run)
    }

    /// 0 where none is written; nil when it is malformed or beyond four digits.
    private mutating func exponent() -> Int? {
        guard skip("eE") else { return 0 }
        let isNegative = skip("-")
        if !isNegative { _ = skip("+") }
        let run = digits()
        guard (1...4).contains(run.count) else { return nil }
        let value = run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return isNegative ? -value : value
    }
}
