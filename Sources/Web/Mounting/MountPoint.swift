public import HTTPCore

/// Where something else answers, as it was declared.
struct MountPoint: Sendable {
    enum Content: Sendable {
        case application(Application)
        case responder(Responder)
    }

    /// Below the root of the application it is declared in.
    var path: String
    var content: Content
    /// The middleware and error handlers of the groups it stands in.
    var surround: @Sendable (@escaping Endpoint) -> Endpoint = { $0 }

    /// The same with what its group has declared by the time the application stands.
    func inside(_ scope: RouteScope) -> MountPoint {
        var copy = self
        // The outermost scope stands around the router.
        if scope.parent != nil { copy.surround = scope.surroundings }
        return copy
    }

    var lifespan: [LifespanStep] { if case .application(let application) = content { application.lifespanSteps } else { [] } }
}

extension RouteGroup {
    /// Serves another application below a path, with its own middleware, error handlers, values, rate limits and documentation.
    ///
    /// Its routes are merged into this application's table, so that finding one costs no more. Around it stand this group's middleware and error
    /// handlers, which see answers only: errors that come out of it are rendered as they leave it. Request id, access log, security and CORS fields,
    /// clock and trust in proxies are the outermost application's. `context.rootPath` tells it where it is; `GET` of the path itself is sent to the
    /// path with a slash (as Starlette does), where its `/` is.
    ///
    /// - Parameter path: starts with a slash, does not end with one, has no parameters.
    public func mount(_ path: String, _ application: Application) { mount(path, .application(application)) }

    /// Serves whatever answers requests below a path, which is taken away from the targets it sees.
    ///
    /// What it answers gets a request id, fields and a line in the access log as every answer does; it watches over deadlines itself.
    public func mount(_ path: String, _ responder: @escaping Responder) { mount(path, .responder(responder)) }

    private func mount(_ path: String, _ content: MountPoint.Content) {
        for prefix in prefixes {
            let root = prefix.template + path
            precondition(
                root.hasPrefix("/") && !root.hasSuffix("/") && !root.contains { "{}%?#".contains($0) },
                "a path to mount at starts with a slash, does not end with one, and has no parameters: \(root)")
            registry.mounts.append((MountPoint(path: root, content: content), scope))
        }
    }
}
