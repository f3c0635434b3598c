/// The fields of one log line, appended straight as JSON bytes.
/// A value longer than 8 KiB is cut (`…`); once a line holds 64 KiB, further fields are left out and `"truncated":true` ends it.
public struct LogFields: ~Copyable {
    static let maximumValueBytes = 8 * 1024
    static let maximumLineBytes = 64 * 1024

    private var buffer: LogBuffer
    private var isTruncated = false

    init(capacity: Int) {
        buffer = LogBuffer(capacity: capacity)
    }

    init(lent: UnsafeMutableBufferPointer<UInt8>) { buffer = LogBuffer(lent: lent) }

    var bytes: UnsafeBufferPointer<UInt8> { buffer.bytes }

    /// A text; quotes, control characters and line separators are escaped.
    public mutating func field(_ name: StaticString, _ value: String) {
        guard key(name) else { return }
        if value.utf8.withContiguousStorageIfAvailable({ appendQuoted($0) }) == nil {
            Array(value.utf8).withUnsafeBufferPointer { appendQuoted($0) }
        }
    }

    /// A text, when there is one; nothing is written for nil.
    public mutating func field(_ name: StaticString, _ value: String?) {
        if let value { field(name, value) }
    }

    /// Bytes that should be UTF-8; what is not becomes U+FFFD.
    public mutating func field(_ name: StaticString, utf8 value: Span<UInt8>) {
        guard key(name) else { return }
        value.withUnsafeBufferPointer { appendQuoted($0) }
    }

    /// An integer.
    public mutating func field(_ name: StaticString, _ value: Int) {
        if key(name) { buffer.appendDecimal(value) }
    }

    /// An integer of another type.
    public mutating func field(_ name: StaticString, _ value: some FixedWidthInteger) {
        guard key(name) else { return }
        if let small = Int(exactly: value) { buffer.appendDecimal(small) } else { buffer.append(Array(value.description.utf8)) }
    }

    /// A number; NaN and the infinities, which JSON lacks, become null.
    public mutating func field(_ name: StaticString, _ value: Double) {
        guard key(name) else { return }
        buffer.append(Array((value.isFinite ? value.description : "null").utf8))
    }

    /// A truth value.
    public mutating func field(_ name: StaticString, _ value: Bool) {
        guard key(name) else { return }
        buffer.append(value ? "true" as StaticString : "false")
    }

    /// A length of time as milliseconds with three decimals; name the field `…_ms`.
    public mutating func field(_ name: StaticString, milliseconds value: Duration) {
        guard key(name) else { return }
        let (seconds, attoseconds) = value.components
        let (microseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        guard !overflow, microseconds.magnitude < 1 << 62 else { return buffer.append("null" as StaticString) }
        buffer.appendThousandths(Int(microseconds + attoseconds / 1_000_000_000_000))
    }

    /// An error: its type and its full, internal description. For logs only, never for users.
    public mutating func field(_ name: StaticString, error: any Error) {
        field(name, String(reflecting: error))
    }
}

extension LogFields {
    mutating func begin(at time: UnixTime, level: LogLevel, service: [UInt8], event: StaticString, bound: [UInt8]) {
        buffer.append("{\"time\":\"")
        buffer.appendTimestamp(time)
        buffer.append("\",\"level\":\"")
        buffer.append(level.name)
        buffer.append(UInt8(ascii: "\""))
        buffer.append(service)
        field("event", event)
        buffer.append(bound)
    }

    mutating func end() {
        if isTruncated { buffer.append(",\"truncated\":true") }
        buffer.append("}\n")
    }

    private mutating func field(_ name: StaticString, _ value: StaticString) {
        guard key(name) else { return }
        value.withUTF8Buffer { appendQuoted($0) }
    }

    private mutating func key(_ name: StaticString) -> Bool {
        guard buffer.count < Self.maximumLineBytes else {
            isTruncated = true
            return false
        }
        // Names are literals of this project.
        assert(name.withUTF8Buffer { isPlainASCII($0) }, "a name that would need to be escaped")
        buffer.appendKey(name)
        return true
    }

    private mutating func appendQuoted(_ value: UnsafeBufferPointer<UInt8>) {
        buffer.append(UInt8(ascii: "\""))
        buffer.appendEscaped(UnsafeBufferPointer(rebasing: value.prefix(Self.maximumValueBytes)))
        if value.count > Self.maximumValueBytes { buffer.append("…") }
        buffer.append(UInt8(ascii: "\""))
    }
}
