/// Finds addresses, telephone and card numbers in text, in one pass over its words.
enum PersonalData {
    struct Entity: Equatable {
        /// As Bedrock names it, such as `EMAIL`.
        var type: String
        var match: String
        /// Blocked outright; the others are masked.
        var isBlocked: Bool
    }

    static func entities(in text: String) -> [Entity] {
        words(text).compactMap { (word: Substring) -> Entity? in kind(word).map { Entity(type: $0.type, match: String(word), isBlocked: $0.isBlocked) } }
    }

    /// The text with `{EMAIL}` and the like in place of what was found.
    static func masked(_ text: String) -> String {
        var result = "", rest = text[...]
        for word in words(text) {
            guard let found = kind(word) else { continue }
            result += rest[..<word.startIndex] + "{\(found.type)}"
            rest = text[word.endIndex...]
        }
        return result + rest
    }

    /// Words, and numbers written in groups as one.
    private static func words(_ text: String) -> [Substring] {
        text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "@._%+-".contains($0))) }
            .map { word in
                var word = word
                while let last = word.last, ".-_%+".contains(last) { word.removeLast() }
                return word
            }
    }

    private static func kind(_ word: Substring) -> (type: String, isBlocked: Bool)? {
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix(".") { return ("EMAIL", false) }
        guard word.allSatisfy({ $0.isNumber || $0 == "-" || $0 == "." || $0 == "+" }) else { return nil }
        let digits = String(word.filter(\.isNumber)), groups = word.split(separator: "-")
        if (13...19).contains(digits.count), passesLuhn(digits) { return ("CREDIT_DEBIT_CARD_NUMBER", true) }
        if groups.map(\.count) == [3, 2, 4] { return ("US_SOCIAL_SECURITY_NUMBER", true) }
        let octets = word.split(separator: ".", omittingEmptySubsequences: false)
        if octets.count == 4, octets.allSatisfy({ UInt8($0) != nil }) { return ("IP_ADDRESS", false) }
        if (10...13).contains(digits.count), word.hasPrefix("0") || word.hasPrefix("+") { return ("PHONE", false) }
        return nil
    }

    /// The check digit of ISO/IEC 7812.
    private static func passesLuhn(_ digits: String) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = digit.element.wholeNumberValue ?? 0
            let doubled = digit.offset % 2 == 1 ? value * 2 : value
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }
}
