import HTTPCore
public import JSON
public import Web

/// The probes every service answers, without a token: the load balancer's, the container's, and readiness for deploys and people.
public struct HealthRoutes: Sendable {
    private let readiness: Readiness

    /// Their paths, for middleware that leaves probes alone.
    public static let paths = ["/api/health", "/health", "/healthz", "/_stcore/health", "/api/ready"]

    /// Probes over these dependencies.
    public init(readiness: Readiness) { self.readiness = readiness }

    /// Declares `/api/health`, `/health`, `/healthz`, `/_stcore/health` and `/api/ready`.
    public func register(on routes: inout RouteGroup) {
        let health: RouteGroup = routes.group(tags: ["health"])
        health.get("/api/health", summary: "Whether the process can serve; no dependency is asked", options: [.alias("/health")], show)
        health.get("/healthz", summary: "The same for probes that want text", options: [.alias("/_stcore/health"), .hidden], showText)
        health.get(
            "/api/ready", summary: "Whether the dependencies answer",
            options: [.answers(.serviceUnavailable, "A dependency is away, or the service is leaving.")], ready)
    }

    func show() async throws -> Health { Health(status: "healthy") }

    func showText() async throws -> Text { Text("ok") }

    func ready() async throws -> Reply<[DependencyState]> {
        let (isReady, states) = await readiness.report()
        return Reply(states, status: isReady ? .ok : .serviceUnavailable, fields: [.cacheControl: "no-store"])
    }
}

/// The answer of a health probe.
public struct Health: JSONObject {
    /// Always `healthy`: a process that is not does not answer.
    public var status: String

    /// One field.
    public static let json = Object("Health", { Self(status: $0) }, Field("status", \.status, example: "healthy"))
}
