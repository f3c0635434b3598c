extension SchemaRegistry {
    /// The value of `components.schemas`, and the references that are written otherwise than they were given out.
    public func settled() -> (schemas: JSONFragment, names: [String: String]) {
        let names = finalNames()
        // Of equal twins the first stands for both.
        var known: Set<String> = []
        let members = components.compactMap { component in
            let name = names[component.name] ?? component.name
            return known.insert(name).inserted ? JSONFragment.Member(name, component.schema.fragment.renamingReferences(names)) : nil
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

extension JSONFragment {
    /// A copy whose references to the schemas of a document have these names instead.
    public func renamingReferences(_ names: [String: String]) -> JSONFragment {
        let path = "#/components/schemas/"
        switch self {
        case .array(let elements): return .array(elements.map { $0.renamingReferences(names) })
        case .object(let members):
            return .object(
                members.map { member in
                    guard member.name == "$ref", let target = member.value.stringValue, target.hasPrefix(path),
                        let name = names[String(target.dropFirst(path.count))]
                    else { return Member(member.name, member.value.renamingReferences(names)) }
                    return Member(member.name, .string(path + name))
                })
        default: return self
        }
    }
}
