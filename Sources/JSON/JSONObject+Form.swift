extension JSONObject {
    /// Reads an object from the fields of a form, or throws every problem with them.
    ///
    /// As FastAPI does: of a field that is no list the last value counts, an empty text is an absent value, and a list takes every value.
    public static func decode(form fields: [JSONFragment.Member], location: LocationElement = "body") throws(InvalidInput) -> Self {
        try decode(json.table.gathered(fields), location: [location])
    }
}

extension FieldTable {
    /// The object that a form's fields make: those that are declared in the order of their declaration, then all others.
    func gathered(_ fields: [JSONFragment.Member]) -> JSONFragment {
        var declared = [[JSONFragment]](repeating: [], count: entries.count)
        var others: [String: [JSONFragment]] = [:], otherNames: [String] = []
        for field in fields {
            if let index = index(named: field.name) {
                declared[index].append(field.value)
            } else {
                if others[field.name] == nil { otherNames.append(field.name) }
                others[field.name, default: []].append(field.value)
            }
        }
        let known = entries.indices.compactMap { index in value(of: declared[index], at: index).map { JSONFragment.Member(entries[index].field.name, $0) } }
        let unknown = otherNames.map { name in
            let values = others[name] ?? []
            return JSONFragment.Member(name, values.count == 1 ? values[0] : .array(values))
        }
        return .object(known + unknown)
    }

    private func value(of values: [JSONFragment], at index: Int) -> JSONFragment? {
        guard let last = values.last else { return Optional.none }
        if entries[index].field.checks.takesManyParameters { return .array(values) }
        if last == .string("") { return Optional.none }
        return last
    }
}
