extension FieldTable {
    /// Converts a parsed object into the slots, recording every problem; false, and no slot initialised, when there was one.
    func validate(_ input: JSONFragment, into slots: UnsafeMutableRawPointer, _ problems: inout ProblemCollector) -> Bool {
        guard case .object(let members) = input else {
            let words = "Input should be a valid dictionary or object to extract fields from"
            problems.add("model_attributes_type", words, input: covered(input))
            return false
        }
        let places = places(of: members)
        let isGood = fill(slots, &problems, missing: { covered(input) }) { index in places[index].map { members[$0] } }
        guard refusesUnknown else { return isGood }
        let used = Set(places)
        let unknown = members.indices.lazy.filter { !used.contains($0) }.map { members[$0] }
        let hasUnknown = refuseUnknown(unknown, &problems)
        if isGood, hasUnknown { destroyAll(slots) }
        return isGood && !hasUnknown
    }

    func index(named name: String, from expected: Int = 0) -> Int? {
        var name = name
        return name.withUTF8 { index(of: $0, from: expected) }
    }

    /// Converts the parameters of a query, a form or headers into the slots.
    func validate(
        parameters: (String) -> [String], allNames: () -> [String], into slots: UnsafeMutableRawPointer, _ problems: inout ProblemCollector
    ) -> Bool {
        var used: Set<String> = []
        let isGood = fill(slots, &problems, missing: { .null }) { index in
            let field = entries[index].field
            for name in [field.name] + field.note.otherNames {
                let values = parameters(name)
                guard let last = values.last else { continue }
                used.insert(name)
                return .init(name, field.checks.takesManyParameters ? .array(values.map { .string($0) }) : .string(last))
            }
            return nil
        }
        guard refusesUnknown else { return isGood }
        let unknown = allNames().filter { used.insert($0).inserted }.prefix(ProblemCollector.maximumProblems)
        let hasUnknown = refuseUnknown(unknown.map { Self.given(parameters($0), as: $0) }, &problems)
        if isGood, hasUnknown { destroyAll(slots) }
        return isGood && !hasUnknown
    }

    private static func given(_ values: [String], as name: String) -> JSONFragment.Member {
        .init(name, values.count == 1 ? .string(values[0]) : .array(values.map { .string($0) }))
    }

    private func fill(
        _ slots: UnsafeMutableRawPointer, _ problems: inout ProblemCollector, missing: () -> JSONFragment,
        _ find: (_ index: Int) -> JSONFragment.Member?
    ) -> Bool {
        var filled = FilledSlots()
        for index in 0..<entries.count {
            let field = entries[index].field, slot = slots + entries[index].slot
            let isGood: Bool
            if let member = find(index) {
                isGood = problems.at(.name(member.name)) { field.checks.validate(member.value, slot, &$0) }
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

    private func refuseUnknown(_ members: some Sequence<JSONFragment.Member>, _ problems: inout ProblemCollector) -> Bool {
        let mayBeSecret = reachesSecrets
        var hasUnknown = false
        for member in members {
            if case .tag = named(member.name) { continue }
            hasUnknown = true
            problems.at(.name(member.name)) {
                $0.add("extra_forbidden", "Extra inputs are not permitted", input: mayBeSecret ? ProblemCollector.redaction : member.value)
            }
            if problems.isFull { break }
        }
        return hasUnknown
    }
}

// MARK: - Secrets

extension FieldTable {
    /// Whether a field of this table, or of one below it, is secret.
    func reachesSecrets(_ visited: inout Set<ObjectIdentifier>) -> Bool {
        holdsSecrets || entries.contains { $0.field.checks.holdsSecrets(&visited) }
    }

    private var reachesSecrets: Bool {
        var visited: Set<ObjectIdentifier> = []
        return reachesSecrets(&visited)
    }

    /// The input as a problem may echo it.
    func covered(_ input: JSONFragment) -> JSONFragment {
        reachesSecrets ? redacted(input.pruned()) : input
    }

    /// The input for echoing: declared secrets are covered, and beside or above them also what no field names, for it may be a secret misspelt.
    func redacted(_ input: JSONFragment) -> JSONFragment {
        let mayBeSecret = reachesSecrets
        guard case .object(let members) = input else {
            switch input {
            case .null, .bool: return input
            default: return mayBeSecret ? ProblemCollector.redaction : input
            }
        }
        return .object(
            members.map { member in
                switch named(member.name) {
                case .field(let index): .init(member.name, entries[index].field.checks.redacted(member.value))
                case .tag: member
                case .nobody: mayBeSecret ? .init(member.name, ProblemCollector.redaction) : member
                }
            })
    }
}
