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
    ///   - alsoNamed: further names under which it is taken, in order of preference, when it is not there under its own; it is written under its own.
    ///   - examples: more than one, for the documentation.
    ///   - hidden: taken, but left out of the documentation.
    @inlinable
    public init(
        _ name: String, _ path: any KeyPath<Root, Value> & Sendable, _ rules: Rule<Value.RuleSubject>..., default defaultValue: Value? = nil,
        example: Value? = nil, description: String? = nil, title: String? = nil, secret: Bool = false, omitNull: Bool = false, deprecated: Bool = false,
        alsoNamed otherNames: [String] = [], examples: [Value] = [], hidden: Bool = false
    ) {
        let read: @Sendable (inout JSONReader, UnsafeMutableRawPointer) throws(JSONReader.Failure) -> Void = {
            (reader, slot) throws(JSONReader.Failure) in
            slot.assumingMemoryBound(to: Value.self).initialize(to: try Value.read(from: &reader))
        }
        let holds: @Sendable (UnsafeRawPointer) -> Bool = { slot in
            guard let subject = slot.assumingMemoryBound(to: Value.self).pointee.ruleSubject else { return true }
            for rule in rules where !rule.holds(subject) { return false }
            return true
        }
        let access = ErasedField.Access(
            Self.writing(path), read: read, holds: holds, destroy: { _ = $0.assumingMemoryBound(to: Value.self).deinitialize(count: 1) })
        let note = ErasedField.Note(
            title: title, description: description, isSecret: secret, omitsNull: omitNull, isDeprecated: deprecated, otherNames: otherNames, isHidden: hidden)
        self.init(name, access, rules, defaultValue, (example.map { [$0] } ?? []) + examples, note)
    }

    /// A stored property is read where it lies, without copying it; a computed one is asked for.
    @inlinable
    static func writing(_ path: any KeyPath<Root, Value> & Sendable) -> ErasedField.Writing {
        guard let offset = MemoryLayout<Root>.offset(of: path) else {
            return ErasedField.Writing(
                offset: 0, write: { $0.assumingMemoryBound(to: Root.self).pointee[keyPath: path].write(to: &$1) },
                isNull: { $0.assumingMemoryBound(to: Root.self).pointee[keyPath: path].isNull })
        }
        return ErasedField.Writing(
            offset: offset, write: { Value.write(at: $0.assumingMemoryBound(to: Value.self), to: &$1) },
            isNull: { $0.assumingMemoryBound(to: Value.self).pointee.isNull })
    }

    @usableFromInline
    init(
        _ name: String, _ access: ErasedField.Access, _ rules: [Rule<Value.RuleSubject>], _ defaultValue: Value?, _ examples: [Value],
        _ note: ErasedField.Note
    ) {
        field = ErasedField(name, access, note, checks: .init(rules, defaultValue, isSecret: note.isSecret), words: .init(rules, defaultValue, examples))
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

    /// How a value is found in its object and written; the closures capture nothing where the compiler knows the types.
    @usableFromInline
    struct Writing: Sendable {
        /// Bytes from the start of the root to what the closures look at; 0 for a computed property, which needs the root.
        let offset: Int
        let write: @Sendable (UnsafeRawPointer, inout JSONWriter) -> Void
        let isNull: @Sendable (UnsafeRawPointer) -> Bool

        @usableFromInline
        init(
            offset: Int, write: @escaping @Sendable (UnsafeRawPointer, inout JSONWriter) -> Void, isNull: @escaping @Sendable (UnsafeRawPointer) -> Bool
        ) {
            self.offset = offset
            self.write = write
            self.isNull = isNull
        }
    }

    /// How the hot paths reach a value.
    @usableFromInline
    struct Access: Sendable {
        let writing: Writing
        let read: @Sendable (inout JSONReader, UnsafeMutableRawPointer) throws(JSONReader.Failure) -> Void
        /// Whether the value in a slot meets every rule.
        let holds: @Sendable (UnsafeRawPointer) -> Bool
        let destroy: @Sendable (UnsafeMutableRawPointer) -> Void

        @usableFromInline
        init(
            _ writing: Writing, read: @escaping @Sendable (inout JSONReader, UnsafeMutableRawPointer) throws(JSONReader.Failure) -> Void,
            holds: @escaping @Sendable (UnsafeRawPointer) -> Bool, destroy: @escaping @Sendable (UnsafeMutableRawPointer) -> Void
        ) {
            self.writing = writing
            self.read = read
            self.holds = holds
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
        let otherNames: [String]
        let isHidden: Bool

        @usableFromInline
        init(
            title: String?, description: String?, isSecret: Bool, omitsNull: Bool, isDeprecated: Bool, otherNames: [String], isHidden: Bool
        ) {
            self.title = title
            self.description = description
            self.isSecret = isSecret
            self.omitsNull = omitsNull
            self.isDeprecated = isDeprecated
            self.otherNames = otherNames
            self.isHidden = isHidden
        }
    }
}
