import HTTPCore

/// A path a declaration is served at.
struct RoutePath: Sendable {
    var template: String
    var isListed: Bool
}

/// A route as it was declared, before the application stands.
struct RouteDeclaration {
    var method: HTTPCore.Method
    var paths: [RoutePath]
    var operationID: String
    var settings: RouteSettings
    var operation: Operation
    var scope: RouteScope
    var endpoint: Endpoint
}

/// Collects declarations while the application is set up.
final class RouteRegistry {
    var declarations: [RouteDeclaration] = []
    var webhooks: [OutgoingRequest] = []
    var provided: [ObjectIdentifier: any Sendable] = [:]
    private let information: OpenAPIInformation
    private var names: Set<String> = []
    var mounts: [(point: MountPoint, scope: RouteScope)] = []
    var lifespan: [LifespanStep] = []
    private var rateLimitIDs: Set<String> = []
    /// True when some route needs a store.
    var hasRateLimits: Bool { !rateLimitIDs.isEmpty }

    /// Gives the limits declared at a place their identity in the store: the same in every process that declares the same.
    func place(_ rules: inout [RateLimitRule], at place: String) {
        for index in rules.indices where rules[index].id.isEmpty {
            let made = "\(place) \(rules[index].limit.name)"
            var id = made, number = 1
            while !rateLimitIDs.insert(id).inserted {
                number += 1
                id = "\(made) \(number)"
            }
            rules[index].id = id
        }
    }

    /// Adds what error handlers answer, whichever was declared first: the handlers or the routes.
    func documentErrorHandlers() {
        for index in declarations.indices {
            for answer in declarations[index].scope.answersOfErrors { declarations[index].operation.mayAnswer(answer.status, answer.description) }
        }
    }

    init(_ information: OpenAPIInformation) { self.information = information }

    /// The name for an operation: the one declared, which must be new, or one made from method, path and tags.
    func operationID(_ declared: String?, _ method: HTTPCore.Method, _ template: String, _ tags: [String]) -> String {
        if let declared {
            precondition(names.insert(declared).inserted, "two operations are called \(declared)")
            return declared
        }
        let made = information.operationID(method, template, tags)
        var name = made
        var number = 1
        while !names.insert(name).inserted {
            number += 1
            name = "\(made)_\(number)"
        }
        return name
    }
}

/// The middleware and error handlers of one group; read when the application stands, so that the order of declarations does not matter.
final class RouteScope {
    let parent: RouteScope?
    var middleware: [any Middleware] = []
    var errorHandlers = ErrorHandlers()

    init(parent: RouteScope?) { self.parent = parent }

    /// The endpoint inside the middleware of this group, inside that of the outer groups. The outermost scope's belongs around the router, not here.
    func chain(around endpoint: @escaping Endpoint) -> Endpoint {
        guard let parent else { return endpoint }
        return parent.chain(around: surround(endpoint))
    }

    /// The endpoint inside this group's middleware, inside its error handlers, which so see what middleware throws.
    func surround(_ endpoint: @escaping Endpoint) -> Endpoint {
        errorHandlers.surround(middleware.chain(around: endpoint))
    }

    /// The same for later, when this scope is gone; of a group with its outer groups'.
    var surroundings: @Sendable (@escaping Endpoint) -> Endpoint {
        let middleware = middleware, errorHandlers = errorHandlers
        let own: @Sendable (@escaping Endpoint) -> Endpoint = { endpoint in errorHandlers.surround(middleware.chain(around: endpoint)) }
        guard let parent, parent.parent != nil else { return own }
        let outer = parent.surroundings
        return { endpoint in outer(own(endpoint)) }
    }

    /// The answers of this group's error handlers and of the outer ones'.
    var answersOfErrors: [DocumentedAnswer] { errorHandlers.answers + (parent?.answersOfErrors ?? []) }
}

/// Routes that share prefixes, tags, options and middleware; a handle used while the application is set up.
public struct RouteGroup {
    let registry: RouteRegistry
    let scope: RouteScope
    let prefixes: [RoutePath]
    let settings: RouteSettings

    /// Declares GET routes, which answer HEAD too.
    public var get: RouteVerb { RouteVerb(group: self, method: .get) }
    /// Declares POST routes.
    public var post: RouteVerb { RouteVerb(group: self, method: .post) }
    /// Declares PUT routes.
    public var put: RouteVerb { RouteVerb(group: self, method: .put) }
    /// Declares PATCH routes.
    public var patch: RouteVerb { RouteVerb(group: self, method: .patch) }
    /// Declares DELETE routes.
    public var delete: RouteVerb { RouteVerb(group: self, method: .delete) }

    /// Adds middleware around every route of this group, those declared before too; the first added is the outermost.
    ///
    /// On the application's own group it stands around the router, so that it sees requests that no route answers.
    public func use(_ middleware: any Middleware) { scope.middleware.append(middleware) }

    /// Gives the application a value that inputs find by its type with `context.provided(_:)`; a second one of the type replaces the first.
    public func provide<Value: Sendable>(_ value: Value) { registry.provided[ObjectIdentifier(Value.self)] = value }

    /// A group inside this one.
    ///
    /// - Parameters:
    ///   - prefix: the path before the paths of the group's routes, listed in OpenAPI.
    ///   - aliases: prefixes where the same routes are served without being listed.
    public func group(_ prefix: String = "", alsoAt aliases: [String] = [], tags: [String] = [], options: [RouteOption] = []) -> RouteGroup {
        var settings = settings
        settings.tags += tags
        for option in options { option.apply(&settings) }
        let prefixes = join([prefix] + aliases)
        registry.place(&settings.rateLimits, at: prefixes[0].template)
        return RouteGroup(registry: registry, scope: RouteScope(parent: scope), prefixes: prefixes, settings: settings)
    }

    /// Declares a group inside this one in a closure.
    public func group(
        _ prefix: String = "", alsoAt aliases: [String] = [], tags: [String] = [], options: [RouteOption] = [], _ declare: (inout RouteGroup) throws -> Void
    ) rethrows {
        var inner: RouteGroup = group(prefix, alsoAt: aliases, tags: tags, options: options)
        try declare(&inner)
    }

    /// Every outer prefix with every path; listed when both are first.
    func join(_ paths: [String]) -> [RoutePath] {
        prefixes.flatMap { prefix in
            paths.enumerated().map { index, path in
                RoutePath(template: prefix.template + path, isListed: prefix.isListed && index == 0)
            }
        }
    }
}
