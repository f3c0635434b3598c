import HTTPCore
import JSON

extension OpenAPIDocument {
    /// Success, what is declared, what the inputs imply, and what may befall every request.
    mutating func responses(_ operation: Operation, _ template: PathTemplate) -> JSONFragment {
        var responses = [(operation.success.status.code, success(operation))]
        let error = HTTPError.schema(in: &registry), invalid = InvalidInput.schema(in: &registry)
        for answer in Self.answers(operation, template) where answer.status != operation.success.status {
            let common = answer.status == .unprocessableContent ? invalid : error
            let schema = answer.schema.map { build in registry.describing(.output) { build(&$0) } } ?? common
            responses.append((answer.status.code, answered(answer, schema, operation.details.answerExamples(answer.status))))
        }
        return .object(responses.sorted { $0.0 < $1.0 }.map { JSONFragment.Member(String($0.0), $0.1) })
    }

    /// What is declared about the success's status counts where the handler's type does not say it.
    private mutating func success(_ operation: Operation) -> JSONFragment {
        let status = operation.success.status, details = operation.details
        let declared = operation.answers.first { $0.status == status }
        let text = declared.flatMap { $0.description.isEmpty ? nil : $0.description } ?? String(describing: status.reason)
        var members: [JSONFragment.Member] = [.init("description", .string(text))]
        let fields = DocumentedAnswer(status: status, description: "", fields: details.fields + (declared?.fields ?? [])).allFields
        if !fields.isEmpty { members.append(.init("headers", headers(fields))) }
        if let content = operation.success.content ?? declared?.content {
            let examples = details.answerExamples(nil) + details.answerExamples(status)
            members.append(.init("content", registry.describing(.output) { Self.content(content, examples, &$0) }))
        }
        if !details.links.isEmpty { members.append(.init("links", .object(details.links.map(\.member)))) }
        return .object(members)
    }

    mutating func answered(_ answer: DocumentedAnswer, _ schema: JSONSchema, _ examples: [NamedExample]) -> JSONFragment {
        let text = answer.description.isEmpty ? String(describing: answer.status.reason) : answer.description
        var members = [JSONFragment.Member("description", .string(text))]
        if !answer.allFields.isEmpty { members.append(.init("headers", headers(answer.allFields))) }
        // Below 400 it is no error: a part of the content, or none.
        if answer.status.code < 400, answer.schema == nil { return .object(members) }
        let content = OperationContent(type: "application/json", schema: { _ in schema })
        return .object(members + [.init("content", Self.content(content, examples, &registry))])
    }

    private mutating func headers(_ fields: [DocumentedField]) -> JSONFragment {
        .object(
            fields.map { field in
                let schema = registry.describing(.output) { field.schema(&$0) }
                return .init(field.name, ["description": .string(field.description), "schema": schema.fragment])
            })
    }

    private static func answers(_ operation: Operation, _ template: PathTemplate) -> [DocumentedAnswer] {
        var operation = operation
        let hasPathOrQuery = !template.parameterNames.isEmpty || operation.parameters.contains { $0.place == .query }
        if hasPathOrQuery || operation.body != nil { operation.mayAnswer(.badRequest, "The path, the query or the body is not encoded well") }
        if !operation.security.isEmpty { operation.mayAnswer(.unauthorized, "Not signed in, or the credential is expired or invalid") }
        if !operation.requirementsOfCallers.scopes.isEmpty { operation.mayAnswer(.forbidden, "The credential lacks a scope that is needed") }
        if operation.body != nil {
            operation.mayAnswer(408, "The body did not arrive in time")
            operation.mayAnswer(.contentTooLarge)
        }
        if operation.body != nil || !operation.parameters.isEmpty { operation.mayAnswer(.unprocessableContent, "Validation Error") }
        operation.mayAnswer(.internalServerError, "A fault on our side; quote the request id when you ask for help")
        operation.mayAnswer(.serviceUnavailable, "Not possible just now, or not in time; try again after `Retry-After`")
        return operation.answers
    }
}
