import HTTPCore

/// One offer in `Sec-WebSocket-Extensions` (RFC 6455 §9.1).
struct WebSocketExtension: Equatable {
    struct Parameter: Equatable {
        var name: String
        var value: String?
    }

    var name: String
    var parameters: [Parameter]

    /// The offers in a field's value in order; those that are no tokens are left out.
    static func parse(_ value: String) -> [WebSocketExtension] {
        value.split(separator: ",").compactMap { offer in
            let parts = offer.split(separator: ";", omittingEmptySubsequences: false).map(trimmed)
            guard let name = parts.first, isToken(name) else { return nil }
            let parameters = parts.dropFirst().compactMap(parameter)
            return parameters.count == parts.count - 1 ? WebSocketExtension(name: String(name), parameters: parameters) : nil
        }
    }

    /// A value may be quoted, but must be a token then too.
    private static func parameter(_ text: Substring) -> Parameter? {
        guard let equals = text.firstIndex(of: "=") else { return isToken(text) ? Parameter(name: String(text), value: nil) : nil }
        let name = trimmed(text[..<equals])
        var value = trimmed(text[text.index(after: equals)...])
        if value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") { value = value.dropFirst().dropLast() }
        return isToken(name) && isToken(value) ? Parameter(name: String(name), value: String(value)) : nil
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    static func isToken(_ text: Substring) -> Bool { !text.isEmpty && text.utf8.allSatisfy(FieldSyntax.isTokenByte) }
}
