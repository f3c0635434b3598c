import JSON

/// The JSON Schema of a type as models take it: in one piece, as not every model follows references.
enum ToolSchema {
    /// A type within itself ends here: anything goes below.
    private static let maximumDepth = 6

    static func schema<Value: JSONObject>(of type: Value.Type) -> JSONFragment {
        var registry = SchemaRegistry()
        let schema = Value.json.schema(in: &registry)
        let (schemas, names) = registry.settled()
        return inlined(schema.fragment.renamingReferences(names), schemas, depth: 0)
    }

    private static let path = "#/components/schemas/"

    private static func inlined(_ fragment: JSONFragment, _ schemas: JSONFragment, depth: Int) -> JSONFragment {
        switch fragment {
        case .array(let elements): return .array(elements.map { inlined($0, schemas, depth: depth) })
        case .object(let members):
            if let target = fragment["$ref"]?.stringValue, target.hasPrefix(path) {
                guard depth < maximumDepth, let schema = schemas[String(target.dropFirst(path.count))] else { return [:] }
                return inlined(schema, schemas, depth: depth + 1)
            }
            return .object(kept(members).map { .init($0.name, inlined($0.value, schemas, depth: depth)) })
        default: return fragment
        }
    }

    /// Titles repeat names, and cost tokens. A property may be called so, too.
    private static func kept(_ members: [JSONFragment.Member]) -> [JSONFragment.Member] {
        members.filter { $0.name != "title" || $0.value.stringValue == nil }
    }
}
