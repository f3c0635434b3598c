import Crypto

/// Where users, groups and the signing keys survive a restart.
protocol UserStore: Sendable {
    /// The keys tokens are signed with; made at the first call ever.
    func signingKeys() throws -> SigningKeys
    /// Keeps the keys, replacing what was kept.
    func save(_ keys: SigningKeys) throws
    /// Everybody who was saved.
    func users() throws -> [User]
    /// Keeps a user, replacing what was kept of it.
    func save(_ user: User) throws
    /// Forgets a user.
    func remove(_ sub: String) throws
    /// Takes as long as saving a user does, and keeps nothing: what is done for names that do not exist.
    func pretend(toSave user: User) throws
    /// The groups that were saved.
    func groups() throws -> [UserGroup]
    /// Keeps the groups, replacing what was kept.
    func save(_ groups: [UserGroup]) throws
}

/// Keeps nothing beyond the life of the process.
struct NoStore: UserStore {
    func signingKeys() throws -> SigningKeys { try SigningKeys.generate() }
    func save(_ keys: SigningKeys) throws {}
    func users() throws -> [User] { [] }
    func save(_ user: User) throws {}
    func remove(_ sub: String) throws {}
    func pretend(toSave user: User) throws {}
    func groups() throws -> [UserGroup] { [] }
    func save(_ groups: [UserGroup]) throws {}
}
