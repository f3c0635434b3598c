extension JSON {
    /// Lends a reader of one text, which `body` must read to its end: for who looks at every member himself, doubled ones included.
    ///
    /// - Parameter failure: what a broken text, or something left behind the value, is to the caller.
    public static func withReader<Value, Problem: Error>(
        of bytes: Span<UInt8>, maximumDepth: Int = defaultMaximumDepth, failure: (JSONReader.Failure) -> Problem,
        _ body: (inout JSONReader) throws(Problem) -> Value
    ) throws(Problem) -> Value {
        try bytes.withUnsafeBufferPointer { (buffer) throws(Problem) in
            var reader: JSONReader
            do throws(JSONReader.Failure) { reader = try JSONReader(checking: buffer, maximumDepth: maximumDepth) } catch { throw failure(error) }
            let value = try body(&reader)
            do throws(JSONReader.Failure) { try reader.finish() } catch { throw failure(error) }
            return value
        }
    }
}

extension JSONReader {
    /// Enters a `{`; names follow until there is none.
    public mutating func beginMembers() throws(Failure) { try beginObject() }

    /// The next member's name; its value follows, which must be read or passed over. Nil when the object ends here, and it is left then.
    public mutating func nextName(isFirst: Bool) throws(Failure) -> String? {
        guard try nextMember(isFirst: isFirst) else { return nil }
        let name = try readString()
        try readColon()
        return name
    }
}
