/// One member of a JSON object: its name, where it lives in the type, and everything that is said about it.
public struct Field<Root, Value: JSONValue>: Sendable {
    let field: ErasedField

    /// Declares a member.
    ///
    /// - Parameters:
    ///   - name: its name in JSON, or the name of the parameter or header.
    ///   - path: the property, stored for speed; computed ones are written, too.
    ///   - rules: what the value must meet; the first broken one is reported.
    ///   - defaultValue: the value when the member is absent; without one the member is required unless its type is optional.
    ///   - example: for the documentation.
    ///   - description: for the documentation.
    ///   - title: for the documentation; made from the name unless given.
    ///   - secret: never echoed in problems.
    ///   - omitNull: leave the member out when its value is null, instead of writing `null`.
    ///   - deprecated: for the documentation.
    @inlinable
    public init(
        _ name: String, _ path: any KeyPath<Root, Value> & Sendable, _ rules: Rule<Value.RuleSubject>..., default defaultValue: Value? = nil,
        example: Value? = nil, description: String? = nil, title: String? = nil, secret: Bool = false, omitNull: Bool = false, deprecated: Bool = false
    ) {
        let access = ErasedField.Access(
            offset: MemoryLayout<Root>.offset(of: path) ?? -1,
            write: { $0.assumingMemoryBound(to: Value.self).pointee.write(to: &$1) },
            writeComputed: { $0.assumingMemoryBound(to: Root.self).pointee[keyPath: path].write(to: &$1) },
            isNull: { $0.assumingMemoryBound(to: Value.self).pointee.isNull },
            isNullComputed: { $0.assumingMemoryBound(to: Root.self).pointee[keyPath: path].isNull },
            read: { (reader, slot) throws(JSONReader.Failure) in
                slot.assumingMemoryBound(to: Value.self).initialize(to: try Value.read(from: &reader))
            },
            destroy: { _ = $0.assumingMemoryBound(to: Value.self).deinitialize(count: 1) })
        let note = ErasedField.Note(title: title, description: description, isSecret: secret, omitsNull: omitNull, isDeprecated: deprecated)
        self.init(name, access, rules, defaultValue, example, note)
    }

    @usableFromInline
    init(
        _ name: String, _ access: ErasedField.Access, _ rules: [Rule<Value.RuleSubject>], _ defaultValue: Value?, _ example: Value?,
        _ note: ErasedField.Note
    ) {
        field = ErasedField(name, access, note, checks: .init(rules, defaultValue, isSecret: note.isSecret), words: .init(rules, defaultValue, example))
    }
}

/// A field without its types, so that one loop serves every object.
@usableFromInline
struct ErasedField: Sendable {
    let name: String
    let access: Access
    let note: Note
    let checks: Checks
    let words: Words

    init(_ name: String, _ access: Access, _ note: Note, checks: Checks, words: Words) {
        self.name = name
        self.access = access
        self.note = note
        self.checks = checks
        self.words = words
    }

    /// How the hot paths reach the value; closures that capture nothing where the compiler knows the types.
    @usableFromInline
    struct Access: Sendable {
        /// Bytes from the start of the root, negative for a computed property.
        let offset: Int
        let write: @Sendable (UnsafeRawPointer, inout JSONWriter) -> Void
        let writeComputed: @Sendable (UnsafeRawPointer, inout JSONWriter) -> Void
        let isNull: @Sendable (UnsafeRawPointer) -> Bool
        let isNullComputed: @Sendable (UnsafeRawPointer) -> Bool
        let read: @Sendable (inout JSONReader, UnsafeMutableRawPointer) throws(JSONReader.Failure) -> Void
        let destroy: @Sendable (UnsafeMutableRawPointer) -> Void

        @usableFromInline
        init(
            offset: Int, write: @escaping @Sendable (UnsafeRawPointer, inout JSONWriter) -> Void,
            writeComputed: @escaping @Sendable (UnsafeRawPointer, inout JSONWriter) -> Void, isNull: @escaping @Sendable (UnsafeRawPointer) -> Bool,
            isNullComputed: @escaping @Sendable (UnsafeRawPointer) -> Bool,
            read: @escaping @Sendable (inout JSONReader, UnsafeMutableRawPointer) throws(JSONReader.Failure) -> Void,
            destroy: @escaping @Sendable (UnsafeMutableRawPointer) -> Void
        ) {
            self.offset = offset
            self.write = write
            self.writeComputed = writeComputed
            self.isNull = isNull
            self.isNullComputed = isNullComputed
            self.read = read
            self.destroy = destroy
        }
    }

    /// What is said about the field and is not a value of its type.
    @usableFromInline
    struct Note: Sendable {
        let title: String?
        let description: String?
        let isSecret: Bool
        let omitsNull: Bool
        let isDeprecated: Bool

        @usableFromInline
        init(title: String?, description: String?, isSecret: Bool, omitsNull: Bool, isDeprecated: Bool) {
            self.title = title
            self.description = description
            self.isSecret = isSecret
            self.omitsNull = omitsNull
            self.isDeprecated = isDeprecated
        }
    }
}
