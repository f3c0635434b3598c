import HTTPCore

/// Which content codings a client takes (RFC 9110 §12.5.3), with their weights in thousandths (§12.4.2).
///
/// An element whose weight is malformed is ignored; of two for the same coding the lower weight counts.
struct AcceptEncoding: Sendable, Equatable {
    private var weights: [String: Int] = [:]

    /// Reads the lines of the field; none means that the client did not say.
    init(_ lines: [String]) {
        for line in lines {
            for element in line.pieces(separatedBy: ",") { add(element) }
        }
    }

    /// The weight of a coding in thousandths, by its own element or by `*`; 0 when it is not wanted.
    func weight(of coding: String) -> Int { weights[coding] ?? weights["*"] ?? 0 }

    /// True when the client takes `coding` and does not say that it would rather have none.
    func accepts(_ coding: String) -> Bool {
        let weight = weight(of: coding)
        return weight > 0 && weight >= weights["identity"] ?? 0
    }

    /// The coding of `codings` the client likes best, the first of equals; nil when it would rather have none.
    func best(of codings: [String]) -> String? {
        codings.filter(accepts).reduce(nil) { best, coding in weight(of: coding) > best.map(weight) ?? 0 ? coding : best }
    }

    private mutating func add(_ element: Substring) {
        let parts = element.pieces(separatedBy: ";", omittingEmpty: false).map { $0.trimmedSpace() }
        guard let name = parts.first, !name.isEmpty, let weight = Self.weight(parts.dropFirst()) else { return }
        // RFC 9110 §8.4.1.3: the same coding.
        let coding = name.lowercased() == "x-gzip" ? "gzip" : name.lowercased()
        weights[coding] = min(weight, weights[coding] ?? weight)
    }

    private static func weight(_ parameters: ArraySlice<Substring>) -> Int? {
        guard let parameter = parameters.first else { return 1_000 }
        guard parameters.count == 1, parameter.lowercased().hasPrefix("q=") else { return nil }
        let digits = Array(parameter.utf8.dropFirst(2))
        guard let first = digits.first, first == UInt8(ascii: "0") || first == UInt8(ascii: "1"), digits.count <= 5 else { return nil }
        guard digits.count == 1 || digits[1] == UInt8(ascii: ".") else { return nil }
        var weight = first == UInt8(ascii: "1") ? 1_000 : 0
        for (digit, unit) in zip(digits.dropFirst(2), [100, 10, 1]) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            weight += Int(digit - UInt8(ascii: "0")) * unit
        }
        return weight <= 1_000 ? weight : nil
    }
}
