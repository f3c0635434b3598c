import HTTPCore
import JSON
public import LanguageModel
public import ServiceKit
public import Web

/// What this service decides about the use of models, for everybody: GET `/api/v1/public/policy`, without a token and without secrets.
public struct PolicyRoutes: Sendable {
    private let body: [UInt8]

    /// The routes of a policy.
    public init(_ policy: ModelPolicy) { body = JSON.encode(policy.json) }

    /// Adds them.
    public func register(on routes: RouteGroup) {
        let open = routes.group("/api/v1/public", tags: ["policy"], options: [.bodyLimit(bytes: 0)])
        open.get("/policy", summary: "Limits, budgets, models and their prices, and what is done about attempts against them", show)
    }

    func show() async throws -> Response {
        Response(fields: [.contentType: "application/json", .cacheControl: "public, max-age=300"], body: .bytes(body))
    }
}

extension ServiceCommand {
    /// `--print-policy`: the policy that a service would follow with these settings, for people.
    ///
    /// - Parameter share: as for `ModelSettings`.
    public static func printPolicy(share: Int) -> ServiceCommand {
        ServiceCommand("--print-policy", "print what is decided about the use of models, and leave") { environment in
            ModelSettings(from: &environment, share: share).policy.description
        }
    }
}
