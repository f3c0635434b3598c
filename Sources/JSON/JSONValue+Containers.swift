extension Optional: JSONValue where Wrapped: JSONValue {
    /// Rules look at what is inside.
    public typealias RuleSubject = Wrapped.RuleSubject

    /// Takes the value as it stands, without conversions.
    @inlinable
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Wrapped? {
        if try reader.readNull() { return nil }
        return try Wrapped.read(from: &reader)
    }

    /// Writes the value.
    @inlinable
    public func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.writeNull() }
    }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Wrapped?? {
        if case .null = input { return .some(nil) }
        return Wrapped.validate(input, &problems).map(Optional.some)
    }

    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        .any([Wrapped.schema(in: &registry), ["type": "null"]])
    }

    /// What rules look at.
    public var ruleSubject: Wrapped.RuleSubject? { self?.ruleSubject }
    /// What an absent member means.
    public static var valueWhenAbsent: Wrapped?? { .some(nil) }
    /// Whether the value is written as `null`.
    public var isNull: Bool { self == nil }
    /// Whether a parameter may be given several times.
    public static var takesManyParameters: Bool { Wrapped.takesManyParameters }
    /// Whether a parameter is the text of a JSON number.
    public static var isNumber: Bool { Wrapped.isNumber }
    /// Covers what is declared secret.
    public static func redacted(_ input: JSONFragment) -> JSONFragment { Wrapped.redacted(input) }
    /// Whether something in it is declared secret.
    public static func holdsSecrets(_ visited: inout Set<ObjectIdentifier>) -> Bool { Wrapped.holdsSecrets(&visited) }
}

extension Array: JSONCollection, JSONValue where Element: JSONValue {
    /// Pydantic's word for the collection.
    public static var kindName: String { "List" }
    /// The end of JSON Schema's keywords for it.
    public static var keywordSuffix: String { "Items" }
    /// Whether a parameter may be given several times.
    public static var takesManyParameters: Bool { true }

    /// Takes the value as it stands, without conversions.
    @inlinable
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> [Element] {
        var elements: [Element] = []
        var isFirst = true
        try reader.beginArray()
        while try reader.nextElement(isFirst: isFirst) {
            elements.append(try Element.read(from: &reader))
            isFirst = false
        }
        return elements
    }

    /// Writes the value.
    @inlinable
    public func write(to writer: inout JSONWriter) {
        writer.write(raw: "[")
        withUnsafeBufferPointer { elements in
            for index in 0..<elements.count {
                if index > 0 { writer.write(raw: ",") }
                Element.write(at: elements.baseAddress! + index, to: &writer)
            }
        }
        writer.write(raw: "]")
    }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> [Element]? {
        guard case .array(let inputs) = input else {
            problems.add("list_type", "Input should be a valid list", input: covered(input))
            return nil
        }
        var elements: [Element] = []
        elements.reserveCapacity(inputs.count)
        for (place, input) in inputs.enumerated() {
            if let element = problems.at(.index(place), { Element.validate(input, &$0) }) { elements.append(element) }
            if problems.isFull { return nil }
        }
        return elements.count == inputs.count ? elements : nil
    }

    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        ["type": "array", "items": Element.schema(in: &registry).fragment]
    }

    /// Covers what is declared secret.
    public static func redacted(_ input: JSONFragment) -> JSONFragment {
        guard case .array(let elements) = input else { return Element.redacted(input) }
        return .array(elements.map(Element.redacted))
    }

    /// Whether something in it is declared secret.
    public static func holdsSecrets(_ visited: inout Set<ObjectIdentifier>) -> Bool { Element.holdsSecrets(&visited) }
}

extension Dictionary: JSONCollection, JSONValue where Key == String, Value: JSONValue {
    /// Pydantic's word for the collection.
    public static var kindName: String { "Dictionary" }
    /// The end of JSON Schema's keywords for it.
    public static var keywordSuffix: String { "Properties" }

    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> [String: Value] {
        var members: [String: Value] = [:]
        var isFirst = true
        try reader.beginObject()
        while try reader.nextMember(isFirst: isFirst) {
            let name = try reader.readString()
            try reader.readColon()
            members[name] = try Value.read(from: &reader)
            isFirst = false
        }
        return members
    }

    /// Writes the members sorted by name, so that the same value always gives the same bytes.
    public func write(to writer: inout JSONWriter) {
        writer.byte(UInt8(ascii: "{"))
        for (place, name) in keys.sorted().enumerated() {
            if place > 0 { writer.byte(UInt8(ascii: ",")) }
            writer.write(name)
            writer.byte(UInt8(ascii: ":"))
            self[name]?.write(to: &writer)
        }
        writer.byte(UInt8(ascii: "}"))
    }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> [String: Value]? {
        guard case .object(let inputs) = input else {
            problems.add("dict_type", "Input should be a valid dictionary", input: covered(input))
            return nil
        }
        var members: [String: Value] = [:]
        var isGood = true
        for input in inputs {
            let value = problems.at(.name(input.name)) { Value.validate(input.value, &$0) }
            if let value { members[input.name] = value } else { isGood = false }
            if problems.isFull { return nil }
        }
        return isGood ? members : nil
    }

    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        ["type": "object", "additionalProperties": Value.schema(in: &registry).fragment]
    }

    /// Covers what is declared secret.
    public static func redacted(_ input: JSONFragment) -> JSONFragment {
        guard case .object(let members) = input else { return Value.redacted(input) }
        return .object(members.map { .init($0.name, Value.redacted($0.value)) })
    }

    /// Whether something in it is declared secret.
    public static func holdsSecrets(_ visited: inout Set<ObjectIdentifier>) -> Bool { Value.holdsSecrets(&visited) }
}
