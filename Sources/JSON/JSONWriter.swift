import Glibc

/// Writes JSON text into one growing buffer.
public struct JSONWriter: ~Copyable {
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Bytes written so far.
    public private(set) var count = 0

    /// An empty writer with room for this many bytes before it grows.
    public init(expectedBytes: Int = 1_024) {
        capacity = max(expectedBytes, 64)
        buffer = .allocate(capacity: capacity)
    }

    deinit { buffer.deallocate() }

    /// A copy of what has been written.
    public var bytes: [UInt8] {
        Array(UnsafeBufferPointer(start: buffer, count: count))
    }

    /// Lends what has been written.
    public func withBytes<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(start: buffer, count: count).span)
    }

    /// Forgets what has been written and keeps the room.
    public mutating func removeAll() {
        count = 0
    }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        memcpy(larger, buffer, count)
        buffer.deallocate()
        buffer = larger
    }

    /// Writes one byte of structure.
    @inline(__always)
    mutating func byte(_ byte: UInt8) {
        reserve(1)
        buffer[count] = byte
        count += 1
    }

    /// Writes text that is JSON already.
    public mutating func write(raw text: StaticString) {
        write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes bytes that are JSON already; the caller answers for that.
    @inline(__always)
    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count > 0 else { return }
        reserve(bytes.count)
        memcpy(buffer + count, bytes.baseAddress!, bytes.count)
        count += bytes.count
    }

    /// Writes `null`.
    public mutating func writeNull() {
        write(raw: "null")
    }

    /// Writes `true` or `false`.
    public mutating func write(_ value: Bool) {
        write(raw: value ? "true" : "false")
    }

    /// Writes an integer.
    public mutating func write(_ value: Int) {
        reserve(20)
        if value < 0 {
            buffer[count] = UInt8(ascii: "-")
            count += 1
        }
        var rest = value.magnitude
        var place = count + Self.digits(rest)
        count = place
        repeat {
            place -= 1
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            buffer[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
        } while rest > 0
    }

    private static func digits(_ value: UInt) -> Int {
        var count = 1, limit: UInt = 10
        while value >= limit {
            count += 1
            let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
            if overflow { break }
            limit = next
        }
        return count
    }

    /// Writes the shortest text that reads back as the same double; `null` for infinities and NaN, which JSON lacks.
    public mutating func write(_ value: Double) {
        guard value.isFinite else { return writeNull() }
        var text = value.description
        text.withUTF8 { write($0) }
    }

    /// Writes a string in quotes; only quote, backslash and control characters are escaped.
    public mutating func write(_ value: String) {
        if value.utf8.withContiguousStorageIfAvailable({ writeString($0) }) == nil {
            var native = value
            native.withUTF8 { writeString($0) }
        }
    }

    private mutating func writeString(_ text: UnsafeBufferPointer<UInt8>) {
        // Six bytes for each is the worst case (\u00XX); long texts are reserved piece by piece instead.
        byte(UInt8(ascii: "\""))
        var rest = text[...]
        while rest.count > 0 {
            let piece = UnsafeBufferPointer(rebasing: rest.prefix(4_096))
            reserve(piece.count * 6 + 8)
            writePiece(piece)
            rest = rest.dropFirst(piece.count)
        }
        byte(UInt8(ascii: "\""))
    }

    private mutating func writePiece(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let source = piece.baseAddress else { return }
        var index = 0
        while index < piece.count {
            if piece.count - index >= 8 {
                let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
                UnsafeMutableRawPointer(buffer + count).storeBytes(of: word, as: UInt64.self)
                let special = JSONBytes.specialMask(UInt64(littleEndian: word))
                let plain = special == 0 ? 8 : special.trailingZeroBitCount / 8
                index += plain
                count += plain
                if special == 0 { continue }
            }
            writeCharacter(source[index])
            index += 1
        }
    }

    @inline(__always)
    private mutating func writeCharacter(_ byte: UInt8) {
        if JSONBytes.isSpecial(byte) { return writeEscape(byte) }
        buffer[count] = byte
        count += 1
    }

    private mutating func writeEscape(_ byte: UInt8) {
        switch byte {
        case 0x22: write(raw: "\\\"")
        case 0x5C: write(raw: "\\\\")
        case 0x0A: write(raw: "\\n")
        case 0x0D: write(raw: "\\r")
        case 0x09: write(raw: "\\t")
        case 0x08: write(raw: "\\b")
        case 0x0C: write(raw: "\\f")
        default:
            write(raw: byte < 0x10 ? "\\u000" : "\\u001")
            self.byte(byte & 15 < 10 ? UInt8(ascii: "0") + byte & 15 : UInt8(ascii: "a") + byte & 15 - 10)
        }
    }
}
