extension JSONValue {
    /// Reads a value from a JSON text, or throws every problem with it.
    ///
    /// An empty text is a missing value. Broken JSON is one `json_invalid` problem whose place is counted in characters, as Python does.
    @inlinable
    public static func decode(
        json bytes: Span<UInt8>, location: [LocationElement] = ["body"], maximumDepth: Int = JSON.defaultMaximumDepth
    ) throws(InvalidInput) -> Self {
        do throws(JSONReader.Failure) {
            return try JSON.read(Self.self, from: bytes, maximumDepth: maximumDepth)
        } catch {
            return try decodeThoroughly(bytes, location, maximumDepth)
        }
    }

    /// The second road: parse, convert, collect.
    @usableFromInline
    static func decodeThoroughly(_ bytes: Span<UInt8>, _ location: [LocationElement], _ maximumDepth: Int) throws(InvalidInput) -> Self {
        guard bytes.count > 0 else {
            throw InvalidInput(problems: [InputProblem(type: "missing", loc: location, msg: "Field required", input: .null)])
        }
        let parsed: JSONFragment
        do throws(JSONReader.Failure) {
            parsed = try JSON.parse(bytes, maximumDepth: maximumDepth)
        } catch {
            throw InvalidInput(problems: [invalid(error, bytes, location)])
        }
        return try decode(parsed, location: location)
    }

    /// Reads a value from a JSON text, or throws every problem with it.
    @inlinable
    public static func decode(
        json bytes: [UInt8], location: [LocationElement] = ["body"], maximumDepth: Int = JSON.defaultMaximumDepth
    ) throws(InvalidInput) -> Self {
        try decode(json: bytes.span, location: location, maximumDepth: maximumDepth)
    }

    /// Converts a parsed value, or throws every problem with it.
    public static func decode(_ input: JSONFragment, location: [LocationElement] = ["body"]) throws(InvalidInput) -> Self {
        var problems = ProblemCollector(location: location)
        guard let value = validate(input, &problems), problems.isEmpty else { throw InvalidInput(problems: problems.problems) }
        return value
    }

    /// Converts one parameter of a path, a query or a header, and checks it; `nil` is an absent one.
    public static func decode(
        parameter text: String?, _ rules: Rule<RuleSubject>..., location: [LocationElement]
    ) throws(InvalidInput) -> Self {
        guard let text else {
            if let value = valueWhenAbsent { return value }
            throw InvalidInput(problems: [InputProblem(type: "missing", loc: location, msg: "Field required", input: .null)])
        }
        let value = try decode(takesManyParameters ? .array([.string(text)]) : .string(text), location: location)
        guard let subject = value.ruleSubject, let rule = rules.first(where: { !$0.holds(subject) }) else { return value }
        let violation = rule.violation(subject)
        var problems = ProblemCollector(location: location)
        problems.add(violation.type, violation.message, input: .string(text), ctx: violation.ctx)
        throw InvalidInput(problems: problems.problems)
    }

    private static func invalid(_ failure: JSONReader.Failure, _ bytes: Span<UInt8>, _ location: [LocationElement]) -> InputProblem {
        var characters = 0
        for index in 0..<min(failure.byteOffset, bytes.count) where bytes[index] & 0xC0 != 0x80 { characters += 1 }
        return InputProblem(
            type: "json_invalid", loc: location + [.index(characters)], msg: "JSON decode error", input: .object([]),
            ctx: [.init("error", .string(failure.reason.message))])
    }
}

extension JSONObject {
    /// Reads an object from the parameters of a query, a form or headers, or throws every problem with them.
    ///
    /// `parameters` answers every value given for a name, in order; of a field that is no list the last one counts. `allNames` is needed
    /// only where unknown ones are refused.
    public static func decode(
        parameters: (String) -> [String], allNames: @autoclosure () -> [String] = [], location: LocationElement = "query"
    ) throws(InvalidInput) -> Self {
        var problems = ProblemCollector(location: [location])
        guard let value = json.validate(parameters: parameters, allNames: allNames, &problems), problems.isEmpty else {
            throw InvalidInput(problems: problems.problems)
        }
        return value
    }
}
