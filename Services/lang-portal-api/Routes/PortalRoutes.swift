import HTTPCore
import ServiceKit
import Web

/// Every route of the portal, at the specification's paths and at the short ones that clients know.
struct PortalRoutes: Sendable {
    let store: PortalStore

    /// The largest body but an import: a word of 1,000 characters, each written as two `\u` escapes.
    private static let bodyLimitBytes = 16 * 1_024

    func register(on routes: RouteGroup) {
        let portal = routes.group("/api/v1/lang-portal", alsoAt: ["/api"], options: [.requires(Learner.self), .bodyLimit(bytes: Self.bodyLimitBytes)])
        portal.use(PrivateAnswers())
        portal.use(PortalProblemRendering())
        DashboardRoutes(store: store).register(on: portal)
        WordRoutes(store: store).register(on: portal)
        GroupRoutes(store: store).register(on: portal)
        ActivityRoutes(store: store).register(on: portal)
        SessionRoutes(store: store).register(on: portal)
        DataRoutes(store: store).register(on: portal)
    }
}
