import HTTPCore

/// What the application answers at which method and path.
struct RouteTable: Sendable {
    /// What a look-up found.
    enum Found {
        case route(Route)
        /// The path is known, its methods are these; it belongs to an application that is mounted.
        case otherMethods(allow: String, Mount?)
        /// The path is unknown; the mount below which it lies.
        case nothing(Mount?)
    }

    /// The routes of one path.
    private struct Resource: Sendable {
        var routes = InlineArray<5, Route?>(repeating: nil)
        var allow = ""
        var mount: Mount?

        var isEmpty: Bool { routes.indices.allSatisfy { routes[$0] == nil } }
    }

    private let trie: RouteTrie
    private var resources: [Resource]
    /// Every route in the order of declaration.
    let routes: [Route]

    /// Builds the table; two routes for one method and path are our own mistake and trap.
    init(_ routes: [Route], _ mounts: [Mount] = []) {
        var ends: [Int] = []
        let places = mounts.flatMap { mount in mount.templates.map { (mount, PathTemplate($0)) } }
        trie = RouteTrie(routes.map(\.path) + places.map(\.1), ends: &ends)
        resources = Array(repeating: Resource(), count: (ends.max() ?? 0) + 1)
        self.routes = routes
        for (route, end) in zip(routes, ends) {
            guard let slot = Self.slot(route.method) else { preconditionFailure("no route can answer \(route.method.name)") }
            precondition(resources[end].routes[slot] == nil, "\(route.method.name) \(route.template) is declared twice")
            resources[end].routes[slot] = route
            resources[end].mount = route.mount
        }
        // A mount takes what no route has, below its path and at it.
        for ((mount, _), end) in zip(places, ends[routes.count...]) where resources[end].isEmpty {
            precondition(resources[end].mount == nil, "two applications are mounted at \(mount.rootPath)")
            resources[end].mount = mount
        }
        for index in resources.indices { resources[index].allow = Self.allow(resources[index]) }
    }

    /// Finds what answers, and where the parameters lie; HEAD is answered by GET.
    func find(_ method: HTTPCore.Method, _ path: Span<UInt8>, match: inout PathMatch) -> Found {
        guard trie.match(path, &match) else { return .nothing(nil) }
        if let slot = Self.slot(method), let route = resources[match.node].routes[slot] { return .route(route) }
        let resource = resources[match.node]
        return resource.isEmpty ? .nothing(resource.mount) : .otherMethods(allow: resource.allow, resource.mount)
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
