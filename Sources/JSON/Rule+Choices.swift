extension Rule where Subject: JSONChoice & Equatable {
    /// One of these values, as it stands (pydantic's `Literal`); a single one is a constant.
    public static func oneOf(_ choices: [Subject]) -> Rule {
        let expected = Choices.sentence(choices)
        let violation = Violation("literal_error", "Input should be \(expected)", ctx: [.init("expected", .string(expected))])
        let values = choices.map(\.choiceFragment)
        var rule = Rule([values.count == 1 ? .init("const", values[0]) : .init("enum", .array(values))], violation) { choices.contains($0) }
        rule.preflight = { input in
            switch (input, values[0]) {
            case (.string, .string), (.int, .int), (.double, .int), (.bool, .int): nil
            default: violation
            }
        }
        return rule
    }
}

/// How pydantic lists what would have been right.
enum Choices {
    /// `'a', 'b' or 'c'`.
    static func sentence(_ choices: [some JSONChoice]) -> String {
        let texts = choices.map(\.choiceText)
        guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
        return texts.dropLast().joined(separator: ", ") + " or " + last
    }
}
