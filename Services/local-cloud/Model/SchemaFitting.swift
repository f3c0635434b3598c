import JSON

/// Makes a value that fits a JSON Schema, out of facts as far as they go.
///
/// Understood: `type` (also lists of types), `properties`, `required`, `items`, `enum`, `const`, `minItems`, `maxItems`, lengths, bounds, `multipleOf`,
/// `anyOf`, `oneOf`, `allOf`, `$ref` into the schema itself. `pattern` is left to the facts. Depth and size are bounded: what a schema demands beyond
/// them is null, or left out.
struct SchemaFitting {
    private let root: JSONFragment
    private var random: SeededRandom
    /// What may still be made: a value costs one, and one more for each 16 bytes of text.
    private var budget = 20_000
    private static let maximumDepth = 12

    static func fit(_ schema: JSONFragment, _ facts: JSONFragment, seed: UInt64) -> JSONFragment {
        var fitting = SchemaFitting(root: schema, random: SeededRandom(seed: seed, purpose: "schema"))
        return fitting.value(schema, name: "", facts, outer: facts, depth: 0)
    }

    private init(root: JSONFragment, random: SeededRandom) {
        self.root = root
        self.random = random
    }

    private mutating func value(_ schema: JSONFragment, name: String, _ fact: JSONFragment?, outer: JSONFragment, depth: Int) -> JSONFragment {
        guard budget > 0 else { return .null }
        budget -= 1
        let schema = resolved(schema, depth: depth)
        if let constant = schema["const"] { return paid(constant) }
        if let choices = schema["enum"]?.arrayValue, !choices.isEmpty { return paid(choice(choices, fact)) }
        switch type(of: schema, fact) {
        case "object": return object(schema, fact, outer, depth)
        case "array": return array(schema, name, fact, outer, depth)
        case "string": return .string(string(schema, name, fact))
        case "integer": return .int(Int(number(schema, fact).rounded()))
        case "number": return .double(number(schema, fact))
        case "boolean": return .bool(fact?.boolValue ?? random.chance(0.5))
        default: return .null
        }
    }

    /// A value that the schema holds itself, which may be long and asked for often.
    private mutating func paid(_ value: JSONFragment) -> JSONFragment {
        budget -= JSON.encode(value).count / 16
        return value
    }

    /// Follows references, and takes the first branch of a choice and all of a conjunction.
    private func resolved(_ schema: JSONFragment, depth: Int) -> JSONFragment {
        var schema = schema
        for _ in 0..<Self.maximumDepth {
            if let reference = schema["$ref"]?.stringValue {
                schema = reference.split(separator: "/").dropFirst().reduce(root) { $0[String($1)] ?? [:] }
            } else if let branches = (schema["anyOf"] ?? schema["oneOf"])?.arrayValue, !branches.isEmpty {
                schema = (depth > 6 ? branches.last : branches.first { $0["type"] != "null" }) ?? branches[0]
            } else if let parts = schema["allOf"]?.arrayValue {
                schema = parts.reduce(schema.without("allOf")) { $0.merged(with: $1) }
            } else {
                return schema
            }
        }
        return schema
    }

    private func type(of schema: JSONFragment, _ fact: JSONFragment?) -> String {
        if let name = schema["type"]?.stringValue { return name }
        if let names = schema["type"]?.arrayValue?.compactMap(\.stringValue), let first = names.first(where: { $0 != "null" }) { return first }
        if schema["properties"] != nil { return "object" }
        if schema["items"] != nil { return "array" }
        return "string"
    }

    private func choice(_ choices: [JSONFragment], _ fact: JSONFragment?) -> JSONFragment {
        if let fact, choices.contains(fact) { return fact }
        let text = fact?.stringValue?.lowercased() ?? ""
        let alike = choices.first { choice in
            guard let name = choice.stringValue?.lowercased(), !text.isEmpty else { return false }
            return name == text || name.contains(text) || text.contains(name)
        }
        return alike ?? choices[0]
    }

    private mutating func object(_ schema: JSONFragment, _ fact: JSONFragment?, _ outer: JSONFragment, _ depth: Int) -> JSONFragment {
        let facts = fact?.members == nil ? outer : fact!
        let required = schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? []
        var members: [JSONFragment.Member] = []
        for property in schema["properties"]?.members ?? [] {
            // What is deep and may be left out is left out: a schema may contain itself.
            if depth > Self.maximumDepth - 4, !required.contains(property.name) { continue }
            if depth >= Self.maximumDepth { break }
            let found = FactNames.fact(property.name, in: facts) ?? FactNames.fact(property.name, in: outer)
            members.append(.init(property.name, value(property.value, name: property.name, found, outer: facts, depth: depth + 1)))
        }
        for name in required where !members.contains(where: { $0.name == name }) {
            members.append(.init(name, FactNames.fact(name, in: facts) ?? .string(name)))
        }
        return .object(members)
    }

