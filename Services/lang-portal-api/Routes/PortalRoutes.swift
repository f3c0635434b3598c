import HTTPCore
import Web

/// Every route of the portal, at the specification's paths and at the short ones that clients know.
struct PortalRoutes: Sendable {
    let store: PortalStore

    func register(on routes: RouteGroup) {
        let portal = routes.group(
            "/api/v1/lang-portal", alsoAt: ["/api"],
            options: [.requires(Learner.self), .answers(.gatewayTimeout, "The database took too long; try again in a moment")])
        portal.use(PortalProblemRendering())
        DashboardRoutes(store: store).register(on: portal)
        WordRoutes(store: store).register(on: portal)
        GroupRoutes(store: store).register(on: portal)
        ActivityRoutes(store: store).register(on: portal)
        SessionRoutes(store: store).register(on: portal)
        DataRoutes(store: store).register(on: portal)
    }
}
