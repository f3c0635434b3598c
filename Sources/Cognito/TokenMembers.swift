import JSON

/// What is read from the members of a part.
protocol TokenMember {
    /// Reads the value of a member, or says that it does not know the name and leaves the value.
    mutating func take(_ name: JSONReader.Name, _ value: inout JSONReader) throws(TokenError) -> Bool
}

/// Walks over the members of a header or a payload, of which each may stand there once, also in what lies within (RFC 7515 section 4, RFC 7519 section 4).
struct TokenMembers {
    private static let depth = 16
    private static let limit = 128

    let part: TokenPart

    /// Shows every member to `members`.
    static func read<Members: TokenMember>(_ part: TokenPart, _ bytes: [UInt8], into members: inout Members) throws(TokenError) {
        let walker = TokenMembers(part: part)
        try JSON.withReader(of: bytes.span, maximumDepth: depth, failure: walker.failed) { (reader) throws(TokenError) in
            guard try walker.kind(&reader) == .object else { throw .invalid(.notAnObject(part)) }
            try walker.walk(&reader) { (name, value) throws(TokenError) in try members.take(name, &value) }
        }
    }

    /// Shows every member to `take`, and passes over what that leaves.
    private func walk(_ reader: inout JSONReader, _ take: (JSONReader.Name, inout JSONReader) throws(TokenError) -> Bool) throws(TokenError) {
        var names: [JSONReader.Name] = []
        names.reserveCapacity(16)
        do { try reader.beginMembers() } catch { throw failed(error) }
        while let name = try nextName(&reader, isFirst: names.isEmpty) {
            guard !names.contains(where: { $0 == name }) else { throw .invalid(.duplicateMember(part)) }
            guard names.count < Self.limit else { throw .invalid(.tooManyMembers(part)) }
            names.append(name)
            if try !take(name, &reader) { try pass(&reader) }
        }
    }

    /// Passes over a value, looking at the objects within.
    private func pass(_ reader: inout JSONReader) throws(TokenError) {
        switch try kind(&reader) {
        case .object: try walk(&reader) { _, _ in false }
        case .array: try passElements(&reader)
        case .null, .bool, .number, .string: do { try reader.skipValue() } catch { throw failed(error) }
        }
    }

    private func passElements(_ reader: inout JSONReader) throws(TokenError) {
        var isFirst = true
        do { try reader.beginArray() } catch { throw failed(error) }
        while try hasElement(&reader, isFirst) {
            try pass(&reader)
            isFirst = false
        }
    }

    private func nextName(_ reader: inout JSONReader, isFirst: Bool) throws(TokenError) -> JSONReader.Name? {
        do { return try reader.nextName(isFirst: isFirst) } catch { throw failed(error) }
    }

    private func hasElement(_ reader: inout JSONReader, _ isFirst: Bool) throws(TokenError) -> Bool {
        do { return try reader.nextElement(isFirst: isFirst) } catch { throw failed(error) }
    }

    private func kind(_ reader: inout JSONReader) throws(TokenError) -> JSONReader.Kind {
        do { return try reader.nextKind() } catch { throw failed(error) }
    }

    private func failed(_ failure: JSONReader.Failure) -> TokenError { .invalid(.malformedJSON(part, failure.reason)) }
}
