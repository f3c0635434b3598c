public import Encoding

extension Decimal: JSONValue {
    /// Takes a text as it stands; numbers are converted by the thorough road.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Decimal {
        guard let value = Decimal(try reader.readString()) else { throw reader.mismatch() }
        return value
    }

    /// Writes a text, so that no reader makes a binary fraction of it.
    public func write(to writer: inout JSONWriter) { writer.write(description) }

    /// A text when it is sent; a number is taken, too.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        let text: JSONSchema = ["type": "string", "format": "decimal"]
        return registry.purpose == .output ? text : .any([["type": "number"], text])
    }

    /// Takes texts and numbers, as pydantic does; of a number with a fraction the shortest digits that mean it.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Decimal? {
        switch input {
        case .int(let value): return Decimal(Int128(value))
        case .double(let value) where value.isFinite: return parsed(value.description, input, &problems)
        case .largeInteger(let digits): return parsed(digits, input, &problems)
        case .string(let text): return parsed(trimmed(text), input, &problems)
        case .double: problems.add("finite_number", "Input should be a finite number", input: input)
        default: problems.add("decimal_type", "Decimal input should be an integer, float, string or Decimal object", input: input)
        }
        return nil
    }

    private static func parsed(_ text: String, _ input: JSONFragment, _ problems: inout ProblemCollector) -> Decimal? {
        if let value = Decimal(text) { return value }
        let digits = text.utf8.filter { $0 &- UInt8(ascii: "0") < 10 }
        if digits.count == text.utf8.count, digits.count > maximumDigits {
            problems.add(
                "decimal_max_digits", "Decimal input should have no more than \(maximumDigits) digits in total", input: input,
                ctx: [.init("max_digits", .int(maximumDigits))])
        } else if ["nan", "inf", "infinity"].contains(text.lowercased().drop { "+-".contains($0) }) {
            problems.add("finite_number", "Input should be a finite number", input: input)
        } else {
            problems.add("decimal_parsing", "Input should be a valid decimal", input: input)
        }
        return nil
    }

    /// Python takes white space around a number and underscores in it.
    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter { $0 != "_" }
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }), let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}

extension Rule where Subject == Decimal {
    /// At most so many digits, and so many of them behind the point (pydantic's `max_digits` and `decimal_places`).
    public static func digits(_ most: Int, places: Int) -> Rule {
        precondition(places >= 0 && places <= most && most <= Decimal.maximumDigits, "a decimal has at most \(Decimal.maximumDigits) digits")
        return Rule(keywords: [], violation: { broken($0, most, places) ?? Violation("decimal_max_digits", "") }) { broken($0, most, places) == nil }
    }

    /// Zeros at the end do not count.
    private static func broken(_ value: Decimal, _ most: Int, _ places: Int) -> Violation? {
        let value = value.normalized
        let behind = max(0, -value.exponent), total = max(value.digitCount + max(0, value.exponent), behind), before = total - behind
        if total > most { return tooMany("decimal_max_digits", "\(most) digits in total", "max_digits", most) }
        if behind > places { return tooMany("decimal_max_places", "\(places) decimal places", "decimal_places", places) }
        let whole = most - places
        return before > whole ? tooMany("decimal_whole_digits", "\(whole) digits before the decimal point", "whole_digits", whole) : nil
    }

    private static func tooMany(_ type: String, _ words: String, _ name: String, _ count: Int) -> Violation {
        Violation(type, "Decimal input should have no more than \(words)", ctx: [.init(name, .int(count))])
    }
}

extension Decimal: JSONNumeric {
    /// The number, as FastAPI gives the bounds of decimals.
    public var numberFragment: JSONFragment { Int(description).map(JSONFragment.int) ?? .double(Double(description) ?? 0) }
}
