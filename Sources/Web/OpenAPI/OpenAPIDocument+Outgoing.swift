import HTTPCore
import JSON

extension OpenAPIDocument {
    /// A path item with the one operation of a request that the service sends.
    mutating func describe(_ request: OutgoingRequest) -> JSONFragment {
        let operation = request.operation
        var members = Self.words(operation)
        if let body = operation.body {
            let content = registry.describing(.output) { Self.content(body, operation.details.bodyExamples, &$0) }
            members.append(.init("requestBody", ["required": true, "content": content]))
        }
        members.append(.init("responses", expected(operation)))
        if operation.isDeprecated { members.append(.init("deprecated", true)) }
        return .object([.init(operation.method.name.lowercased(), .object(members))])
    }

    /// What the receiver is to answer; what it says is nobody's business unless declared.
    private mutating func expected(_ operation: Operation) -> JSONFragment {
        guard !operation.answers.isEmpty else { return ["2XX": ["description": "Received"]] }
        return .object(
            operation.answers.map { answer in
                let text = answer.description.isEmpty ? String(describing: answer.status.reason) : answer.description
                guard let build = answer.schema else { return .init("\(answer.status.code)", ["description": .string(text)]) }
                return .init("\(answer.status.code)", answered(answer, build(&registry), []))
            })
    }

    /// The callbacks of an operation by name, each at its address.
    mutating func callbacks(_ requests: [OutgoingRequest]) -> JSONFragment {
        .object(requests.map { request in .init(request.name, .object([.init(request.expression ?? "", describe(request))])) })
    }
}
