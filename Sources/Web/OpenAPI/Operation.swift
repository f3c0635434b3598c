public import HTTPCore
public import JSON

/// What the documentation says about a route; inputs and outputs write into it at start-up.
public struct Operation: Sendable {
    /// Makes a schema and registers the named ones it is made of.
    public typealias SchemaBuilder = @Sendable (inout SchemaRegistry) -> JSONSchema

    /// The method.
    public let method: HTTPCore.Method
    /// One line about the operation.
    public var summary: String
    /// The text about it, in CommonMark.
    public var description: String?
    /// Tags in order.
    public var tags: [String]

    var requirementsOfCallers = SecurityRequirements()
    /// What those that stand around the input being described need of its credential.
    var demandedScopes: [String] = []
    let isDeprecated: Bool
    let details: OperationDetails
    private(set) var parameters: [OperationParameter] = []
    private(set) var body: OperationContent?
    private(set) var success: (status: Status, content: OperationContent?) = (.ok, nil)
    private(set) var answers: [DocumentedAnswer]
    private(set) var requirements: [ObjectIdentifier: String] = [:]

    init(method: HTTPCore.Method, summary: String, settings: RouteSettings) {
        self.method = method
        self.summary = summary
        description = settings.description
        tags = settings.tags
        if !settings.security.isEmpty { requirementsOfCallers.require(anyOf: settings.security.map { SecurityRequirement($0) }) }
        isDeprecated = settings.isDeprecated
        details = settings.details
        // Of two for one status the inner declaration counts.
        let answers = settings.answers
        self.answers = answers.indices.filter { index in !answers[(index + 1)...].contains { $0.status == answers[index].status } }.map { answers[$0] }
    }
}

/// A parameter of an operation (OpenAPI 3.1 §4.8.12).
public struct OperationParameter: Sendable {
    /// Where it is sent.
    public enum Place: String, Sendable { case path, query, header, cookie }

    /// The name as sent.
    public var name: String
    /// Where it is sent.
    public var place: Place
    /// Whether it must be there.
    public var isRequired: Bool
    /// What it is for.
    public var description: String?
    /// Whether callers should stop sending it.
    public var isDeprecated: Bool
    /// What it may be.
    public var schema: Operation.SchemaBuilder

    /// A parameter.
    public init(
        _ name: String, in place: Place, isRequired: Bool, description: String? = nil, isDeprecated: Bool = false, schema: @escaping Operation.SchemaBuilder
    ) {
        self.name = name
        self.place = place
        self.isRequired = isRequired
        self.description = description
        self.isDeprecated = isDeprecated
        self.schema = schema
    }
}

/// Content of one media type.
struct OperationContent: Sendable {
    var type: String
    var schema: Operation.SchemaBuilder?
    var isRequired = true
}

extension Operation {
    /// Adds a parameter; a second one of the same name and place is ignored.
    public mutating func take(_ parameter: OperationParameter) {
        guard !parameters.contains(where: { $0.name == parameter.name && $0.place == parameter.place }) else { return }
        parameters.append(parameter)
    }

    /// Says that the body is of this type.
    public mutating func takeBody(_ contentType: String, isRequired: Bool = true, schema: SchemaBuilder? = nil) {
        body = OperationContent(type: contentType, schema: schema, isRequired: isRequired)
    }

    /// Says that the body may be left out.
    mutating func makeBodyOptional() { body?.isRequired = false }

    /// Says that an input needs a value given by `provide`; start-up fails when it is missing.
    public mutating func requires<Value: Sendable>(_ type: Value.Type) {
        requirements[ObjectIdentifier(type)] = String(describing: type)
    }

    /// Says that an answer beside the success is possible.
    public mutating func mayAnswer(_ status: Status, _ description: String = "") {
        if !answers.contains(where: { $0.status == status }) { answers.append(DocumentedAnswer(status: status, description: description)) }
    }

    /// The same, where an answer of this status may have other causes too: their descriptions stand side by side.
    public mutating func mayAlsoAnswer(_ status: Status, _ description: String) {
        guard let index = answers.firstIndex(where: { $0.status == status && !$0.description.isEmpty }) else {
            answers.removeAll { $0.status == status }
            answers.append(DocumentedAnswer(status: status, description: description))
            return
        }
        if !answers[index].description.contains(description) { answers[index].description += "; " + description }
    }

    /// Says that the operation is limited in rate, and so may answer 429.
    mutating func mayBeLimited(_ text: String) {
        let others = answers.filter { $0.status == .tooManyRequests && !$0.description.isEmpty }.map(\.description)
        answers.removeAll { $0.status == .tooManyRequests }
        answers.append(DocumentedAnswer(status: .tooManyRequests, description: (others + [text]).joined(separator: "; "), fields: RateLimitFields.documented))
    }

    /// Says that success answers without content.
    public mutating func answer(_ status: Status) { success = (status, nil) }

    /// Says that success answers with content of this type.
    public mutating func answer(_ status: Status, contentType: String, schema: SchemaBuilder? = nil) {
        success = (status, OperationContent(type: contentType, schema: schema))
    }

    /// Says that success answers with this JSON value.
    public mutating func answer<Value: JSONValue>(_ status: Status, json: Value.Type) {
        answer(status, contentType: "application/json") { registry in Value.schema(in: &registry) }
    }

    /// Traps when the inputs take a path parameter the template lacks.
    func check(parameters names: [String], of route: String) {
        for parameter in parameters where parameter.place == .path {
            precondition(names.contains(parameter.name), "\(route) has no parameter {\(parameter.name)}")
        }
    }
}
