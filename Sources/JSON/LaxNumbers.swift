/// Numbers written as strings, as far as pydantic v2 reads them in its lax mode.
enum LaxNumber {
    /// What became of a string.
    enum Outcome: Equatable {
        case value(Int)
        case notANumber
        case tooLarge
    }

    /// White space around, a sign, digits with single underscores between them, `.0` behind: ` +1_000.0 `.
    static func int(_ text: String) -> Outcome {
        if let value = plain(text) { return .value(value) }
        var bytes = trimmed(text)[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
        if let dot = bytes.lastIndex(of: UInt8(ascii: ".")) {
            let fraction = bytes[(dot + 1)...]
            guard !fraction.isEmpty, fraction.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return .notANumber }
            bytes = bytes[..<dot]
        }
        guard let digits = withoutUnderscores(bytes), !digits.isEmpty, digits.allSatisfy(isDigit) else { return .notANumber }
        let plain = (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
        return Int(plain).map(Outcome.value) ?? .tooLarge
    }

    /// Digits alone, as most numbers are written, few enough to fit.
    private static func plain(_ text: String) -> Int? {
        guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return nil }
        return text.utf8.reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) }
    }

    /// A decimal number as Python's `float` reads it, infinite or NaN included; nil for anything else.
    static func double(_ text: String) -> Double? {
        let trimmed = trimmed(text), underscore = UInt8(ascii: "_")
        // Looser than for integers: pydantic only refuses underscores at the ends and in pairs.
        let hasDouble = zip(trimmed, trimmed.dropFirst()).contains { $0 == underscore && $1 == underscore }
        guard trimmed.first != underscore, trimmed.last != underscore, !hasDouble
        else { return nil }
        let bytes = trimmed.filter { $0 != underscore }
        let word = String(decoding: bytes, as: UTF8.self).lowercased()
        let unsigned = word.hasPrefix("-") || word.hasPrefix("+") ? word.dropFirst() : word[...]
        if unsigned == "inf" || unsigned == "infinity" { return .infinity }
        if unsigned == "nan" { return .nan }
        guard word.utf8.contains(where: isDigit), word.utf8.allSatisfy({ isDigit($0) || "+-.e".utf8.contains($0) }) else { return nil }
        return Double(completed(word))
    }

    /// Swift wants digits on both sides of the point.
    private static func completed(_ word: String) -> String {
        var out: [UInt8] = []
        for byte in word.utf8 {
            if byte == UInt8(ascii: "."), !(out.last.map(isDigit) ?? false) { out.append(UInt8(ascii: "0")) }
            if !isDigit(byte), out.last == UInt8(ascii: ".") { out.append(UInt8(ascii: "0")) }
            out.append(byte)
        }
        if out.last == UInt8(ascii: ".") { out.append(UInt8(ascii: "0")) }
        return String(decoding: out, as: UTF8.self)
    }

    private static func trimmed(_ text: String) -> [UInt8] {
        let scalars = text.unicodeScalars
        let kept = scalars.drop { $0.properties.isWhitespace }
        let end = kept.lastIndex { !$0.properties.isWhitespace }.map { kept.index(after: $0) } ?? kept.startIndex
        return Array(String(kept[..<end]).utf8)
    }

    /// Underscores may stand alone between two digits.
    private static func withoutUnderscores(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var out: [UInt8] = []
        for index in bytes.indices {
            guard bytes[index] == UInt8(ascii: "_") else { out.append(bytes[index]); continue }
            guard index > bytes.startIndex, index + 1 < bytes.endIndex, isDigit(bytes[index - 1]), isDigit(bytes[index + 1]) else { return nil }
        }
        return out
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }
}
