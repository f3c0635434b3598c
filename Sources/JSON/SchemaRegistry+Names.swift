extension SchemaRegistry {
    /// The value of `components.schemas`, and the references that are written otherwise than they were given out.
    public func settled() -> (schemas: JSONFragment, names: [String: String]) {
        let names = finalNames()
        // Of equal twins the first stands for both.
        var known: Set<String> = []
        let members = components.compactMap { component in
            let name = names[component.name] ?? component.name
            return known.insert(name).inserted ? JSONFragment.Member(name, component.titled(name).fragment.renamingReferences(names)) : nil
        }
        return (.object(members.sorted { $0.name < $1.name }), names)
    }

    private func finalNames() -> [String: String] {
        let twins = Dictionary(grouping: components, by: \.base).filter { $0.value.count == 2 }
        let equal = equalTwins(twins)
        var names: [String: String] = [:]
        for component in components {
            let isSplit = twins[component.base] != nil && !equal.contains(component.base)
            switch component.purpose {
            case .input where isSplit: names[component.name] = component.base + "-Input"
            case .output where !isSplit: names[component.name] = component.base
            default: break
            }
        }
        return names
    }

    /// Twins that say the same, taking for equal what they refer to unless it differs: types may contain each other.
    private func equalTwins(_ twins: [String: [Component]]) -> Set<String> {
        var equal = Set(twins.keys)
        while true {
            let names = Dictionary(uniqueKeysWithValues: equal.map { ("\($0)-Output", $0) })
            let kept = equal.filter { base in
                let schemas = twins[base]?.map { $0.schema.fragment.renamingReferences(names) } ?? []
                return schemas.first == schemas.last
            }
            if kept == equal { return equal }
            equal = kept
        }
    }
}

extension SchemaRegistry.Component {
    /// Twins have titles of their own: generators of clients name classes by them.
    fileprivate func titled(_ name: String) -> JSONSchema {
        guard name != base, let title = schema["title"]?.stringValue else { return schema }
        var schema = schema
        schema["title"] = .string(title + (purpose == .input ? " Input" : " Output"))
        return schema
    }
}

extension JSONFragment {
    private static let schemaPath = "#/components/schemas/"

    /// A copy whose references to the schemas of a document have these names instead: `$ref`, and what a discriminator maps its tags to.
    public func renamingReferences(_ names: [String: String]) -> JSONFragment {
        switch self {
        case .array(let elements): return .array(elements.map { $0.renamingReferences(names) })
        case .object(let members):
            return .object(
                members.map { member in
                    switch (member.name, member.value) {
                    case ("$ref", .string(let target)): Member(member.name, Self.renamed(target, names))
                    case ("mapping", .object(let targets)): Member(member.name, .object(targets.map { Self.renamedTarget($0, names) }))
                    default: Member(member.name, member.value.renamingReferences(names))
                    }
                })
        default: return self
        }
    }

    private static func renamedTarget(_ target: Member, _ names: [String: String]) -> Member {
        guard case .string(let text) = target.value else { return Member(target.name, target.value.renamingReferences(names)) }
        return Member(target.name, renamed(text, names))
    }

    private static func renamed(_ target: String, _ names: [String: String]) -> JSONFragment {
        guard target.hasPrefix(schemaPath), let name = names[String(target.dropFirst(schemaPath.count))] else { return .string(target) }
        return .string(schemaPath + name)
    }
}
