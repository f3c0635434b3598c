extension Object {
    /// What the documentation needs to list a field as a parameter.
    public struct FieldDescription: Sendable {
        /// The name of the member or parameter.
        public let name: String
        /// Its schema, with title, default and examples.
        public let schema: JSONSchema
        /// Whether it must be given.
        public let isRequired: Bool
        /// Whether every output has it.
        public let isAlwaysWritten: Bool
        /// What it is.
        public let description: String?
        /// The value when it is absent, where there is one.
        public let defaultValue: JSONFragment?
        /// Good values.
        public let examples: [JSONFragment]
        /// Whether callers should stop using it.
        public let isDeprecated: Bool
        /// Whether it may be given several times.
        public let takesMany: Bool
        /// Whether it is left out of the documentation.
        public let isHidden: Bool
    }

    /// The fields in the order of the declaration.
    public func fieldDescriptions(in registry: inout SchemaRegistry) -> [FieldDescription] {
        var descriptions: [FieldDescription] = []
        for entry in table.entries {
            let field = entry.field
            descriptions.append(
                FieldDescription(
                    name: field.name, schema: field.schema(in: &registry), isRequired: field.words.isRequired, isAlwaysWritten: !field.note.omitsNull,
                    description: field.note.description, defaultValue: field.words.defaultValue, examples: field.words.examples,
                    isDeprecated: field.note.isDeprecated, takesMany: field.checks.takesManyParameters, isHidden: field.note.isHidden))
        }
        return descriptions
    }

    /// The schema itself, not a reference to it.
    public func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        let fields = fieldDescriptions(in: &registry).filter { !$0.isHidden }
        let tags = table.tags.map { JSONFragment.Member($0.name, $0.schema.fragment) }
        var schema: JSONSchema = ["properties": .object(tags + fields.map { .init($0.name, $0.schema.fragment) }), "type": "object"]
        let needed = fields.filter { registry.purpose == .input ? $0.isRequired : $0.isAlwaysWritten }.map(\.name)
        let required = (tags.map(\.name) + needed).map(JSONFragment.string)
        if !required.isEmpty { schema["required"] = .array(required) }
        schema["title"] = .string(table.title)
        schema["description"] = table.description.map { .string($0) }
        if table.refusesUnknown { schema["additionalProperties"] = false }
        return schema
    }
}

extension ErasedField {
    func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        var schema = words.schema(&registry)
        // A reference speaks for itself: pydantic gives it no title.
        if schema["$ref"] == nil || note.title != nil { schema["title"] = .string(note.title ?? Self.title(name)) }
        // What the type says of itself stays where the field says nothing.
        if let description = note.description { schema["description"] = .string(description) }
        if let value = words.defaultValue { schema["default"] = value }
        if !words.examples.isEmpty { schema["examples"] = .array(words.examples) }
        if note.isSecret {
            schema["format"] = schema["format"] ?? "password"
            schema["writeOnly"] = true
        }
        if note.isDeprecated { schema["deprecated"] = true }
        return schema
    }

    /// `word_count` becomes `Word Count`.
    static func title(_ name: String) -> String {
        name.split { $0 == "_" || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
