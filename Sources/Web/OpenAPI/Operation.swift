public import HTTPCore

/// What the documentation says about a route; inputs and outputs write into it at start-up.
public struct Operation: Sendable {
    /// The method.
    public let method: HTTPCore.Method
    /// One line about the operation.
    public var summary: String
    /// The text about it, in CommonMark.
    public var description: String?
    /// Tags in order.
    public var tags: [String]
    /// Ways to authenticate, each sufficient.
    public private(set) var security: [SecurityScheme]
    var isDeprecated: Bool
    var answers: [DocumentedAnswer]
    var success: (status: Status, contentType: String?) = (.ok, nil)
    var pathParameters: [String] = []
    private(set) var requirements: [ObjectIdentifier: String] = [:]

    init(method: HTTPCore.Method, summary: String, settings: RouteSettings) {
        self.method = method
        self.summary = summary
        description = settings.description
        tags = settings.tags
        security = settings.security
        isDeprecated = settings.isDeprecated
        answers = settings.answers
    }

    /// Says that an input needs a value given by `provide`; start-up fails when it is missing.
    public mutating func requires<Value: Sendable>(_ type: Value.Type) {
        requirements[ObjectIdentifier(type)] = String(describing: type)
    }

    /// Says that callers authenticate this way.
    public mutating func authenticate(_ scheme: SecurityScheme) {
        if !security.contains(scheme) { security.append(scheme) }
    }

    /// Says that an answer beside the success is possible.
    public mutating func mayAnswer(_ status: Status, _ description: String = "") {
        if !answers.contains(where: { $0.status == status }) { answers.append(DocumentedAnswer(status: status, description: description)) }
    }

    mutating func answer(_ status: Status, contentType: String? = nil) { success = (status, contentType) }

    /// Traps when an input takes a path parameter the template lacks.
    func check(parameters: [String], of route: String) {
        for name in pathParameters { precondition(parameters.contains(name), "\(route) has no parameter \(name)") }
    }
}
