/// Walks the elements of a comma-separated field value (RFC 9110 §5.6.1) without quoted strings; empty elements are yielded too.
struct ListElements {
    private var position: Int? = 0

    /// Where the next element lies in `value`, without the white space around it; nil after the last.
    mutating func next(in value: Span<UInt8>) -> Range<Int>? {
        guard let start = position else { return nil }
        let comma = value.firstPlace(of: UInt8(ascii: ","), from: start)
        position = comma < value.count ? comma + 1 : nil
        return Self.trimmed(start..<comma, of: value)
    }

    /// The range without spaces and tabs at its ends (OWS, RFC 9110 §5.6.3).
    @inline(__always)
    static func trimmed(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start &+= 1 }
        while end > start, bytes[end &- 1] == 0x20 || bytes[end &- 1] == 0x09 { end &-= 1 }
        return start..<end
    }
}
