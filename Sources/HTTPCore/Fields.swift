/// Header or trailer fields in order, kept as the bytes of the wire with one slot of offsets per field.
///
/// A parsed head is one copy of its bytes; fields that are appended are written in wire form (`Name: value\r\n`), so that
/// serialising is one copy too. Lookups compare bytes without regard to case and allocate only for the value returned.
public struct Fields: Sendable {
    /// Where a field's name and value lie in the bytes.
    struct Slot: Sendable {
        var nameStart: UInt32
        var nameLength: UInt32
        var valueStart: UInt32
        var valueLength: UInt32

        var name: Range<Int> { Int(nameStart)..<Int(nameStart) + Int(nameLength) }
        var value: Range<Int> { Int(valueStart)..<Int(valueStart) + Int(valueLength) }
    }

    private(set) var bytes: [UInt8]
    private(set) var slots: [Slot]

    /// Creates no fields.
    public init() {
        bytes = []
        slots = []
    }

    /// Adopts a parsed head; the slots lie within `bytes`.
    init(bytes: [UInt8], slots: [Slot]) {
        self.bytes = bytes
        self.slots = slots
    }

    /// Creates no fields, with room for so many bytes in wire form and so many fields.
    public init(reservingBytes byteCount: Int, count: Int) {
        self.init()
        bytes.reserveCapacity(byteCount)
        slots.reserveCapacity(count)
    }

    /// The length of all fields in wire form.
    public var byteCount: Int { bytes.count }

    /// How many fields there are.
    public var count: Int { slots.count }

    /// True when there are none.
    public var isEmpty: Bool { slots.isEmpty }

    /// The first value of a field as text; nil when the field is missing. Invalid UTF-8 is replaced, as obs-text has no charset.
    public subscript(name: FieldName) -> String? {
        firstSlot(name).map { text($0.value) }
    }

    /// Every value of a field in order.
    public func all(_ name: FieldName) -> [String] {
        slots.filter { matches($0, name) }.map { text($0.value) }
    }

    /// True when the field is there.
    public func contains(_ name: FieldName) -> Bool { firstSlot(name) != nil }

    /// Lends the bytes of a field's first value; nil when the field is missing.
    public func withValue<Result>(_ name: FieldName, _ body: (Span<UInt8>) -> Result) -> Result? {
        guard let slot = firstSlot(name) else { return nil }
        return body(bytes.span.extracting(slot.value))
    }

    /// True when a list-valued field (RFC 9110 §5.6.1) holds `token`, in any of its lines and any case.
    public func list(_ name: FieldName, contains token: String) -> Bool {
        var token = token
        return token.withUTF8 { wanted in
            slots.contains { matches($0, name) && Self.list(bytes.span.extracting($0.value), contains: wanted.span) }
        }
    }

    private static func list(_ value: Span<UInt8>, contains token: Span<UInt8>) -> Bool {
        var elements = ListElements()
        while let element = elements.next(in: value) {
            if FieldSyntax.equalsIgnoringCase(value.extracting(element), token) { return true }
        }
        return false
    }
}

// MARK: - Changing

extension Fields {
    /// Adds a field after the others.
    ///
    /// Bytes a value must not hold (CR, LF, NUL and other controls, RFC 9110 §5.5) become spaces, so that no value can end its line.
    public mutating func append(_ name: FieldName, _ value: String) {
        var slot = Slot(nameStart: UInt32(bytes.count), nameLength: UInt32(name.text.utf8.count), valueStart: 0, valueLength: UInt32(value.utf8.count))
        bytes.append(contentsOf: name.text.utf8)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        slot.valueStart = UInt32(bytes.count)
        bytes.append(contentsOf: value.utf8)
        replaceControls(from: Int(slot.valueStart))
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
        slots.append(slot)
    }

    private mutating func replaceControls(from start: Int) {
        var place = bytes.span.firstControl(from: start)
        while place < bytes.count {
            if !FieldSyntax.isValueByte(bytes[place]) { bytes[place] = UInt8(ascii: " ") }
            place = bytes.span.firstControl(from: place + 1)
        }
    }

    /// Adds every field of `other` after these.
    public mutating func append(contentsOf other: Fields) {
        let shift = UInt32(bytes.count)
        bytes.append(contentsOf: other.bytes)
        for slot in other.slots {
            var moved = slot
            moved.nameStart += shift
            moved.valueStart += shift
            slots.append(moved)
        }
    }

    /// Replaces every field of this name by one with `value`.
    public mutating func set(_ name: FieldName, _ value: String) {
        remove(name)
        append(name, value)
    }

    /// Removes every field of this name.
    public mutating func remove(_ name: FieldName) {
        guard contains(name) else { return }
        var kept = Fields()
        for slot in slots where !matches(slot, name) { kept.append(FieldName(trusted: text(slot.name)), text(slot.value)) }
        self = kept
    }
}

// MARK: - Reading bytes

extension Fields {
    func firstSlot(_ name: FieldName) -> Slot? {
        slots.first { matches($0, name) }
    }

    private func matches(_ slot: Slot, _ name: FieldName) -> Bool {
        var text = name.text
        guard Int(slot.nameLength) == text.utf8.count else { return false }
        return text.withUTF8 { wanted in
            FieldSyntax.equalsIgnoringCase(bytes.span.extracting(slot.name), wanted.span)
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension Fields: Sequence {
    /// Walks the fields in order, as names and values.
    public func makeIterator() -> AnyIterator<(name: FieldName, value: String)> {
        var index = 0
        return AnyIterator {
            guard index < slots.count else { return nil }
            defer { index += 1 }
            return (FieldName(trusted: text(slots[index].name)), text(slots[index].value))
        }
    }
}

extension Fields: ExpressibleByDictionaryLiteral {
    /// Creates fields from a literal, in its order.
    public init(dictionaryLiteral elements: (FieldName, String)...) {
        self.init()
        for (name, value) in elements { append(name, value) }
    }
}

extension Fields: Equatable {
    /// Equal when names (in any case) and values agree in order.
    public static func == (left: Fields, right: Fields) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    }
}
