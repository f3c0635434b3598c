extension FieldTable {
    /// Converts a parsed object into the slots, recording every problem; false, and no slot initialised, when there was one.
    func validate(_ input: JSONFragment, into slots: UnsafeMutableRawPointer, _ problems: inout ProblemCollector) -> Bool {
        guard case .object(let members) = input else {
            let words = "Input should be a valid dictionary or object to extract fields from"
            problems.add("model_attributes_type", words, input: redacted(input))
            return false
        }
        let places = Dictionary(members.enumerated().map { ($1.name, $0) }) { $1 }
        let isGood = fill(slots, &problems, missing: { redacted(input) }) { name, _ in places[name].map { members[$0].value } }
        guard refusesUnknown else { return isGood }
        let hasUnknown = refuseUnknown(members.map { ($0.name, $0.value) }, &problems)
        if isGood, hasUnknown { destroyAll(slots) }
        return isGood && !hasUnknown
    }

    /// Converts the parameters of a query, a form or headers into the slots.
    func validate(
        parameters: (String) -> [String], allNames: [String], into slots: UnsafeMutableRawPointer, _ problems: inout ProblemCollector
    ) -> Bool {
        let isGood = fill(slots, &problems, missing: { .null }) { name, takesMany in
            let values = parameters(name)
            guard let last = values.last else { return nil }
            return takesMany ? .array(values.map { .string($0) }) : .string(last)
        }
        guard refusesUnknown else { return isGood }
        let hasUnknown = refuseUnknown(allNames.map { ($0, .string(parameters($0).last ?? "")) }, &problems)
        if isGood, hasUnknown { destroyAll(slots) }
        return isGood && !hasUnknown
    }

    private func fill(
        _ slots: UnsafeMutableRawPointer, _ problems: inout ProblemCollector, missing: () -> JSONFragment,
        _ find: (_ name: String, _ takesMany: Bool) -> JSONFragment?
    ) -> Bool {
        var filled = FilledSlots()
        for index in 0..<entries.count {
            let field = entries[index].field, slot = slots + entries[index].slot
            let isGood: Bool
            if let input = find(field.name, field.checks.takesManyParameters) {
                isGood = problems.at(.name(field.name)) { field.checks.validate(input, slot, &$0) }
            } else {
                isGood = field.checks.fillAbsent(slot)
                if !isGood { problems.at(.name(field.name)) { $0.add("missing", "Field required", input: missing()) } }
            }
            if isGood { filled.insert(index) }
        }
        let isWhole = (0..<entries.count).allSatisfy(filled.contains)
        if !isWhole { destroy(filled, in: slots) }
        return isWhole
    }

    func destroyAll(_ slots: UnsafeMutableRawPointer) {
        for entry in entries { entry.access.destroy(slots + entry.slot) }
    }

    private func refuseUnknown(_ members: [(String, JSONFragment)], _ problems: inout ProblemCollector) -> Bool {
        let known = Set(entries.map(\.field.name))
        var hasUnknown = false
        for (name, value) in members where !known.contains(name) {
            hasUnknown = true
            let input = holdsSecrets ? ProblemCollector.redaction : value
            problems.at(.name(name)) { $0.add("extra_forbidden", "Extra inputs are not permitted", input: input) }
        }
        return hasUnknown
    }

    /// The input for echoing: declared secrets are covered, and beside them also what no field names, for it may be a secret misspelt.
    func redacted(_ input: JSONFragment) -> JSONFragment {
        guard case .object(let members) = input else {
            switch input {
            case .null, .bool: return input
            default: return holdsSecrets ? ProblemCollector.redaction : input
            }
        }
        let fields = Dictionary(uniqueKeysWithValues: entries.map { ($0.field.name, $0.field) })
        return .object(
            members.map { member in
                guard let field = fields[member.name] else { return holdsSecrets ? .init(member.name, ProblemCollector.redaction) : member }
                return .init(member.name, field.checks.redacted(member.value))
            })
    }
}
