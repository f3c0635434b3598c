public import HTTPCore
import Platform

/// A web application: routes, their inputs and middleware, declared once and then immutable.
///
/// ```swift
/// let application = Application(configuration) { routes in
///     routes.provide(verifier)
///     routes.group("/api/v1/words", alsoAt: ["/api/words"], tags: ["words"]) { WordRoutes(words: store).register(on: $0) }
/// }
/// let server = Server(configuration, application.respond)
/// ```
public final class Application: Sendable {
    /// What it was told at start-up.
    public let configuration: ApplicationConfiguration
    /// Every route in the order of declaration.
    public var routes: [Route] { table.routes }

    /// Where its rate limits are counted; nil when no route has any.
    let rateLimits: (any RateLimitStore)?
    private let table: RouteTable
    let values: [ObjectIdentifier: any Sendable]
    /// Inputs that tests replace; nil, outside tests, makes resolving cost nothing more.
    let overrides: InputOverrides?
    private let envelope: Envelope
    private let endpoint: Endpoint
    /// Places for work after answers.
    let backgroundSlots: BackgroundSlots
    let timedWork: TimedWork

    /// Collects the declarations and builds the application; contradictions among them are our own mistake and trap.
    public init(_ configuration: ApplicationConfiguration = ApplicationConfiguration(), _ declare: (inout RouteGroup) throws -> Void) rethrows {
        let registry = RouteRegistry(configuration.openAPI)
        let scope = RouteScope(parent: nil)
        var root = RouteGroup(registry: registry, scope: scope, prefixes: [RoutePath(template: "", isListed: true)], settings: RouteSettings())
        try declare(&root)
        registry.documentErrorHandlers()
        if let documentation = configuration.documentation {
            Documentation(configuration: documentation, title: configuration.title)
                .declare(on: root, document: OpenAPIDocument.render(registry, configuration))
        }
        let routes = registry.declarations.flatMap { declaration in
            declaration.paths.map { Route(declaration, at: $0, defaults: configuration) }
        }
        let table = RouteTable(routes)
        let deadlines = DeadlineWatch(clock: configuration.clock)
        let dispatch = RouteDispatch(table: table, deadlines: deadlines)
        backgroundSlots = BackgroundSlots(limit: configuration.aftermath.tasksUnderWay)
        timedWork = TimedWork(deadlines: deadlines, clock: configuration.clock)
        envelope = Envelope(configuration, routes: routes)
        // Inside the envelope, so that the errors of middleware are rendered too.
        endpoint = scope.surround { context in try await dispatch.respond(to: context) }
        values = registry.provided
        rateLimits = registry.hasRateLimits ? configuration.rateLimitStore ?? MemoryRateLimitStore(clock: configuration.clock) : nil
        self.configuration = configuration
        self.table = table
        overrides = nil
        check(registry.declarations)
    }

    /// The same application with other inputs and values; what it counts, it counts for itself.
    init(_ other: Application, overrides: InputOverrides?, values: [ObjectIdentifier: any Sendable]) {
        configuration = other.configuration
        table = other.table
        envelope = other.envelope
        endpoint = other.endpoint
        rateLimits = other.rateLimits == nil ? nil : other.configuration.rateLimitStore ?? MemoryRateLimitStore(clock: other.configuration.clock)
        backgroundSlots = BackgroundSlots(limit: other.configuration.aftermath.tasksUnderWay)
        timedWork = other.timedWork
        self.overrides = overrides
        self.values = values
    }

    /// Answers a request; never throws: what goes wrong is a response too.
    ///
    /// Runs on the caller's executor. One task per request: its cancellation means the caller has gone, and a passed deadline cancels it.
    public func respond(to request: Request) async -> Response {
        await envelope.respond(to: RequestContext(request, application: self), by: endpoint)
    }

    /// Answers what the server refuses before there is a request to route; for `ServerConfiguration.refuse`.
    public func refuse(_ refusal: Refusal, peer: String) -> Response { envelope.refuse(refusal, peer: peer) }

    func provided<Value: Sendable>(_ type: Value.Type) -> Value {
        guard let value = values[ObjectIdentifier(type)] as? Value else { preconditionFailure("the application was not given a \(type)") }
        return value
    }

    private func check(_ declarations: [RouteDeclaration]) {
        for declaration in declarations {
            for (key, name) in declaration.operation.requirements {
                precondition(values[key] != nil, "\(declaration.operationID) needs a \(name), which the application was not given")
            }
        }
    }
}
