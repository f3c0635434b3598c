import JSON

extension JSONFragment {
    /// With the members of every object in the order of their names, as JSON gives no meaning to it.
    var sorted: JSONFragment {
        switch self {
        case .array(let elements): .array(elements.map(\.sorted))
        case .object(let members): .object(members.map { .init($0.name, $0.value.sorted) }.sorted { $0.name < $1.name })
        default: self
        }
    }
}
