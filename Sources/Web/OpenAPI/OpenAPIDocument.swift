import HTTPCore
import JSON

/// The OpenAPI 3.1 document of the listed routes.
struct OpenAPIDocument {
    var registry = SchemaRegistry()
    private var webhooks: [JSONFragment.Member] = []
    private var schemes: [SecurityScheme] = []
    private var paths: [(template: String, operations: [JSONFragment.Member])] = []

    /// The document as JSON.
    static func render(_ registry: RouteRegistry, _ configuration: ApplicationConfiguration) -> [UInt8] {
        var document = OpenAPIDocument()
        for declaration in registry.declarations {
            for path in declaration.paths where path.isListed { document.add(declaration, PathTemplate(path.template)) }
        }
        document.webhooks = registry.webhooks.map { .init($0.name, document.describe($0)) }
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

    private mutating func fragment(_ configuration: ApplicationConfiguration) -> JSONFragment {
        let information = configuration.openAPI
        var info: [JSONFragment.Member] = [.init("title", .string(configuration.title)), .init("version", .string(configuration.version))]
        if !configuration.summary.isEmpty { info.append(.init("description", .string(configuration.summary))) }
        var members: [JSONFragment.Member] = [.init("openapi", "3.1.0"), .init("info", .object(info + information.infoMembers))]
        if !information.servers.isEmpty { members.append(.init("servers", .array(information.servers.map(\.fragment)))) }
        if !information.security.isEmpty { members.append(.init("security", security(information.security.map { SecurityRequirement($0) }))) }
        let (schemas, names) = registry.settled()
        members.append(.init("paths", JSONFragment.object(paths.map { .init($0.template, .object($0.operations)) }).renamingReferences(names)))
        if !webhooks.isEmpty { members.append(.init("webhooks", JSONFragment.object(webhooks).renamingReferences(names))) }
        var components = [JSONFragment.Member("schemas", schemas)]
        if !schemes.isEmpty { components.append(.init("securitySchemes", .object(schemes.map { .init($0.name, $0.fragment) }))) }
        return .object(members + [.init("components", .object(components))] + information.closingMembers)
    }
}

// MARK: - One operation

extension OpenAPIDocument {
    private mutating func describe(_ declaration: RouteDeclaration, _ template: PathTemplate) -> JSONFragment {
        let operation = declaration.operation
        var members = Self.words(operation) + [.init("operationId", .string(declaration.operationID))]
        let parameters = parameters(operation, template)
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let body = operation.body { members.append(.init("requestBody", describe(body, operation.details.bodyExamples))) }
        members.append(.init("responses", responses(operation, template)))
        if !operation.details.callbacks.isEmpty { members.append(.init("callbacks", callbacks(operation.details.callbacks))) }
        if !operation.security.isEmpty { members.append(.init("security", security(operation.security))) }
        if operation.security.isEmpty, operation.details.isOpen { members.append(.init("security", [])) }
        if operation.isDeprecated { members.append(.init("deprecated", true)) }
        return .object(members)
    }

    /// What is said about an operation in words.
    static func words(_ operation: Operation) -> [JSONFragment.Member] {
        var members: [JSONFragment.Member] = []
        if !operation.tags.isEmpty { members.append(.init("tags", .array(operation.tags.map(JSONFragment.string)))) }
        if !operation.summary.isEmpty { members.append(.init("summary", .string(operation.summary))) }
        if let description = operation.description { members.append(.init("description", .string(description))) }
        if let elsewhere = operation.details.externalDocumentation { members.append(.init("externalDocs", elsewhere.fragment)) }
        return members
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
            if parameter.isDeprecated { members.append(.init("deprecated", true)) }
            members.append(.init("schema", parameter.schema(&registry).fragment))
            return .object(members)
        }
    }

    mutating func describe(_ body: OperationContent, _ examples: [NamedExample]) -> JSONFragment {
        ["required": .bool(body.isRequired), "content": Self.content(body, examples, &registry)]
    }

    static func content(_ content: OperationContent, _ examples: [NamedExample], _ registry: inout SchemaRegistry) -> JSONFragment {
        let schema = content.schema?(&registry) ?? [:]
        var members = [JSONFragment.Member("schema", schema.fragment)]
        if !examples.isEmpty { members.append(.init("examples", .object(examples.map(\.member)))) }
        return .object([.init(content.type, .object(members))])
    }

    private mutating func security(_ list: [SecurityRequirement]) -> JSONFragment {
        for scheme in list.flatMap(\.parts).map(\.scheme) where !schemes.contains(scheme) {
            precondition(!schemes.contains { $0.name == scheme.name }, "two security schemes are called \(scheme.name)")
            schemes.append(scheme)
        }
        return .array(list.map { .object($0.parts.map { .init($0.scheme.name, .array($0.scopes.map(JSONFragment.string))) }) })
    }
}
