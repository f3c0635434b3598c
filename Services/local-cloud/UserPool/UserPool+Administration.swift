import Platform

extension UserPool {
    /// The user an administrator names, by address or `sub`.
    func user(named name: String, pool: String) throws(CognitoError) -> User {
        try check(pool: pool)
        guard let user = user(named: name) else { throw .userNotFound }
        return user
    }

    func adminDelete(name: String, pool: String) throws(CognitoError) { try remove(try user(named: name, pool: pool).sub) }

    func adminSignOut(name: String, pool: String) throws(CognitoError) {
        try update(try user(named: name, pool: pool).sub) { (user) throws(CognitoError) in user.signOutEverywhere() }
    }

    /// Users in the order of their `sub`, after one, as far as they pass a filter.
    func users(pool: String, after sub: String?, limit: Int, where passes: (User) -> Bool) throws(CognitoError) -> (page: [User], hasMore: Bool) {
        try check(pool: pool)
        let found = state.withLock { $0.users.values.filter { $0.sub > sub ?? "" } }.filter(passes).sorted { $0.sub < $1.sub }
        return (Array(found.prefix(limit)), found.count > limit)
    }

    func createGroup(_ name: String, details: String?, precedence: Int?, pool: String) throws(CognitoError) -> UserGroup {
        try check(pool: pool)
        guard UserGroup.isName(name) else { throw .constraint("GroupName", #"Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+"#) }
        let group = UserGroup(name: name, details: details, precedence: precedence, createdAt: clock.now())
        let problem = groups.withLock { groups -> CognitoError? in
            if groups[name] != nil { return .groupExists }
            if groups.count >= UserGroup.maximumGroups { return .limitExceeded(.groups) }
            groups[name] = group
            return nil
        }
        if let problem { throw problem }
        try write { [groups] store throws in try store.save(groups.withLock { $0.values.sorted { $0.name < $1.name } }) }
        return group
    }

    /// All groups, by their names.
    func allGroups(pool: String) throws(CognitoError) -> [UserGroup] {
        try check(pool: pool)
        return groups.withLock { $0.values.sorted { $0.name < $1.name } }
    }

    /// The groups of a user, by their names.
    func groups(of name: String, pool: String) throws(CognitoError) -> [UserGroup] {
        let user = try user(named: name, pool: pool)
        return try allGroups(pool: pool).filter { user.groups.contains($0.name) }
    }

    /// Adds a user to a group; their next tokens tell. Groups stand in the order of precedence, as Cognito writes them.
    func add(_ name: String, to group: String, pool: String) throws(CognitoError) {
        let user = try user(named: name, pool: pool), known = groups.withLock { $0 }, now = clock.now()
        guard known[group] != nil else { throw .noSuchGroup }
        try update(user.sub) { (user) throws(CognitoError) in
            guard !user.groups.contains(group) else { return }
            guard user.groups.count < User.maximumGroups else { throw .limitExceeded(.groups) }
            let rank = { (name: String) in known[name]?.precedence ?? .max }
            user.groups = (user.groups + [group]).sorted { (rank($0), $0) < (rank($1), $1) }
            user.modifiedAt = now
        }
    }

    func remove(_ name: String, from group: String, pool: String) throws(CognitoError) {
        let user = try user(named: name, pool: pool), now = clock.now()
        guard groups.withLock({ $0[group] }) != nil else { throw .noSuchGroup }
        try update(user.sub) { (user) throws(CognitoError) in
            user.groups.removeAll { $0 == group }
            user.modifiedAt = now
        }
    }
}
