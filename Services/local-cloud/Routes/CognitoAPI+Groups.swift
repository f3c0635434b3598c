import JSON
import Platform

extension CognitoAPI {
    func createGroup(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let group = try pool.createGroup(
            try input.groupName(), details: try input.optionalText("Description", maximumBytes: 2_048),
            precedence: try input.number("Precedence", in: 0...Int(Int32.max)), pool: try input.pool())
        return ["Group": document(group)]
    }

    func listGroups(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try page(of: try pool.allGroups(pool: try input.pool()), input)
    }

    func adminListGroupsForUser(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try page(of: try pool.groups(of: try input.username(), pool: try input.pool()), input)
    }

    func adminAddUserToGroup(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.add(try input.username(), to: try input.groupName(), pool: try input.pool())
        return [:]
    }

    func adminRemoveUserFromGroup(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.remove(try input.username(), from: try input.groupName(), pool: try input.pool())
        return [:]
    }

    private func page(of groups: [UserGroup], _ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let page = try input.page(of: groups, limit: "Limit", token: "NextToken", key: \.name)
        return .object([.init("Groups", .array(page.items.map(document)))] + page.next.map { JSONFragment.Member("NextToken", .string($0)) })
    }

    private func document(_ group: UserGroup) -> JSONFragment {
        var members: [JSONFragment.Member] = [.init("GroupName", .string(group.name)), .init("UserPoolId", .string(pool.configuration.poolID))]
        if let details = group.details { members.append(.init("Description", .string(details))) }
        if let precedence = group.precedence { members.append(.init("Precedence", .int(precedence))) }
        let moment = JSONFragment.int(Int(group.createdAt.seconds))
        return .object(members + [.init("LastModifiedDate", moment), .init("CreationDate", moment)])
    }
}

extension ActionInput {
    fileprivate func groupName() throws(CognitoError) -> String { try text("GroupName", maximumBytes: 512) }
}
