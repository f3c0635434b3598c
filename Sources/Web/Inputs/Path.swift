public import JSON

/// A type whose values stand in paths, for instance an identifier.
///
/// ```swift
/// struct WordID: JSONWrapper, PathParameter, Hashable {
///     var rawValue: Int
///     static let parameterName = "word_id"
///     static let parameterRules = [Rule<Int>.range(1...)]
/// }
/// ```
public protocol PathParameter: JSONValue {
    /// The name in the template, without braces.
    static var parameterName: String { get }
    /// What the value must meet; the first broken one is reported.
    static var parameterRules: [Rule<RuleSubject>] { get }
}

extension PathParameter {
    /// No rules.
    public static var parameterRules: [Rule<RuleSubject>] { [] }
}

/// A parameter of the path; start-up fails when the template lacks its name.
public struct Path<Value: PathParameter>: RequestInput, Sendable {
    /// The parameter.
    public let value: Value

    /// Wraps a parameter, for calls of handlers in tests.
    @inlinable
    public init(_ value: Value) { self.value = value }

    /// Parses on each use.
    @inlinable
    public static var isKeptPerRequest: Bool { false }

    /// Reads the parameter.
    ///
    /// - Throws: `InvalidInput` when it does not parse or breaks a rule, `HTTPError` 400 when its encoding is broken.
    @inlinable
    public static func resolve(in context: RequestContext) async throws -> Path {
        if let value = quickValue(in: context) { return Path(value) }
        return Path(try slowValue(in: context))
    }

    @usableFromInline
    static func slowValue(in context: RequestContext) throws -> Value {
        let text = try context.parameter(Value.parameterName)
        var problems = ProblemCollector(location: ["path", .name(Value.parameterName)])
        guard let value = Value.validate(.string(text), &problems), problems.isEmpty else { throw InvalidInput(problems: problems.problems) }
        if let subject = value.ruleSubject, let broken = Value.parameterRules.first(where: { !$0.holds(subject) }) {
            let violation = broken.violation(subject)
            problems.add(violation.type, violation.message, input: .string(text), ctx: violation.ctx)
            throw InvalidInput(problems: problems.problems)
        }
        return value
    }

    @inlinable
    static func quickValue(in context: RequestContext) -> Value? {
        guard let value = context.withParameter(Value.parameterName, { Value.read(parameter: $0) }), let subject = value.ruleSubject,
            Value.parameterRules.allSatisfy({ $0.holds(subject) })
        else { return nil }
        return value
    }

    /// A required parameter with its schema.
    public static func describe(in operation: inout Operation) {
        operation.take(
            OperationParameter(Value.parameterName, in: .path, isRequired: true) { registry in
                var schema = Value.schema(in: &registry)
                for keyword in Value.parameterRules.flatMap(\.keywords) { schema[keyword.name] = keyword.value }
                return schema
            })
    }
}
