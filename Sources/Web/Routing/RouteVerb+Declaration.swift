public import HTTPCore

extension RouteVerb {
    /// Declares a route: the list of inputs feeds documentation and guards, `run` settles them and calls the handler.
    @inlinable
    func add<Output>(
        _ path: String, _ summary: String, _ status: Status?, _ options: [RouteOption], _ encoding: OutputEncoding<Output>,
        inputs: [any RequestInput.Type], _ run: @escaping @Sendable (RequestContext) async throws -> Output
    ) {
        let status = status ?? encoding.status
        let draft = RouteDraft(self, path, summary, options, inputs) { encoding.describe(&$0, status) }
        let guards = draft.guards
        draft.declare { context in
            do {
                for input in guards { try await input.check(context) }
                return try encoding.response(try await run(context), status, context)
            } catch {
                context.failed(error)
                throw error
            }
        }
    }
}

/// A route whose documentation and guards are known, before its endpoint is.
@usableFromInline
struct RouteDraft {
    @usableFromInline let guards: [InputGuard]
    private let verb: RouteVerb
    private let path: String
    private let settings: RouteSettings
    private let operation: Operation

    @usableFromInline
    init(
        _ verb: RouteVerb, _ path: String, _ summary: String, _ options: [RouteOption], _ inputs: [any RequestInput.Type],
        _ describeAnswer: (inout Operation) -> Void
    ) {
        var settings = verb.group.settings
        for option in options { option.apply(&settings) }
        var operation = Operation(method: verb.method, summary: summary, settings: settings)
        var guards = settings.guards
        for input in guards { input.describe(&operation) }
        for input in inputs {
            input.describe(in: &operation)
            input.addGuard(to: &guards)
        }
        guards = guards.reduce(into: []) { list, input in
            if input.key == nil || !list.contains(where: { $0.key == input.key }) { list.append(input) }
        }
        describeAnswer(&operation)
        verb.group.registry.place(&settings.rateLimits, at: "\(verb.method.name) \(verb.group.join([path])[0].template)")
        let limits = RateLimitRule.guards(settings.rateLimits, &operation)
        // Before anybody is asked who he is, as far as that does not matter: a flood of bad credentials ends here.
        guards = limits.early + guards + limits.late
        self.verb = verb
        self.path = path
        self.settings = settings
        self.operation = operation
        self.guards = guards
    }

    /// Whether its handler is to run on a thread of a pool.
    var isBlocking: Bool { settings.pool != nil }

    @usableFromInline
    func declare(_ endpoint: @escaping Endpoint) {
        let group = verb.group
        let paths = group.join([path] + settings.aliases).map { settings.isListed ? $0 : RoutePath(template: $0.template, isListed: false) }
        let name = group.registry.operationID(settings.operationID, verb.method, paths[0].template, settings.tags)
        group.registry.declarations.append(
            RouteDeclaration(
                method: verb.method, paths: paths, operationID: name, settings: settings, operation: operation, scope: group.scope, endpoint: endpoint))
    }
}

extension RequestInput {
    fileprivate static func addGuard(to guards: inout [InputGuard]) {
        if isCredential { guards.append(InputGuard(Self.self)) }
    }
}
