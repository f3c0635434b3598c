import HTTPCore

/// What the application answers at which method and path.
struct RouteTable: Sendable {
    /// What a look-up found.
    enum Found {
        case route(Route)
        /// The path is known, its methods are these.
        case otherMethods(allow: String)
        case nothing
    }

    /// The routes of one path.
    private struct Resource: Sendable {
        var routes = InlineArray<5, Route?>(repeating: nil)
        var allow = ""
    }

    private let trie: RouteTrie
    private var resources: [Resource]
    /// Every route in the order of declaration.
    let routes: [Route]

    /// Builds the table; two routes for one method and path are our own mistake and trap.
    init(_ routes: [Route]) {
        var ends: [Int] = []
        trie = RouteTrie(routes.map(\.path), ends: &ends)
        resources = Array(repeating: Resource(), count: (ends.max() ?? 0) + 1)
        self.routes = routes
        for (route, end) in zip(routes, ends) {
            guard let slot = Self.slot(route.method) else { preconditionFailure("no route can answer \(route.method.name)") }
            precondition(resources[end].routes[slot] == nil, "\(route.method.name) \(route.template) is declared twice")
            resources[end].routes[slot] = route
        }
        for index in resources.indices { resources[index].allow = Self.allow(resources[index]) }
    }

    /// Finds what answers, and where the parameters lie; HEAD is answered by GET.
    func find(_ method: HTTPCore.Method, _ path: Span<UInt8>, match: inout PathMatch) -> Found {
        guard trie.match(path, &match) else { return .nothing }
        if let slot = Self.slot(method), let route = resources[match.node].routes[slot] { return .route(route) }
        return .otherMethods(allow: resources[match.node].allow)
    }

    private static func slot(_ method: HTTPCore.Method) -> Int? {
        switch method {
        case .get, .head: 0
        case .post: 1
        case .put: 2
        case .patch: 3
        case .delete: 4
        default: nil
        }
    }

    private static func allow(_ resource: Resource) -> String {
        var names: [String] = []
        for index in resource.routes.indices {
            guard let route = resource.routes[index] else { continue }
            names += route.method == .get ? ["GET", "HEAD"] : [route.method.name]
        }
        return (names + ["OPTIONS"]).joined(separator: ", ")
    }
}
