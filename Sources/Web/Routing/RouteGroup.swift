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

/// The middleware of one group; read when the application stands, so that the order of declarations does not matter.
final class RouteScope {
    let parent: RouteScope?
    var middleware: [any Middleware] = []

    init(parent: RouteScope?) { self.parent = parent }

    /// The endpoint inside the middleware of this group, inside that of the outer groups. The outermost scope's belongs around the router, not here.
    func chain(around endpoint: @escaping Endpoint) -> Endpoint {
        guard let parent else { return endpoint }
        return parent.chain(around: middleware.chain(around: endpoint))
    }
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
        return RouteGroup(registry: registry, scope: RouteScope(parent: scope), prefixes: join([prefix] + aliases), settings: settings)
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
