/// A JSON Schema of draft 2020-12, the dialect of OpenAPI 3.1: keywords in the order in which they are written.
public struct JSONSchema: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    /// The keywords with their values.
    public private(set) var keywords: [JSONFragment.Member]

    /// A schema of these keywords.
    public init(_ keywords: [JSONFragment.Member] = []) {
        self.keywords = keywords
    }

    /// From a literal.
    public init(dictionaryLiteral elements: (String, JSONFragment)...) {
        keywords = elements.map { JSONFragment.Member($0.0, $0.1) }
    }

    /// A reference to a component.
    public static func reference(_ name: String) -> JSONSchema {
        ["$ref": .string("#/components/schemas/\(name)")]
    }

    /// Two schemas of which one must hold.
    public static func any(_ choices: [JSONSchema]) -> JSONSchema {
        ["anyOf": .array(choices.map(\.fragment))]
    }

    /// The schema as a JSON value.
    public var fragment: JSONFragment { .object(keywords) }

    /// The value of a keyword; nil removes it.
    public subscript(keyword: String) -> JSONFragment? {
        get { keywords.first { $0.name == keyword }?.value }
        set {
            let place = keywords.firstIndex { $0.name == keyword }
            switch (place, newValue) {
            case (let place?, let value?): keywords[place].value = value
            case (let place?, nil): keywords.remove(at: place)
            case (nil, let value?): keywords.append(.init(keyword, value))
            case (nil, nil): break
            }
        }
    }

    /// Adds the keywords of rules; for a value that may be null they belong to its other choice.
    mutating func constrain(_ more: [JSONFragment.Member]) {
        guard !more.isEmpty else { return }
        if case .array(var choices)? = self["anyOf"], case .object(let first)? = choices.first {
            var choice = JSONSchema(first)
            choice.constrain(more)
            choices[0] = choice.fragment
            self["anyOf"] = .array(choices)
        } else {
            for member in more { self[member.name] = member.value }
        }
    }
}
