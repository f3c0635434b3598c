import HTTPCore

/// Something mounted in an application, as requests find it.
final class Mount: Sendable {
    /// The whole path it is mounted at.
    let rootPath: String
    /// What it takes of the paths no route has.
    let templates: [String]
    /// Answers a request that belongs to it, when it is found what for.
    let endpoint: Endpoint
    private let ownRoutes: [Route]

    /// Its routes as they are served here.
    var routes: [Route] { ownRoutes.map { Route($0, in: self) } }

    private init(_ rootPath: String, below: Bool, routes: [Route] = [], _ endpoint: @escaping Endpoint) {
        self.rootPath = rootPath
        templates = below ? [rootPath + "/", rootPath + "/{path...}"] : [rootPath]
        ownRoutes = routes
        self.endpoint = endpoint
    }

    /// Everything that is mounted, at any depth.
    ///
    /// - Parameters:
    ///   - finish: answers a request for which everything is found.
    ///   - wrap: puts around an endpoint what stands around this level.
    static func gather(
        _ points: [MountPoint], at prefix: String = "", errors: ErrorRendering, _ finish: @escaping Endpoint,
        wrap: @escaping (@escaping Endpoint) -> Endpoint = { $0 }
    ) -> [Mount] {
        points.flatMap { point in
            let root = prefix + point.path
            let bare = Mount(root, below: false, wrap(point.surround(redirectToSlash)))
            guard case .application(let application) = point.content else {
                return [bare, Mount(root, below: true, wrap(point.surround(handOver(to: point, root))))]
            }
            let level = { (endpoint: @escaping Endpoint) in
                wrap(point.surround(enter(application, root, errors, application.surround(endpoint))))
            }
            let mount = Mount(root, below: true, routes: application.ownRoutes, level(finish))
            return [bare, mount] + gather(application.mountPoints, at: root, errors: errors, finish, wrap: level)
        }
    }

    /// Lets an application answer, which afterwards has left no error behind.
    private static func enter(_ application: Application, _ root: String, _ errors: ErrorRendering, _ endpoint: @escaping Endpoint) -> Endpoint {
        { context in
            let outer = (context.mounted, context.rootPath, context.overrides)
            (context.mounted, context.rootPath, context.overrides) = (application, root, application.overrides ?? context.overrides)
            defer { (context.mounted, context.rootPath, context.overrides) = outer }
            do {
                return try await endpoint(context)
            } catch {
                context.failed(error)
                return errors.render(error, context)
            }
        }
    }

    private static func handOver(to point: MountPoint, _ root: String) -> Endpoint {
        guard case .responder(let responder) = point.content else { preconditionFailure("an application is entered") }
        return { context in
            let outer = context.rootPath
            context.rootPath = root
            defer { context.rootPath = outer }
            var request = context.request
            request.target = try context.localTarget()
            return await responder(request)
        }
    }

    private static let redirectToSlash: Endpoint = { context in
        guard context.request.method.isSafe else { throw HTTPError.routeNotFound }
        let target = context.request.target
        let location = target.path + "/" + (target.query.map { "?" + $0 } ?? "")
        // Two slashes at the start would be another host.
        return Response(status: 307, fields: [.location: "/" + location.drop { $0 == "/" }])
    }
}

extension RequestContext {
    /// The path below `rootPath`, percent-encoded as sent.
    public var localPath: String {
        var path = Substring(request.target.path)
        // By segments: one may be sent encoded that is not declared so.
        for _ in rootPath.split(separator: "/") { path = path.dropFirst().drop { $0 != "/" } }
        return path.isEmpty ? "/" : String(path)
    }

    /// The target without `rootPath`.
    fileprivate func localTarget() throws -> RequestTarget {
        do {
            return try RequestTarget(parsing: localPath + (request.target.query.map { "?" + $0 } ?? ""), method: request.method)
        } catch { throw HTTPError.brokenPath }
    }
}
