import Glibc

/// The fields of one object, laid out for the loops that read and write.
@usableFromInline
final class FieldTable: @unchecked Sendable {
    /// One field as the hot loops see it: they reach through a pointer for the one thing they need, so that nothing else is retained.
    struct Entry {
        let access: ErasedField.Access
        let slot: Int
        let check: ErasedField.QuickCheck
        let omitsNull: Bool
        let isNumber: Bool
        /// Whether it is taken under further names: then the thorough road decides which of several counts.
        let hasOtherNames: Bool
        /// `,"name":` in memory that lives as long as the table.
        let key: UnsafeBufferPointer<UInt8>
        /// The first eight bytes of the quoted name, and which of them count.
        let firstBytes: UInt64
        let firstMask: UInt64
        /// The last eight bytes of the quoted name when it has more than eight.
        let lastBytes: UInt64
        let field: ErasedField

        init(_ field: ErasedField, slot: Int, key: UnsafeBufferPointer<UInt8>) {
            access = field.access
            self.slot = slot
            check = field.checks.quick
            omitsNull = field.note.omitsNull
            isNumber = field.checks.isNumber
            hasOtherNames = !field.note.otherNames.isEmpty
            self.key = key
            let first = key.dropFirst().prefix(8)
            firstBytes = first.reversed().reduce(0) { $0 << 8 | UInt64($1) }
            lastBytes = key.suffix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
            firstMask = first.count == 8 ? .max : 1 << UInt64(first.count * 8) - 1
            self.field = field
        }

        /// The name with its quotes and colon.
        @inline(__always)
        var quotedName: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: key.baseAddress! + 1, count: key.count - 1) }
        /// The bytes of the name alone; the declaration's name needs no escapes.
        @inline(__always)
        var nameBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: key.baseAddress! + 2, count: key.count - 4) }
    }

    let name: String
    let title: String
    let description: String?
    let refusesUnknown: Bool
    let holdsSecrets: Bool
    @usableFromInline let slotBytes: Int
    let entries: UnsafeBufferPointer<Entry>
    /// Further names of the fields, each field's in order of preference.
    let otherNames: [OtherName]
    /// Members before the fields that say which case of a union the object is.
    let tags: [ObjectTag]
    /// `{"kind":"text"` in memory that lives as long as the table; nil where there are no tags.
    let opening: UnsafeBufferPointer<UInt8>?

    /// The address of an entry.
    @inline(__always)
    func entry(_ index: Int) -> UnsafePointer<Entry> { entries.baseAddress! + index }

    convenience init(_ name: String, _ title: String, _ description: String?, refusesUnknown: Bool, _ slots: SlotLayout) {
        self.init(name, title, description, refusesUnknown, slots.fields, max(slots.byteCount, 1), tags: [])
    }

    /// The same fields behind tags.
    convenience init(_ other: FieldTable, tags: [ObjectTag]) {
        let fields = other.entries.map { (field: $0.field, slot: $0.slot) }
        self.init(other.name, other.title, other.description, other.refusesUnknown, fields, other.slotBytes, tags: tags)
    }

    private init(
        _ name: String, _ title: String, _ description: String?, _ refusesUnknown: Bool, _ fields: [(field: ErasedField, slot: Int)], _ slotBytes: Int,
        tags: [ObjectTag]
    ) {
        precondition(fields.count <= 64, "\(name) declares more than 64 fields")
        let names = tags.map(\.name) + fields.flatMap { [$0.field.name] + $0.field.note.otherNames }
        precondition(Set(names).count == names.count, "\(name) declares a name twice")
        self.name = name
        self.title = title
        self.description = description
        self.refusesUnknown = refusesUnknown
        self.slotBytes = slotBytes
        self.tags = tags
        holdsSecrets = fields.contains { $0.field.note.isSecret }
        opening = tags.isEmpty ? nil : Self.kept(ObjectTag.opening(tags))
        otherNames = fields.enumerated().flatMap { index, field in field.field.note.otherNames.map { OtherName(bytes: Array($0.utf8), index: index) } }
        let table = UnsafeMutableBufferPointer<Entry>.allocate(capacity: fields.count)
        _ = table.initialize(from: fields.map { Entry($0.field, slot: $0.slot, key: Self.key($0.field.name)) })
        entries = UnsafeBufferPointer(table)
    }

    deinit {
        for entry in entries { entry.key.deallocate() }
        opening?.deallocate()
        UnsafeMutableBufferPointer(mutating: entries).deinitialize()
        entries.deallocate()
    }

    private static func key(_ name: String) -> UnsafeBufferPointer<UInt8> {
        precondition(name.utf8.allSatisfy { !JSONBytes.isSpecial($0) }, "a field's name must not need escapes: \(name)")
        return kept([UInt8(ascii: ","), UInt8(ascii: "\"")] + Array(name.utf8) + [UInt8(ascii: "\""), UInt8(ascii: ":")])
    }

    private static func kept(_ bytes: [UInt8]) -> UnsafeBufferPointer<UInt8> {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        return UnsafeBufferPointer(copy)
    }
}
