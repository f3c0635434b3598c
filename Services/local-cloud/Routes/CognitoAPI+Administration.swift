import JSON
import Platform

extension CognitoAPI {
    func adminConfirmSignUp(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.adminConfirm(name: try input.username(), pool: try input.pool())
        return [:]
    }

    func adminGetUser(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let user = try pool.user(named: try input.username(), pool: try input.pool())
        return .object(Self.members(of: user) + [.init("UserAttributes", Self.list(user.allAttributes))])
    }

    func adminDeleteUser(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.adminDelete(name: try input.username(), pool: try input.pool())
        return [:]
    }

    func adminUserGlobalSignOut(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.adminSignOut(name: try input.username(), pool: try input.pool())
        return [:]
    }

    /// Pages of at most 60, in the order of `sub`.
    func listUsers(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let filter = try UserFilter(try input.optionalText("Filter", maximumBytes: 256, allowsEmpty: true) ?? "")
        let limit = try input.number("Limit", in: 0...60) ?? 60, wanted = try input.texts("AttributesToGet")
        let found = try pool.users(
            pool: try input.pool(), after: try input.optionalText("PaginationToken"), limit: limit == 0 ? 60 : limit, where: filter.passes)
        let users = found.page.map { user in
            let attributes = user.allAttributes.filter { wanted?.contains($0.name) ?? true }
            return JSONFragment.object(Self.members(of: user) + [.init("Attributes", Self.list(attributes))])
        }
        let next = found.hasMore ? found.page.last.map { [JSONFragment.Member("PaginationToken", .string($0.sub))] } ?? [] : []
        return .object([.init("Users", .array(users))] + next)
    }

    private static func members(of user: User) -> [JSONFragment.Member] {
        [
            .init("Username", .string(user.sub)), .init("UserCreateDate", .int(Int(user.createdAt.seconds))),
            .init("UserLastModifiedDate", .int(Int((user.modifiedAt ?? user.createdAt).seconds))), .init("Enabled", true),
            .init("UserStatus", .string(user.status)),
        ]
    }
}

extension User {
    /// Cognito's word for how far the account is.
    var status: String { isConfirmed ? "CONFIRMED" : "UNCONFIRMED" }
}
