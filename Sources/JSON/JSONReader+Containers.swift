extension JSONReader {
    /// Enters a `[`; every call is paired with one of `endContainer`.
    public mutating func beginArray() throws(Failure) {
        try begin(UInt8(ascii: "["))
    }

    mutating func beginObject() throws(Failure) {
        try begin(UInt8(ascii: "{"))
    }

    private mutating func begin(_ bracket: UInt8) throws(Failure) {
        guard skip(bracket) else { throw mismatch() }
        guard levelsLeft > 0 else { throw failure(.tooDeep, at: position - 1) }
        levelsLeft -= 1
    }

    /// Whether another element follows; leaves the array when none does. A bracket right after a comma fails in the read that follows.
    public mutating func nextElement(isFirst: Bool) throws(Failure) -> Bool {
        if skip(UInt8(ascii: "]")) {
            levelsLeft += 1
            return false
        }
        if isFirst { return true }
        guard skip(UInt8(ascii: ",")) else { throw failure(.expectedComma, at: position) }
        return true
    }

    /// Whether another member follows; leaves the object when none does. Behind it stands the member's name.
    @inline(__always)
    mutating func nextMember(isFirst: Bool) throws(Failure) -> Bool {
        // Most objects are written without spaces.
        if !isFirst, end - position >= 2, position[0] == UInt8(ascii: ","), position[1] == UInt8(ascii: "\"") {
            position += 1
            return true
        }
        return try nextSpacedMember(isFirst: isFirst)
    }

    private mutating func nextSpacedMember(isFirst: Bool) throws(Failure) -> Bool {
        let byte = peek()
        if byte == UInt8(ascii: ","), !isFirst {
            position += 1
            guard peek() == UInt8(ascii: "\"") else { throw failure(.expectedName, at: position) }
            return true
        }
        if byte == UInt8(ascii: "}") {
            position += 1
            levelsLeft += 1
            return false
        }
        guard isFirst else { throw failure(.expectedComma, at: position) }
        guard byte == UInt8(ascii: "\"") else { throw failure(.expectedName, at: position) }
        return true
    }

    mutating func readColon() throws(Failure) {
        guard skip(UInt8(ascii: ":")) else { throw failure(.expectedColon, at: position) }
    }

    /// Passes over one value of any kind, checking its syntax.
    public mutating func skipValue() throws(Failure) {
        switch try nextKind() {
        case .null: _ = try readNull()
        case .bool: _ = try readBool()
        case .number: _ = try readNumberToken()
        case .string: try skipString()
        case .array:
            try beginArray()
            var isFirst = true
            while try nextElement(isFirst: isFirst) {
                try skipValue()
                isFirst = false
            }
        case .object:
            try beginObject()
            var isFirst = true
            while try nextMember(isFirst: isFirst) {
                try skipString()
                try readColon()
                try skipValue()
                isFirst = false
            }
        }
    }

    private mutating func skipString() throws(Failure) {
        position += 1
        let first = position
        skipPlainBytes()
        if position < end, position.pointee == UInt8(ascii: "\"") {
            position += 1
        } else {
            _ = try readEscapedString(from: first)
        }
    }
}
