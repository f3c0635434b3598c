import Cognito
import HTTPCore
public import Web

/// A group of the user pool as a type, so that inputs and routes can name it.
///
/// ```swift
/// enum Editors: UserGroup { static let name = "editors" }
///
/// func publish(editor: Member<Editors>) async throws -> NoContent { … }
/// routes.group("/drafts", options: [.requires(group: Editors.self)]) { … }
/// ```
public protocol UserGroup: SendableMetatype {
    /// The group's name in the pool, as it stands in `cognito:groups`; compared exactly.
    static var name: String { get }
}

/// The signed-in learner, who is in a group: without a token 401 as for `CurrentUser`, outside of the group 403 `not-in-group`.
///
/// The token says who is in which group: who is put into one is there with the next token, within an hour.
public struct Member<Group: UserGroup>: Credential, Sendable {
    /// The learner.
    public let user: CurrentUser

    /// Wraps a learner, for calls of handlers in tests.
    public init(user: CurrentUser) { self.user = user }

    /// That of `CurrentUser`.
    public static var scheme: SecurityScheme { CurrentUser.scheme }

    /// The learner; nil for who shows no token.
    public static func find(in context: RequestContext) async throws -> Member? {
        guard let user = try await context.resolveIfPresent(CurrentUser.self) else { return nil }
        guard user.token.groups.contains(Group.name) else {
            throw HTTPError.forbidden("not-in-group", "This is for members of the group “\(Group.name)”; sign in again once you are one.")
        }
        return Member(user: user)
    }

    /// What `CurrentUser` says, and 403.
    public static func describe(in operation: inout Operation) {
        operation.depend(on: CurrentUser.self)
        operation.mayAlsoAnswer(.forbidden, "Not in the group “\(Group.name)”")
    }
}
