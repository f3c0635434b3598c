/// The binary form of `numeric`: groups of four decimal digits, the exponent of the first group, a sign and the digits shown after the point.
struct Numeric {
    private enum Sign { case positive, negative, notANumber, infinite(negative: Bool) }

    private let digits: [Int]
    private let weight: Int
    private let sign: Sign
    private let scale: Int

    init(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) {
        guard let count = cell.integer(Int16.self), let weight = cell.integer(Int16.self, at: 2), let sign = cell.integer(UInt16.self, at: 4),
            let scale = cell.integer(Int16.self, at: 6), count >= 0, cell.count == 8 + 2 * Int(count)
        else { throw .malformed }
        digits = (0..<Int(count)).map { Int(cell.integer(Int16.self, at: 8 + 2 * $0) ?? 0) }
        self.weight = Int(weight)
        self.scale = max(0, Int(scale))
        switch sign {
        case 0: self.sign = .positive
        case 0x4000: self.sign = .negative
        case 0xD000: self.sign = .infinite(negative: false)
        case 0xF000: self.sign = .infinite(negative: true)
        default: self.sign = .notANumber
        }
    }

    /// The number as PostgreSQL prints it.
    var text: String {
        switch sign {
        case .notANumber: return "NaN"
        case .infinite(let negative): return negative ? "-Infinity" : "Infinity"
        case .positive, .negative: break
        }
        var result = if case .negative = sign { "-" } else { "" }
        result += integerPart
        if scale > 0 { result += "." + fraction }
        return result
    }

    /// The number as a whole one; `.outOfRange` when it is too large or has a fraction.
    func integer() throws(PostgresError.DecodingFailure.Reason) -> Int64 {
        guard case .positive = sign, digits.count <= weight + 1 || digits.isEmpty else { return try negativeInteger() }
        guard let value = Int64(integerPart) else { throw .outOfRange }
        return value
    }

    private func negativeInteger() throws(PostgresError.DecodingFailure.Reason) -> Int64 {
        guard case .negative = sign, digits.count <= weight + 1, let value = Int64("-" + integerPart) else { throw .outOfRange }
        return value
    }

    private var integerPart: String {
        guard weight >= 0 else { return "0" }
        return (0...weight).reduce(into: "") { text, place in
            text += place == 0 ? String(group(0)) : Self.padded(group(place))
        }
    }

    private var fraction: String {
        var text = ""
        var place = weight + 1
        if weight < -1 { (text, place) = (String(repeating: "0", count: 4 * (-weight - 1)), 0) }
        while text.utf8.count < scale {
            text += Self.padded(group(place))
            place += 1
        }
        return String(text.prefix(scale))
    }

    private func group(_ place: Int) -> Int { digits.indices.contains(place) ? digits[place] : 0 }

    private static func padded(_ group: Int) -> String {
        let text = String(group)
        return String(repeating: "0", count: 4 - text.utf8.count) + text
    }
}
