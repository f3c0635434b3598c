import HTTPCore

/// What browsers accept (RFC 6265bis §4.1.1, §4.1.3, §5.6).
enum CookieSyntax {
    private static let maximumAttributeBytes = 1_024

    static func check(name: String, value: String) throws(CookieProblem) {
        guard !name.isEmpty, name.utf8.allSatisfy(FieldSyntax.isTokenByte) else { throw .badName }
        guard value.utf8.allSatisfy(isValueByte) else { throw .badValue }
        guard name.utf8.count + value.utf8.count <= SetCookie.maximumBytes else { throw .tooLong }
    }

    static func check(domain: String?, path: String) throws(CookieProblem) {
        guard (domain?.utf8.count ?? 0) <= maximumAttributeBytes, path.utf8.count <= maximumAttributeBytes else { throw .tooLong }
        if let domain, domain.isEmpty || !domain.utf8.allSatisfy(isDomainByte) { throw .badDomain }
        guard path.utf8.first == UInt8(ascii: "/"), path.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: ";") }) else { throw .badPath }
    }

    /// Prefixes count in any case, as browsers compare them.
    static func check(prefixOf name: String, isSecure: Bool, isForThisHost: Bool) throws(CookieProblem) {
        let name = name.lowercased()
        if !isSecure, name.hasPrefix("__secure-") || name.hasPrefix("__host-") { throw .needsSecure }
        if !isForThisHost, name.hasPrefix("__host-") { throw .notForThisHost }
    }

    /// `cookie-octet`.
    private static func isValueByte(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "\\")
    }

    private static func isDomainByte(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