    private mutating func array(_ schema: JSONFragment, _ name: String, _ fact: JSONFragment?, _ outer: JSONFragment, _ depth: Int) -> JSONFragment {
        let least = min(1_000, max(0, schema["minItems"]?.intValue ?? 0)), most = max(least, schema["maxItems"]?.intValue ?? Int.max)
        var elements = fact?.arrayValue ?? fact.map { [$0] } ?? outer.members?.lazy.compactMap(\.value.arrayValue).first ?? []
        if depth >= Self.maximumDepth { return [] }
        if elements.isEmpty, most > 0 { elements = [.null] }
        elements = Array(elements.prefix(most))
        let sources = elements
        while elements.count < least { elements.append(sources.isEmpty ? .null : sources[elements.count % sources.count]) }
        let item = schema["items"] ?? ["type": "string"]
        return .array(elements.map { value(item, name: name, $0 == .null ? nil : $0, outer: outer, depth: depth + 1) })
    }

    private mutating func string(_ schema: JSONFragment, _ name: String, _ fact: JSONFragment?) -> String {
        var text = fact.map(FactNames.text) ?? Self.filler(schema["format"]?.stringValue, name)
        let least = min(10_000, schema["minLength"]?.intValue ?? 0), most = schema["maxLength"]?.intValue ?? Int.max
        // Lengths are counted in code points (JSON Schema, "minLength").
        if text.isEmpty, least > 0 { text = "あ" }
        text += String(repeating: "。", count: max(0, least - text.unicodeScalars.count))
        if text.unicodeScalars.count > most { text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(most))) }
        budget -= text.utf8.count / 16
        return text
    }

    private static func filler(_ format: String?, _ name: String) -> String {
        switch format {
        case "date": "2026-03-03"
        case "date-time": "2026-03-03T09:00:00Z"
        case "uuid": "00000000-0000-4000-8000-000000000000"
        case "email": "demo@example.com"
        case "uri": "https://example.com/"
        default: name.isEmpty ? "言葉" : name.replacing("_", with: " ")
        }
    }

    private mutating func number(_ schema: JSONFragment, _ fact: JSONFragment?) -> Double {
        // JSON can write numbers that are infinite here, and schemas steps of nothing.
        let finite = { (name: String) in schema[name]?.doubleValue.flatMap { $0.isFinite ? $0 : nil } }
        let multiple = finite("multipleOf").flatMap { $0 > 0 ? $0 : nil }, step = multiple ?? (type(of: schema, nil) == "integer" ? 1 : 0.001)
        var low = finite("minimum") ?? -.infinity, high = finite("maximum") ?? .infinity
        if let bound = finite("exclusiveMinimum") { low = max(low, bound + step) }
        if let bound = finite("exclusiveMaximum") { high = min(high, bound - step) }
        var number = fact?.doubleValue ?? (low.isFinite ? low : high.isFinite ? high : 1)
        number = min(max(number, low), max(low, high))
        if multiple != nil {
            number = (number / step).rounded() * step
            if number < low { number += step }
            if number > high { number -= step }
        }
        return min(max(number, -9e15), 9e15)
    }
}

extension SchemaFitting {
    /// The names of all properties, at most 500.
    static func propertyNames(_ schema: JSONFragment) -> [String] {
        var names: [String] = [], pending = [schema]
        while let next = pending.popLast(), names.count < 500 {
            for member in next.members ?? [] {
                if member.name == "properties" { names += member.value.members?.map(\.name) ?? [] }
                pending.append(member.value)
            }
            pending += next.arrayValue ?? []
        }
        return names
    }

    /// How many items the first array of a schema must have.
    static func wantedCount(_ schema: JSONFragment) -> Int? {
        var pending = [schema]
        while let next = pending.popLast() {
            if next["items"] != nil, let count = next["minItems"]?.intValue ?? next["maxItems"]?.intValue, (1...50).contains(count) { return count }
            pending += (next.members ?? []).map(\.value).reversed()
        }
        return nil
    }
}

extension JSONFragment {
    fileprivate func without(_ name: String) -> JSONFragment { .object((members ?? []).filter { $0.name != name }) }

    /// Both objects' members; of two objects of one name again both, of two lists one after the other, else the other's.
    fileprivate func merged(with other: JSONFragment) -> JSONFragment {
        var members = members ?? []
        for member in other.members ?? [] {
            if let index = members.firstIndex(where: { $0.name == member.name }) {
                let old = members[index].value
                if old.members != nil {
                    members[index].value = old.merged(with: member.value)
                } else if let first = old.arrayValue, let second = member.value.arrayValue {
                    members[index].value = .array(first + second)
                } else {
                    members[index].value = member.value
                }
            } else {
                members.append(member)
            }
        }
        return .object(members)
    }
}
