import JSON

/// A small validator of JSON Schema, written apart from what it judges.
enum SchemaChecker {
    static func problems(_ value: JSONFragment, _ schema: JSONFragment, root: JSONFragment, at place: String = "$") -> [String] {
        var problems: [String] = []
        func demand(_ isMet: Bool, _ rule: String) { if !isMet { problems.append("\(place): \(rule)") } }
        if let reference = schema["$ref"]?.stringValue {
            let target = reference.split(separator: "/").dropFirst().reduce(root) { $0[String($1)] ?? .null }
            return Self.problems(value, target, root: root, at: place)
        }
        if let constant = schema["const"] { demand(value == constant, "const") }
        if let choices = schema["enum"]?.arrayValue { demand(choices.contains(value), "enum") }
        if let branches = schema["anyOf"]?.arrayValue {
            demand(branches.contains { Self.problems(value, $0, root: root, at: place).isEmpty }, "anyOf")
        }
        for part in schema["allOf"]?.arrayValue ?? [] { problems += Self.problems(value, part, root: root, at: place) }
        if let type = schema["type"]?.stringValue { demand(has(value, type), "type \(type), not \(JSON.string(value).prefix(40))") }
        if let text = value.stringValue {
            if let least = schema["minLength"]?.intValue { demand(text.unicodeScalars.count >= least, "minLength") }
            if let most = schema["maxLength"]?.intValue { demand(text.unicodeScalars.count <= most, "maxLength") }
        }
        if let number = value.doubleValue {
            if let bound = schema["minimum"]?.doubleValue { demand(number >= bound, "minimum") }
            if let bound = schema["maximum"]?.doubleValue { demand(number <= bound, "maximum") }
            if let bound = schema["exclusiveMinimum"]?.doubleValue { demand(number > bound, "exclusiveMinimum") }
            if let step = schema["multipleOf"]?.doubleValue { demand((number / step).rounded() == number / step, "multipleOf") }
        }
        if let elements = value.arrayValue {
            if let least = schema["minItems"]?.intValue { demand(elements.count >= least, "minItems") }
            if let most = schema["maxItems"]?.intValue { demand(elements.count <= most, "maxItems") }
            for (index, element) in elements.enumerated() {
                if let items = schema["items"] { problems += Self.problems(element, items, root: root, at: "\(place)[\(index)]") }
            }
        }
        if let members = value.members {
            for name in schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? [] { demand(members.contains { $0.name == name }, "required \(name)") }
            for member in members {
                if let property = schema["properties"]?[member.name] {
                    problems += Self.problems(member.value, property, root: root, at: "\(place).\(member.name)")
                }
                if schema["additionalProperties"] == false { demand(schema["properties"]?[member.name] != nil, "additional \(member.name)") }
            }
        }
        return problems
    }

    private static func has(_ value: JSONFragment, _ type: String) -> Bool {
        switch type {
        case "object": value.members != nil
        case "array": value.arrayValue != nil
        case "string": value.stringValue != nil
        case "integer": value.intValue != nil
        case "number": value.doubleValue != nil
        case "boolean": value.boolValue != nil
        default: value == .null
        }
    }
}
