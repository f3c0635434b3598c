/// Header or trailer fields in order, kept as the bytes of the wire with one slot of offsets per field.
///
/// A parsed head is one copy of its bytes; fields that are appended are written in wire form (`Name: value\r\n`), so that
/// serialising is one copy too. Lookups compare bytes without regard to case and allocate only for the value returned.
public struct Fields: Sendable {
    /// In one piece of memory: what may stand before the lines (the request line of a parsed head), the lines, and their slots.
    var storage: [UInt8]
    var linesStart: UInt32
    var linesEnd: UInt32
    var slotCount: UInt32

    /// Creates no fields.
    public init() {
        storage = []
        linesStart = 0
        linesEnd = 0
        slotCount = 0
    }

    /// Creates no fields, with room for so many bytes in wire form and so many fields.
    public init(reservingBytes byteCount: Int, count: Int) {
        self.init()
        storage.reserveCapacity(byteCount + count * Slot.byteCount)
    }

    /// The length of all fields in wire form.
    public var byteCount: Int { Int(linesEnd &- linesStart) }

    /// How many fields there are.
    public var count: Int { Int(slotCount) }

    /// True when there are none.
    public var isEmpty: Bool { slotCount == 0 }

    /// The first value of a field as text; nil when the field is missing. Invalid UTF-8 is replaced, as obs-text has no charset.
    public subscript(name: FieldName) -> String? {
        firstSlot(name).map { text($0.value) }
    }

    /// Every value of a field in order.
    public func all(_ name: FieldName) -> [String] {
        var values: [String] = []
        var next = 0
        while let index = firstIndex(name, from: next) {
            values.append(text(slot(at: index).value))
            next = index + 1
        }
        return values
    }

    /// True when the field is there.
    public func contains(_ name: FieldName) -> Bool { firstIndex(name, from: 0) != nil }

    /// Lends the bytes of a field's first value; nil when the field is missing.
    public func withValue<Result>(_ name: FieldName, _ body: (Span<UInt8>) -> Result) -> Result? {
        guard let slot = firstSlot(name) else { return nil }
        return body(storage.span.extracting(place(slot.value)))
    }

    /// True when a list-valued field (RFC 9110 §5.6.1) holds `token`, in any of its lines and any case.
    public func list(_ name: FieldName, contains token: String) -> Bool {
        var token = token
        return token.withUTF8 { wanted in
            var next = 0
            while let index = firstIndex(name, from: next) {
                if Self.list(storage.span.extracting(place(slot(at: index).value)), contains: wanted.span) { return true }
                next = index + 1
            }
            return false
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
        var value = value
        value.withUTF8 { append(name, utf8: $0.span) }
    }

    /// Adds a field after the others, as `append(_:_:)` does.
    public mutating func append(_ name: FieldName, utf8 value: Span<UInt8>) {
        var name = name.text
        name.withUTF8 { name in value.withUnsafeBufferPointer { appendLine(UnsafeRawBufferPointer(name), UnsafeRawBufferPointer($0)) } }
    }

    /// Adds every field of `other` after these.
    public mutating func append(contentsOf other: Fields) {
        if isEmpty, other.linesStart == 0, storage.capacity < other.storage.count { return self = other }
        appendLines(of: other)
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
        for (other, value) in self where other != name { kept.append(other, value) }
        self = kept
    }
}

extension Fields: Sequence {
    /// Walks the fields in order, as names and values.
    public func makeIterator() -> AnyIterator<(name: FieldName, value: String)> {
        var index = 0
        return AnyIterator {
            guard index < count else { return nil }
            defer { index += 1 }
            let slot = slot(at: index)
            return (FieldName(trusted: text(slot.name)), text(slot.value))
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
