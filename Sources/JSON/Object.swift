import Glibc

/// The one declaration of a JSON object: how it is made, and its fields.
///
/// `Object("Word", { Word(id: $0, japanese: $1) }, Field("id", \.id), Field("japanese", \.japanese, .length(1...)))`.
/// At most 64 fields. Unknown members are passed over, or refused where `unknownFields: .refuse` says so; of members with the same name
/// the last one wins.
public final class Object<Root: Sendable>: Sendable {
    /// What to do with members that no field names.
    public enum UnknownFields: Sendable {
        /// Check their syntax and forget them.
        case ignore
        /// Report `extra_forbidden`.
        case refuse
    }

    /// The name of the schema component.
    public var name: String { table.name }

    @usableFromInline let table: FieldTable
    @usableFromInline let make: @Sendable (UnsafeMutableRawPointer) -> Root
    @usableFromInline let rules: [Rule<Root>]

    /// Declares an object; `make` takes the values of the fields in their order.
    @inlinable
    public convenience init<each Value: JSONValue>(
        _ name: String, _ make: @escaping @Sendable (repeat each Value) -> Root, _ fields: repeat Field<Root, each Value>,
        title: String? = nil, description: String? = nil, unknownFields: UnknownFields = .ignore, rules: [Rule<Root>] = []
    ) {
        var slots = SlotLayout()
        repeat slots.add(each fields)
        self.init(name, title, description, unknownFields, rules, slots) { base in
            var cursor = SlotCursor(base)
            return make(repeat cursor.take((each Value).self))
        }
    }

    @usableFromInline
    init(
        _ name: String, _ title: String?, _ description: String?, _ unknownFields: UnknownFields, _ rules: [Rule<Root>], _ slots: SlotLayout,
        _ make: @escaping @Sendable (UnsafeMutableRawPointer) -> Root
    ) {
        table = FieldTable(name, title ?? name, description, refusesUnknown: unknownFields == .refuse, slots)
        self.make = make
        self.rules = rules
    }

    /// The same object behind members that say which case of a union it is.
    init(_ other: Object, tags: [ObjectTag]) {
        table = FieldTable(other.table, tags: tags)
        make = other.make
        rules = other.rules
    }
}

/// Places the fields' values one behind the other while an object is being put together.
@usableFromInline
struct SlotLayout {
    var fields: [(field: ErasedField, slot: Int)] = []
    var byteCount = 0

    @usableFromInline
    init() {}

    @usableFromInline
    mutating func add<Root, Value>(_ field: Field<Root, Value>) {
        let slot = Self.aligned(byteCount, for: Value.self)
        fields.append((field.field, slot))
        byteCount = slot + MemoryLayout<Value>.size
    }

    @usableFromInline
    static func aligned<Value>(_ offset: Int, for _: Value.Type) -> Int {
        let mask = MemoryLayout<Value>.alignment - 1
        return (offset + mask) & ~mask
    }
}

/// Moves the values out of their places, in order.
@usableFromInline
struct SlotCursor {
    @usableFromInline let base: UnsafeMutableRawPointer
    @usableFromInline var offset = 0

    @inlinable
    init(_ base: UnsafeMutableRawPointer) {
        self.base = base
    }

    @inlinable
    mutating func take<Value>(_: Value.Type) -> Value {
        let mask = MemoryLayout<Value>.alignment - 1
        let slot = (offset + mask) & ~mask
        offset = slot + MemoryLayout<Value>.size
        return (base + slot).assumingMemoryBound(to: Value.self).move()
    }
}
