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
        value.pieces(separatedBy: ",").compactMap { offer in
            let parts = offer.pieces(separatedBy: ";", omittingEmpty: false).map { $0.trimmedSpace() }
            guard let name = parts.first, isToken(name) else { return nil }
            let parameters = parts.dropFirst().compactMap(parameter)
            return parameters.count == parts.count - 1 ? WebSocketExtension(name: String(name), parameters: parameters) : nil
        }
    }

    /// A value may be quoted, but must be a token then too.
    private static func parameter(_ text: Substring) -> Parameter? {
        guard let (before, after) = text.divided(at: "=") else { return isToken(text) ? Parameter(name: String(text), value: nil) : nil }
        let name = before.trimmedSpace()
        var value = after.trimmedSpace()
        if value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") { value = value.dropFirst().dropLast() }
        return isToken(name) && isToken(value) ? Parameter(name: String(name), value: String(value)) : nil
    }

    static func isToken(_ text: Substring) -> Bool { !text.isEmpty && text.utf8.allSatisfy(FieldSyntax.isTokenByte) }
}
