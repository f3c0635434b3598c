import HTTPCore

extension RouteVerb {
    /// Builds the declaration: one list of inputs feeds documentation, guards and the endpoint.
    func add<each Input: RequestInput, Output>(
        _ path: String, _ summary: String, _ status: Status?, _ options: [RouteOption], _ encoding: OutputEncoding<Output>,
        _ handler: @escaping @Sendable (repeat each Input) async throws -> Output
    ) {
        var settings = group.settings
        for option in options { option.apply(&settings) }
        var guards = settings.guards
        repeat (each Input).addGuard(to: &guards)
        let status = status ?? encoding.status
        var operation = Operation(method: method, summary: summary, settings: settings)
        for input in settings.guards { input.describe(&operation) }
        repeat (each Input).describe(in: &operation)
        encoding.describe(&operation, status)
        let checks = guards.map(\.check)
        let pool = settings.pool
        declare(path, settings, operation) { context in
            for check in checks { try await check(context) }
            var settlement = Settlement()
            let inputs = (repeat await settlement.settle((each Input).self, in: context))
            try settlement.finish()
            let output = if let pool { try await pool.call { try await handler(repeat (each inputs)!) } } else { try await handler(repeat (each inputs)!) }
            return try encoding.response(output, status, context)
        }
    }

    private func declare(_ path: String, _ settings: RouteSettings, _ operation: Operation, _ endpoint: @escaping Endpoint) {
        let paths = group.join([path] + settings.aliases).map { settings.isListed ? $0 : RoutePath(template: $0.template, isListed: false) }
        let name = group.registry.operationID(settings.operationID, method, paths[0].template)
        group.registry.declarations.append(
            RouteDeclaration(
                method: method, paths: paths, operationID: name, settings: settings, operation: operation, scope: group.scope, endpoint: endpoint))
    }
}

extension RequestInput {
    static func addGuard(to guards: inout [InputGuard]) {
        if isCredential { guards.append(InputGuard(Self.self)) }
    }
}
