extension JSONFragment {
    /// Reads a value of any kind; of members with the same name the last one wins, at the place of the first, as in Python.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> JSONFragment {
        switch try reader.nextKind() {
        case .null:
            _ = try reader.readNull()
            return .null
        case .bool: return .bool(try reader.readBool())
        case .number: return number(try reader.readNumberToken())
        case .string: return .string(try reader.readString())
        case .array: return .array(try readElements(&reader))
        case .object: return .object(try readMembers(&reader))
        }
    }

    private static func number(_ token: JSONReader.NumberToken) -> JSONFragment {
        guard token.isInteger else { return .double(JSONNumber.double(token.bytes)) }
        if let value = JSONNumber.int(token.bytes) { return .int(value) }
        return .largeInteger(String(decoding: token.bytes, as: UTF8.self))
    }

    private static func readElements(_ reader: inout JSONReader) throws(JSONReader.Failure) -> [JSONFragment] {
        var elements: [JSONFragment] = []
        try reader.beginArray()
        while try reader.nextElement(isFirst: elements.isEmpty) { elements.append(try read(from: &reader)) }
        return elements
    }

    private static func readMembers(_ reader: inout JSONReader) throws(JSONReader.Failure) -> [Member] {
        var members = UniqueMembers()
        var isFirst = true
        try reader.beginObject()
        while try reader.nextMember(isFirst: isFirst) {
            let name = try reader.readString()
            try reader.readColon()
            members.set(name, try read(from: &reader))
            isFirst = false
        }
        return members.members
    }
}

/// Members by name; an index is kept once there are many, so that a hostile object costs linear time.
private struct UniqueMembers {
    var members: [JSONFragment.Member] = []
    private var places: [String: Int] = [:]

    mutating func set(_ name: String, _ value: JSONFragment) {
        if let place = place(of: name) {
            members[place].value = value
            return
        }
        if !places.isEmpty { places[name] = members.count }
        members.append(JSONFragment.Member(name, value))
        if places.isEmpty, members.count > 16 {
            for (place, member) in members.enumerated() { places[member.name] = place }
        }
    }

    private func place(of name: String) -> Int? {
        places.isEmpty ? members.firstIndex { $0.name == name } : places[name]
    }
}
