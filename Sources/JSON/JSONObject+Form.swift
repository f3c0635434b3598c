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
        var values: [String: [JSONFragment]] = [:], otherNames: [String] = []
        for field in fields {
            if values[field.name] == nil, index(named: field.name) == nil { otherNames.append(field.name) }
            values[field.name, default: []].append(field.value)
        }
        let known = entries.compactMap { member($0.field.name, $0.field, values) }
        let others = otherNames.compactMap { name in
            if case .field(let index) = named(name) { return member(name, entries[index].field, values) }
            return values[name].map { JSONFragment.Member(name, $0.count == 1 ? $0[0] : .array($0)) }
        }
        return .object(known + others)
    }

    private func member(_ name: String, _ field: ErasedField, _ all: [String: [JSONFragment]]) -> JSONFragment.Member? {
        guard let values = all[name], let last = values.last else { return nil }
        if field.checks.takesManyParameters { return .init(name, .array(values)) }
        return last == .string("") ? nil : .init(name, last)
    }
}
