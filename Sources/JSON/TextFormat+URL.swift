extension TextFormat {
    /// An absolute `http` or `https` address with a host, at most 2,083 characters, kept as it was written. Problems are named as pydantic's `HttpUrl`
    /// names them; white space and control characters are refused, not encoded. Source: WHATWG URL §4.4, RFC 3986 §3.
    public static let httpURL = TextFormat(
        schemaFormat: "uri", unlessText: .init("url_type", "URL input should be a string or URL"), violation: urlViolation)

    private static func urlViolation(_ text: String) -> Rule<String>.Violation? {
        if text.unicodeScalars.count > 2_083 { return .init("url_too_long", "URL should have at most 2083 characters", ctx: [.init("max_length", 2083)]) }
        guard let colon = schemeEnd(text) else { return unparsed(text.isEmpty ? "input is empty" : "relative URL without a base") }
        guard ["http", "https"].contains(text[..<colon].lowercased()) else {
            let schemes = "'http' or 'https'"
            return .init("url_scheme", "URL scheme should be \(schemes)", ctx: [.init("expected_schemes", .string(schemes))])
        }
        let rest = text[text.index(after: colon)...].drop { $0 == "/" }
        return hostReason(rest.prefix { !"/?#".contains($0) }).map(unparsed)
            ?? (text.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 0x20 } ? unparsed("white space must be percent-encoded") : nil)
    }

    private static func unparsed(_ reason: String) -> Rule<String>.Violation {
        .init("url_parsing", "Input should be a valid URL, \(reason)", ctx: [.init("error", .string(reason))])
    }

    /// The colon behind a letter and letters, digits, `+`, `-` or `.` (RFC 3986 §3.1).
    private static func schemeEnd(_ text: String) -> String.Index? {
        guard let colon = text.firstIndex(of: ":"), let first = text.first, first.isASCII, first.isLetter else { return nil }
        return text[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) } ? colon : nil
    }

    private static func hostReason(_ authority: Substring) -> String? {
        let address = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        if address.hasPrefix("[") { return bracketReason(address) }
        let host = address.prefix { $0 != ":" }
        if host.isEmpty { return "empty host" }
        if host.unicodeScalars.contains(where: { $0.value <= 0x20 || "<>^|%\\\"`{}[]".unicodeScalars.contains($0) || $0.properties.isWhitespace }) {
            return "invalid international domain name"
        }
        return portReason(address[host.endIndex...])
    }

    private static func bracketReason(_ address: Substring) -> String? {
        guard let end = address.firstIndex(of: "]") else { return "invalid IPv6 address" }
        let inside = address[..<end].dropFirst()
        guard inside.contains(":"), inside.allSatisfy({ $0.isHexDigit || ":.".contains($0) }) else { return "invalid IPv6 address" }
        return portReason(address[address.index(after: end)...])
    }

    private static func portReason(_ rest: Substring) -> String? {
        if rest.isEmpty || rest == ":" { return nil }
        let digits = rest.dropFirst()
        guard rest.hasPrefix(":"), digits.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), UInt16(digits) != nil else { return "invalid port number" }
        return nil
    }
}
