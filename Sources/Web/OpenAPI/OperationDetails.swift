import HTTPCore
import JSON

/// What is declared about a route for its documentation alone.
struct OperationDetails: Sendable {
    /// Whether it is open to all although the document asks for a credential.
    var isOpen = false
    var externalDocumentation: ExternalDocumentation?
    var bodyExamples: [NamedExample] = []
    /// Of the success, or of the answer with a status.
    var answerExamples: [(status: Status?, example: NamedExample)] = []
    /// Header fields of the success.
    var fields: [DocumentedField] = []
    var links: [DocumentedLink] = []
    var callbacks: [OutgoingRequest] = []

    func answerExamples(_ status: Status?) -> [NamedExample] { answerExamples.filter { $0.status == status }.map(\.example) }
}

/// An example with a name (OpenAPI 3.1 §4.8.19).
struct NamedExample: Sendable {
    var name: String
    var summary: String
    var value: JSONFragment

    var member: JSONFragment.Member {
        let summary: [JSONFragment.Member] = summary.isEmpty ? [] : [.init("summary", .string(summary))]
        return .init(name, .object(summary + [.init("value", value)]))
    }
}

/// Where a caller may go with what an answer says (OpenAPI 3.1 §4.8.20).
struct DocumentedLink: Sendable {
    var name: String
    var operationID: String
    var parameters: [(name: String, expression: String)]
    var description: String

    var member: JSONFragment.Member {
        var members = [JSONFragment.Member("operationId", .string(operationID))]
        if !parameters.isEmpty { members.append(.init("parameters", .object(parameters.map { .init($0.name, .string($0.expression)) }))) }
        if !description.isEmpty { members.append(.init("description", .string(description))) }
        return .init(name, .object(members))
    }
}

/// A request that the service sends: a webhook, or a callback of an operation.
struct OutgoingRequest: Sendable {
    var name: String
    /// Where a callback is sent; nil for a webhook.
    var expression: String?
    var operation: Operation
}
