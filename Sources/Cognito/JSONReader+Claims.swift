import JSON

/// Members of a token, each of the one kind it may have: `"5"` is no number, and one name is no list of names.
extension JSONReader {
    /// The year 9999 ends here; what lies beyond is no date.
    private static var lastSecond: Int { 253_402_300_799 }

    mutating func text(_ name: Name, in part: TokenPart) throws(TokenError) -> String {
        do {
            guard try nextKind() == .string else { throw TokenError.invalid(.wrongType(name.text)) }
            return try readString()
        } catch {
            throw Self.tokenError(error, part)
        }
    }

    mutating func texts(_ name: Name, in part: TokenPart) throws(TokenError) -> [String] {
        do {
            guard try nextKind() == .array else { throw TokenError.invalid(.wrongType(name.text)) }
            var texts: [String] = []
            try beginArray()
            while try nextElement(isFirst: texts.isEmpty) { texts.append(try text(name, in: part)) }
            return texts
        } catch {
            throw Self.tokenError(error, part)
        }
    }

    /// A NumericDate (RFC 7519 section 2); the pool writes whole seconds.
    mutating func time(_ name: Name, in part: TokenPart) throws(TokenError) -> Int64 {
        do {
            guard try nextKind() == .number else { throw TokenError.invalid(.wrongType(name.text)) }
        } catch {
            throw Self.tokenError(error, part)
        }
        guard let seconds = try? readInt(), (0...Self.lastSecond).contains(seconds) else { throw .invalid(.malformedTime(name.text)) }
        return Int64(seconds)
    }

    private static func tokenError(_ error: any Error, _ part: TokenPart) -> TokenError {
        if let failure = error as? Failure { return .invalid(.malformedJSON(part, failure.reason)) }
        return error as? TokenError ?? .invalid(.malformedJSON(part, .expectedValue))
    }
}
