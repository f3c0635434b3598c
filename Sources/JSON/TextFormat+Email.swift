extension TextFormat {
    /// An address with one `@`, a dot in the domain, at most 254 bytes and none of the characters that need quotes; whether it exists only a letter can
    /// tell. Problems are named as pydantic's `EmailStr` names them. Source: RFC 5321 §4.1.2, without quoted names and address literals.
    public static let email = TextFormat(schemaFormat: "email") { text in
        reason(text).map { reason in
            Rule<String>.Violation("value_error", "value is not a valid email address: \(reason)", ctx: [.init("reason", .string(reason))])
        }
    }

    private static func reason(_ text: String) -> String? {
        guard let place = text.firstIndex(of: "@") else { return "An email address must have an @-sign." }
        let name = text[..<place], domain = text[text.index(after: place)...]
        if text.utf8.count > 254 { return "The email address is too long." }
        return nameReason(name, domain) ?? domainReason(domain)
    }

    private static func nameReason(_ name: Substring, _ domain: Substring) -> String? {
        if domain.isEmpty { return "There must be something after the @-sign." }
        if name.isEmpty { return "There must be something before the @-sign." }
        if name.hasPrefix("\"") { return "Quoting the part before the @-sign is not allowed here." }
        if let bad = name.unicodeScalars.first(where: { !isAllowed($0, beside: "!#$%&'*+-/=?^_`{|}~.") }) {
            return "The email address contains invalid characters before the @-sign: \(shown(bad))."
        }
        if name.hasPrefix(".") { return "An email address cannot start with a period." }
        if name.hasSuffix(".") { return "An email address cannot have a period immediately before the @-sign." }
        if name.contains("..") { return "An email address cannot have two periods in a row." }
        return name.utf8.count > 64 ? "The part before the @-sign is too long." : nil
    }

    private static func domainReason(_ domain: Substring) -> String? {
        if domain.hasPrefix("[") { return "A bracketed IP address after the @-sign is not allowed here." }
        if let bad = domain.unicodeScalars.first(where: { !isAllowed($0, beside: "-.") }) {
            return "The part after the @-sign contains invalid characters: \(shown(bad))."
        }
        if domain.hasPrefix(".") { return "An email address cannot have a period immediately after the @-sign." }
        if domain.hasPrefix("-") { return "An email address cannot have a hyphen immediately after the @-sign." }
        if domain.hasSuffix(".") { return "An email address cannot end with a period." }
        if domain.contains("..") { return "An email address cannot have two periods in a row." }
        if !domain.contains(".") { return "The part after the @-sign is not valid. It should have a period." }
        return nil
    }

    private static func isAllowed(_ scalar: Unicode.Scalar, beside marks: String) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || marks.unicodeScalars.contains(scalar)
    }

    private static func shown(_ scalar: Unicode.Scalar) -> String {
        scalar.properties.isWhitespace || scalar.value < 0x20 ? scalar.properties.name ?? "U+\(String(scalar.value, radix: 16))" : "'\(scalar)'"
    }
}
