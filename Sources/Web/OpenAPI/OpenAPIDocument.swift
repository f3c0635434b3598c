import HTTPCore
import JSON

/// The OpenAPI 3.1 document of the listed routes.
struct OpenAPIDocument {
    private var registry = SchemaRegistry()
    private var schemes: [SecurityScheme] = []
    private var paths: [(template: String, operations: [JSONFragment.Member])] = []

    /// The document as JSON.
    static func render(_ declarations: [RouteDeclaration], _ configuration: ApplicationConfiguration) -> [UInt8] {
        var document = OpenAPIDocument()
        for declaration in declarations {
            for path in declaration.paths where path.isListed { document.add(declaration, PathTemplate(path.template)) }
        }
        return JSON.encode(document.fragment(configuration), expectedBytes: 65_536)
    }

    private mutating func add(_ declaration: RouteDeclaration, _ template: PathTemplate) {
        let operation = JSONFragment.Member(declaration.method.name.lowercased(), describe(declaration, template))
        if let index = paths.firstIndex(where: { $0.template == template.documented }) {
            paths[index].operations.append(operation)
        } else {
            paths.append((template.documented, [operation]))
        }
    }

    private func fragment(_ configuration: ApplicationConfiguration) -> JSONFragment {
        var info: [JSONFragment.Member] = [.init("title", .string(configuration.title)), .init("version", .string(configuration.version))]
        if !configuration.summary.isEmpty { info.append(.init("description", .string(configuration.summary))) }
        let (schemas, names) = registry.settled()
        var components = [JSONFragment.Member("schemas", schemas)]
        if !schemes.isEmpty { components.append(.init("securitySchemes", .object(schemes.map { .init($0.name, $0.fragment) }))) }
        let paths = JSONFragment.object(paths.map { .init($0.template, .object($0.operations)) })
        return ["openapi": "3.1.0", "info": .object(info), "paths": paths.renamingReferences(names), "components": .object(components)]
    }
}

// MARK: - One operation

extension OpenAPIDocument {
    private mutating func describe(_ declaration: RouteDeclaration, _ template: PathTemplate) -> JSONFragment {
        let operation = declaration.operation
        var members: [JSONFragment.Member] = []
        if !operation.tags.isEmpty { members.append(.init("tags", .array(operation.tags.map(JSONFragment.string)))) }
        if !operation.summary.isEmpty { members.append(.init("summary", .string(operation.summary))) }
        if let description = operation.description { members.append(.init("description", .string(description))) }
        members.append(.init("operationId", .string(declaration.operationID)))
        let parameters = parameters(operation, template)
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let body = operation.body { members.append(.init("requestBody", describe(body))) }
        members.append(.init("responses", responses(operation, template)))
        if !operation.security.isEmpty { members.append(.init("security", security(operation.security))) }
        if operation.isDeprecated { members.append(.init("deprecated", true)) }
        return .object(members)
    }

    /// The declared parameters, and those of the path that no input takes.
    private mutating func parameters(_ operation: Operation, _ template: PathTemplate) -> [JSONFragment] {
        let taken = operation.parameters.map(\.name)
        let rest = template.parameterNames.filter { !taken.contains($0) }.map { name in
            OperationParameter(name, in: .path, isRequired: true) { _ in ["type": "string"] }
        }
        return (operation.parameters + rest).map { parameter in
            var members: [JSONFragment.Member] = [
                .init("name", .string(parameter.name)), .init("in", .string(parameter.place.rawValue)), .init("required", .bool(parameter.isRequired)),
            ]
            if let description = parameter.description { members.append(.init("description", .string(description))) }
            members.append(.init("schema", parameter.schema(&registry).fragment))
            return .object(members)
        }
    }

    private mutating func describe(_ body: OperationContent) -> JSONFragment {
        ["required": .bool(body.isRequired), "content": Self.content(body, &registry)]
    }

    private static func content(_ content: OperationContent, _ registry: inout SchemaRegistry) -> JSONFragment {
        let schema = content.schema?(&registry) ?? [:]
        return .object([.init(content.type, ["schema": schema.fragment])])
    }

    private mutating func security(_ list: [SecurityScheme]) -> JSONFragment {
        for scheme in list where !schemes.contains(scheme) { schemes.append(scheme) }
        return .array(list.map { .object([.init($0.name, [])]) })
    }
}

// MARK: - Responses

extension OpenAPIDocument {
    /// Success, what is declared, what the inputs imply, and what may befall every request.
    private mutating func responses(_ operation: Operation, _ template: PathTemplate) -> JSONFragment {
        var success: [JSONFragment.Member] = [.init("description", .string(String(describing: operation.success.status.reason)))]
        if let headers = Self.headers(DocumentedAnswer(status: operation.success.status, description: "")) { success.append(headers) }
        if let content = operation.success.content { success.append(.init("content", registry.describing(.output) { Self.content(content, &$0) })) }
        var responses = [(operation.success.status.code, JSONFragment.object(success))]
        let error = HTTPError.schema(in: &registry), invalid = InvalidInput.schema(in: &registry)
        for answer in Self.answers(operation, template) where answer.status != operation.success.status {
            let schema = answer.status == .unprocessableContent ? invalid : error
            responses.append((answer.status.code, Self.failure(answer, schema)))
        }
        return .object(responses.sorted { $0.0 < $1.0 }.map { JSONFragment.Member(String($0.0), $0.1) })
    }

    private static func answers(_ operation: Operation, _ template: PathTemplate) -> [DocumentedAnswer] {
        var operation = operation
        let hasPathOrQuery = !template.parameterNames.isEmpty || operation.parameters.contains { $0.place == .query }
        if hasPathOrQuery || operation.body != nil { operation.mayAnswer(.badRequest, "The path, the query or the body is not encoded well") }
        if !operation.security.isEmpty { operation.mayAnswer(.unauthorized, "Not signed in, or the credential is expired or invalid") }
        if operation.body != nil {
            operation.mayAnswer(408, "The body did not arrive in time")
            operation.mayAnswer(.contentTooLarge)
        }
        if operation.body != nil || !operation.parameters.isEmpty { operation.mayAnswer(.unprocessableContent, "Validation Error") }
        operation.mayAnswer(.internalServerError, "A fault on our side; quote the request id when you ask for help")
        operation.mayAnswer(.serviceUnavailable, "Not possible just now, or not in time; try again after `Retry-After`")
        return operation.answers
    }

    private static func failure(_ answer: DocumentedAnswer, _ schema: JSONSchema) -> JSONFragment {
        let text = answer.description.isEmpty ? String(describing: answer.status.reason) : answer.description
        var members = [JSONFragment.Member("description", .string(text))]
        if let headers = headers(answer) { members.append(headers) }
        // Below 400 it is no error: a part of the content, or none.
        if answer.status.code < 400 { return .object(members) }
        return .object(members + [.init("content", ["application/json": ["schema": schema.fragment]])])
    }

    private static func headers(_ answer: DocumentedAnswer) -> JSONFragment.Member? {
        answer.field.map { field in
            .init("headers", .object([.init(field.name, ["description": .string(field.description), "schema": ["type": "string"]])]))
        }
    }
}

extension SecurityScheme {
    /// The scheme as OpenAPI writes it.
    var fragment: JSONFragment {
        switch kind {
        case .bearer(let format): ["type": "http", "scheme": "bearer", "bearerFormat": .string(format)]
        case .header(let field): ["type": "apiKey", "in": "header", "name": .string(field)]
        case .cookie(let cookie): ["type": "apiKey", "in": "cookie", "name": .string(cookie)]
        }
    }
}
