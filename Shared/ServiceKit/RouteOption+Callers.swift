public import Web

extension RouteOption {
    /// For signed-in learners.
    public static var user: RouteOption { .requires(CurrentUser.self) }

    /// For signed-in learners, by way of a service of ours: a valid token and a valid `X-Api-Key` together. Either alone is 401.
    public static var userAndService: RouteOption { .requires(UserAndService.self) }

    /// For services of ours: a valid `X-Api-Key`, and nothing that a learner has instead.
    public static var service: RouteOption { .requires(ServiceKey.self) }

    /// For signed-in learners of a group; others are 403 `not-in-group`.
    public static func requires<Group: UserGroup>(group: Group.Type) -> RouteOption { .requires(Member<Group>.self) }
}

/// A learner and the service that calls for him, as one input; the learner is found out first.
public struct UserAndService: RequestInput, Sendable {
    /// The learner.
    public let user: CurrentUser

    /// Found out before everything else.
    public static var isCredential: Bool { true }

    /// Both, or 401.
    public static func resolve(in context: RequestContext) async throws -> UserAndService {
        let user = try await context.resolve(CurrentUser.self)
        _ = try await context.resolve(ServiceKey.self)
        return UserAndService(user: user)
    }

    /// Both schemes together.
    public static func describe(in operation: inout Operation) {
        operation.depend(on: CurrentUser.self)
        operation.depend(on: ServiceKey.self)
    }
}
