/// One step of the way to a value: a member's name, a place in a list, or where the input came from (`body`, `query`, `path`, `header`).
public enum LocationElement: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// A name.
    case name(String)
    /// A place, counted from 0.
    case index(Int)

    /// From a literal.
    public init(stringLiteral value: String) { self = .name(value) }
    /// From a literal.
    public init(integerLiteral value: Int) { self = .index(value) }

    var fragment: JSONFragment {
        switch self {
        case .name(let name): .string(name)
        case .index(let index): .int(index)
        }
    }
}

/// One thing wrong with what a client sent, in the shape that FastAPI answers and pydantic v2 names.
public struct InputProblem: Error, Sendable, Equatable {
    /// Pydantic's name for the kind of problem, such as `missing` or `string_too_short`.
    public var type: String
    /// The way to the value.
    public var loc: [LocationElement]
    /// A sentence for people.
    public var msg: String
    /// What was sent, bounded in size and without secrets; nil leaves it out.
    public var input: JSONFragment?
    /// The numbers and names that the sentence speaks of.
    public var ctx: [JSONFragment.Member]

    /// A problem found by hand, for what a declaration cannot say.
    public init(type: String, loc: [LocationElement], msg: String, input: JSONFragment? = nil, ctx: [JSONFragment.Member] = []) {
        self.type = type
        self.loc = loc
        self.msg = msg
        self.input = input
        self.ctx = ctx
    }

    /// `{"type","loc","msg","input","ctx"}`, the last two where there are any.
    public var fragment: JSONFragment {
        var members: [JSONFragment.Member] = [
            .init("type", .string(type)), .init("loc", .array(loc.map(\.fragment))), .init("msg", .string(msg)),
        ]
        if let input { members.append(.init("input", input)) }
        if !ctx.isEmpty { members.append(.init("ctx", .object(ctx))) }
        return .object(members)
    }
}

/// Everything wrong with an input, together. Answered as 422.
public struct InvalidInput: Error, Sendable, Equatable {
    /// At least one problem, in the order of the declaration; at most `ProblemCollector.maximumProblems`.
    public var problems: [InputProblem]

    /// The problems of one request, found in several of its parts.
    public init(problems: [InputProblem]) {
        self.problems = problems
    }

    /// The body of the answer: `{"detail":[…]}`.
    public var body: [UInt8] {
        JSON.encode(JSONFragment.object([.init("detail", .array(problems.map(\.fragment)))]))
    }

    /// The schema of the answer's body, registered as `HTTPValidationError` and `ValidationError` like FastAPI's.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        let problem = registry.component(named: "ValidationError", for: InputProblem.self) { _ in
            [
                "type": "object", "title": "ValidationError", "required": ["loc", "msg", "type"],
                "properties": [
                    "loc": ["type": "array", "title": "Location", "items": ["anyOf": [["type": "string"], ["type": "integer"]]]],
                    "msg": ["type": "string", "title": "Message"], "type": ["type": "string", "title": "Error Type"],
                    "input": ["title": "Input"], "ctx": ["type": "object", "title": "Context"],
                ],
            ]
        }
        return registry.component(named: "HTTPValidationError", for: InvalidInput.self) { _ in
            [
                "type": "object", "title": "HTTPValidationError",
                "properties": ["detail": ["type": "array", "title": "Detail", "items": problem.fragment]],
            ]
        }
    }
}
