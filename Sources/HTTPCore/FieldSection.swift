/// Reads field lines up to the empty line that ends them (RFC 9112 §5), as many bytes at a time as there are.
///
/// Remembers how far it looked, so that no byte is scanned twice however the bytes arrive.
struct FieldSection: Sendable {
    enum Step {
        case needsMore
        case field(Fields.Slot)
        case end
    }

    /// Where the first line starts; the slots count from here.
    private(set) var start = 0
    /// Where the line to be read next starts; after `end`, where the section ended.
    private(set) var position = 0
    private var scanned = 0
    private var slots: [Fields.Slot] = []

    /// Begins a section at `start`.
    mutating func begin(at start: Int) {
        self.start = start
        position = start
        scanned = start
        if slots.capacity == 0 { slots.reserveCapacity(16) }
        if !slots.isEmpty { slots.removeAll(keepingCapacity: true) }
    }

    /// Reads one line.
    @inline(__always)
    mutating func next(_ bytes: Span<UInt8>, fieldCount: Int) throws(ParseError) -> Step {
        guard position < bytes.count else { return .needsMore }
        if bytes[position] <= 0x20 { return try emptyLine(bytes) }
        guard slots.count < fieldCount else { throw .tooManyFields }
        guard let end = try lineEnd(bytes) else { return .needsMore }
        let slot = try field(bytes, end: end)
        slots.append(slot)
        position = end &+ 2
        scanned = position
        return .field(slot)
    }

    /// The fields that were read, with one copy of their bytes and of what stands before them from `first` on.
    func finish(_ bytes: Span<UInt8>, from first: Int) -> Fields {
        Fields(copying: bytes.extracting(first..<position - 2), linesStart: start - first, slots: slots)
    }

    /// A line that starts with white space or a control byte: the end of the section, or an error.
    private mutating func emptyLine(_ bytes: Span<UInt8>) throws(ParseError) -> Step {
        switch bytes[position] {
        case 0x0D:
            guard position + 1 < bytes.count else { return .needsMore }
            guard bytes[position + 1] == 0x0A else { throw .bareLineEnd }
            position += 2
            return .end
        case 0x0A: throw .bareLineEnd
        case 0x20, 0x09: throw slots.isEmpty ? .badFieldName : .obsoleteFolding
        default: throw .badFieldName
        }
    }

    /// Where the CR LF of this line is; nil when it has not come.
    @inline(__always)
    private mutating func lineEnd(_ bytes: Span<UInt8>) throws(ParseError) -> Int? {
        while true {
            scanned = bytes.firstControl(from: scanned)
            guard scanned < bytes.count else { return nil }
            if bytes[scanned] == 0x0D {
                guard scanned &+ 1 < bytes.count else { return nil }
                guard bytes[scanned &+ 1] == 0x0A else { throw .bareLineEnd }
                return scanned
            }
            guard bytes[scanned] == 0x09 else { throw controlError(bytes) }
            scanned &+= 1
        }
    }

    private func controlError(_ bytes: Span<UInt8>) -> ParseError {
        if bytes[scanned] == 0x0A { return .bareLineEnd }
        return bytes.firstPlace(of: UInt8(ascii: ":"), from: position) < scanned ? .badFieldValue : .badFieldName
    }

    @inline(__always)
    private func field(_ bytes: Span<UInt8>, end: Int) throws(ParseError) -> Fields.Slot {
        var colon = position
        while FieldSyntax.isTokenByte(bytes[colon]) { colon &+= 1 }
        guard colon > position, bytes[colon] == UInt8(ascii: ":") else { throw .badFieldName }
        let value = ListElements.trimmed(colon &+ 1..<end, of: bytes)
        return Fields.Slot(
            nameStart: UInt32(truncatingIfNeeded: position &- start), nameLength: UInt32(truncatingIfNeeded: colon &- position),
            valueStart: UInt32(truncatingIfNeeded: value.lowerBound &- start), valueLength: UInt32(truncatingIfNeeded: value.count))
    }
}
