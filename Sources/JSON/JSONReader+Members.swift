public import Glibc

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
    /// A member's name as it stands in the text, without a copy: good while its reader is.
    @frozen public struct Name {
        @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
        @usableFromInline let hasEscapes: Bool

        init(_ bytes: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) {
            self.bytes = bytes
            self.hasEscapes = hasEscapes
        }

        /// The name as a string, escapes undone.
        public var text: String {
            guard hasEscapes else { return String(decoding: bytes, as: UTF8.self) }
            // It was read before: with its quotes it is a JSON text.
            let quoted = UnsafeBufferPointer(start: bytes.baseAddress! - 1, count: bytes.count + 2)
            return (try? JSON.read(String.self, from: quoted.span)) ?? ""
        }

        /// Whether two names have the same characters, however they are escaped.
        @inlinable
        @inline(__always)
        public static func == (left: Name, right: Name) -> Bool {
            if left.hasEscapes || right.hasEscapes { return left.text == right.text }
            return left.isSame(right.bytes.baseAddress!, right.bytes.count)
        }

        /// Lets a `switch` name the members it knows.
        @inlinable
        @inline(__always)
        public static func ~= (known: StaticString, name: Name) -> Bool {
            name.hasEscapes ? name.isUnescaped(known) : name.isSame(known.utf8Start, known.utf8CodeUnitCount)
        }

        @usableFromInline
        @inline(never)
        func isUnescaped(_ known: StaticString) -> Bool { text == known.description }

        @inlinable
        @inline(__always)
        func isSame(_ other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
            guard bytes.count == count else { return false }
            return count == 0 || bytes.baseAddress![0] == other[0] && memcmp(bytes.baseAddress!, other, count) == 0
        }
    }

    /// Enters a `{`; names follow until there is none.
    public mutating func beginMembers() throws(Failure) { try beginObject() }

    /// The next member's name; its value follows, which must be read or passed over. Nil when the object ends here, and it is left then.
    public mutating func nextName(isFirst: Bool) throws(Failure) -> Name? {
        guard try nextMember(isFirst: isFirst) else { return nil }
        position += 1
        let first = position
        skipPlainBytes()
        let isPlain = position < end && position.pointee == UInt8(ascii: "\"")
        if isPlain { position += 1 } else { _ = try readEscapedString(from: first) }
        let name = Name(UnsafeBufferPointer(start: first, count: position - 1 - first), hasEscapes: !isPlain)
        try readColon()
        return name
    }
}
