import Platform

/// Every user of the pool, and the ways to find one.
struct PoolState: Sendable {
    /// The most users; one more is refused.
    static let maximumUsers = 10_000

    private(set) var users: [String: User] = [:]
    private var subsByEmail: [EmailAddress: String] = [:]
    private var subsBySession: [String: String] = [:]

    init(_ users: [User]) {
        for user in users { insert(user) }
    }

    /// The user with this `sub`.
    func user(sub: String) -> User? { users[sub] }

    /// The user with this address, or, as Cognito allows, with this `sub`.
    func user(named name: String) -> User? {
        if let email = EmailAddress(name), let sub = subsByEmail[email] { return users[sub] }
        return users[name]
    }

    /// The session with this digest of a refresh token, and whose it is.
    func session(digest: String) -> (user: User, session: RefreshSession)? {
        guard let sub = subsBySession[digest], let user = users[sub], let session = user.sessions.first(where: { $0.digest == digest }) else { return nil }
        return (user, session)
    }

    /// Adds a user whose address is new.
    mutating func add(_ user: User) throws(CognitoError) {
        guard subsByEmail[user.email] == nil else { throw .usernameExists }
        guard users.count < Self.maximumUsers else { throw .limitExceeded(.users) }
        insert(user)
    }

    /// Changes the user with this `sub`; what `change` did before it threw stays done. Not for the address and not for sessions that begin.
    mutating func change<Result>(_ sub: String, _ change: (inout User) throws(CognitoError) -> Result) throws(CognitoError) -> Result {
        guard users[sub] != nil else { throw .userNotFound }
        return try change(&users[sub]!)
    }

    /// Begins a session of the user with this `sub`; returns it with its refresh token.
    mutating func beginSession(
        _ sub: String, _ origin: SessionOrigin, at now: UnixTime
    ) throws(CognitoError) -> (session: RefreshSession, token: String) {
        let made = try change(sub) { (user) throws(CognitoError) in user.beginSession(origin, at: now) }
        for session in made.dropped { subsBySession[session.digest] = nil }
        subsBySession[made.session.digest] = sub
        return (made.session, made.token)
    }

    /// Gives a user the address that waits to be proven.
    mutating func adoptPendingEmail(_ sub: String, at now: UnixTime) throws(CognitoError) {
        guard var user = users[sub], let email = user.pendingEmail else { return }
        guard subsByEmail[email] == nil || subsByEmail[email] == sub else { throw .aliasExists }
        subsByEmail[user.email] = nil
        subsByEmail[email] = sub
        user.email = email
        user.pendingEmail = nil
        user.modifiedAt = now
        users[sub] = user
    }

    /// Forgets a user.
    mutating func remove(_ sub: String) {
        guard let user = users.removeValue(forKey: sub) else { return }
        if subsByEmail[user.email] == sub { subsByEmail[user.email] = nil }
        for session in user.sessions { subsBySession[session.digest] = nil }
    }

    private mutating func insert(_ user: User) {
        users[user.sub] = user
        subsByEmail[user.email] = user.sub
        for session in user.sessions { subsBySession[session.digest] = user.sub }
    }
}
