import Platform

/// The pieces of a database URL, percent escapes undone.
struct URLParts {
    private static let knownParameters: Set<String> = ["sslmode", "sslrootcert", "host", "application_name"]

    var user = ""
    var password: Secret<String>?
    var host = ""
    var port = 5432
    var database = ""
    var parameters: [String: String] = [:]

    init(_ url: String) throws(PostgresConfigurationError) {
        guard let scheme = ["postgres://", "postgresql://"].first(where: url.hasPrefix) else { throw .scheme }
        let rest = url.dropFirst(scheme.count)
        let beforeQuery = rest.prefix { $0 != "?" }
        let authority = beforeQuery.prefix { $0 != "/" }
        // A password with a raw “?” would be read as parameters, and be told as an unknown one.
        guard !rest.dropFirst(beforeQuery.count).contains("@") else { throw .encoding }
        database = try Self.decode(beforeQuery.dropFirst(authority.count + 1))
        try readParameters(rest.dropFirst(beforeQuery.count + 1))
        let at = authority.lastIndex(of: "@")
        if let at { try readCredentials(authority[..<at]) }
        try readHost(at.map { authority[authority.index(after: $0)...] } ?? authority)
    }

    private mutating func readCredentials(_ text: Substring) throws(PostgresConfigurationError) {
        let name = text.prefix { $0 != ":" }
        user = try Self.decode(name)
        if name.count < text.count { password = Secret(try Self.decode(text.dropFirst(name.count + 1))) }
    }

    private mutating func readHost(_ text: Substring) throws(PostgresConfigurationError) {
        let end = text.hasPrefix("[") ? text.firstIndex(of: "]").map { text.index(after: $0) } : text.firstIndex(of: ":")
        if text.hasPrefix("["), end == nil { throw .encoding }
        let name = text[..<(end ?? text.endIndex)]
        let portText = text[name.endIndex...]
        host = name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : try Self.decode(name)
        guard !portText.isEmpty else { return }
        // An integer may have a sign, a port may not.
        guard portText.hasPrefix(":"), !portText.hasPrefix(":+"), let number = UInt16(portText.dropFirst()), number > 0 else { throw .port }
        port = Int(number)
    }

    private mutating func readParameters(_ text: Substring) throws(PostgresConfigurationError) {
        for pair in text.split(separator: "&") {
            let name = pair.prefix { $0 != "=" }
            guard Self.knownParameters.contains(String(name)) else { throw .unknownParameter(String(name.prefix(40))) }
            parameters[String(name)] = try Self.decode(pair.dropFirst(name.count + 1))
        }
    }

    private static func decode(_ text: Substring) throws(PostgresConfigurationError) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else { bytes.append(byte); continue }
            // An integer may have a sign, an escape may not.
            guard rest.count >= 2, rest.first != UInt8(ascii: "+"), let escaped = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                throw .encoding
            }
            bytes.append(escaped)
            rest = rest.dropFirst(2)
        }
        guard !bytes.contains(0), let decoded = String(validating: bytes, as: UTF8.self) else { throw .encoding }
        return decoded
    }
}
