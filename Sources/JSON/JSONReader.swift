import Glibc

/// Reads one JSON text from borrowed bytes, token by token, checking every rule of RFC 8259 on the way.
///
/// The bytes have been proven to be UTF-8 when a reader is made, so that strings are copied without a second look.
/// A type that is read from JSON calls the `read…` methods; each leaves the reader behind the value or throws.
public struct JSONReader: ~Copyable {
    let start: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    var position: UnsafePointer<UInt8>
    var levelsLeft: Int

    /// Borrows the bytes for as long as the reader lives, after proving that they are UTF-8 without a byte order mark.
    @usableFromInline
    init(checking bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) throws(Failure) {
        guard let first = bytes.baseAddress, bytes.count > 0 else { throw Failure(reason: .expectedValue, byteOffset: 0) }
        if bytes.count >= 3, first[0] == 0xEF, first[1] == 0xBB, first[2] == 0xBF { throw Failure(reason: .byteOrderMark, byteOffset: 0) }
        if let place = UTF8Validation.firstInvalidByte(bytes) { throw Failure(reason: .invalidUTF8, byteOffset: place) }
        start = first
        end = first + bytes.count
        position = first
        levelsLeft = maximumDepth
    }

    /// Why reading stopped: broken JSON, or a value that the reading type does not take as it stands.
    public struct Failure: Error, Sendable, Equatable {
        /// What was wrong.
        public let reason: JSONSyntaxReason
        /// Where, in bytes from the start.
        public let byteOffset: Int
    }

    func failure(_ reason: JSONSyntaxReason, at place: UnsafePointer<UInt8>) -> Failure {
        Failure(reason: reason, byteOffset: place - start)
    }

    /// The error for a value of another kind than the type wants, or outside its rules.
    public func mismatch() -> Failure {
        failure(.mismatch, at: position)
    }

    @inline(__always)
    mutating func skipWhiteSpace() {
        while position < end, position.pointee <= 0x20 {
            let byte = position.pointee
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    /// The first byte of the next token, or nil at the end; white space before it is passed over.
    @inline(__always)
    mutating func peek() -> UInt8? {
        skipWhiteSpace()
        return position < end ? position.pointee : nil
    }

    /// Passes over this byte when it is the next token.
    @inline(__always)
    mutating func skip(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    /// What kind of value comes next, judged by its first byte.
    public mutating func nextKind() throws(Failure) -> Kind {
        guard let byte = peek() else { throw failure(.expectedValue, at: position) }
        switch byte {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw failure(.expectedValue, at: position)
        }
    }

    /// The six kinds of JSON values.
    public enum Kind: Sendable, Equatable {
        /// The literal `null`.
        case null
        /// `true` or `false`.
        case bool
        /// Any number.
        case number
        /// A string in quotes.
        case string
        /// Values in square brackets.
        case array
        /// Members in braces.
        case object
    }

    /// Reads `null`; false when something else comes next.
    public mutating func readNull() throws(Failure) -> Bool {
        guard peek() == UInt8(ascii: "n") else { return false }
        try literal("null")
        return true
    }

    /// Reads `true` or `false`.
    public mutating func readBool() throws(Failure) -> Bool {
        switch peek() {
        case UInt8(ascii: "t"): try literal("true"); return true
        case UInt8(ascii: "f"): try literal("false"); return false
        default: throw mismatch()
        }
    }

    private mutating func literal(_ text: StaticString) throws(Failure) {
        let count = text.utf8CodeUnitCount
        guard end - position >= count, memcmp(position, text.utf8Start, count) == 0 else { throw failure(.expectedValue, at: position) }
        position += count
    }

    /// Fails unless only white space is left.
    @usableFromInline
    mutating func finish() throws(Failure) {
        if peek() != nil { throw failure(.extraData, at: position) }
    }
}
