import Platform

extension UserPool {
    /// The user an access token speaks for, whose scope lets it act: `GetUser`.
    func user(accessToken: String) throws(CognitoError) -> User { try bearer(of: accessToken, with: .userAdmin).user }

    /// The user and the session of an access token that may be used for something.
    func bearer(of accessToken: String, with scope: Scope) throws(CognitoError) -> (user: User, session: RefreshSession, scopes: ScopeSet) {
        let claims = try tokens.read(accessToken: accessToken, at: clock.now())
        guard let user = state.withLock({ $0.user(sub: claims.sub) }) else { throw .userNotFound }
        guard let session = user.sessions.first(where: { $0.originID == claims.originID }), !session.isRevoked else {
            throw .notAuthorized(.revokedAccessToken)
        }
        guard claims.scopes.contains(scope) else { throw .notAuthorized(.missingScope) }
        return (user, session, claims.scopes)
    }

    /// Ends every session of the user; access tokens stay good for other services until they expire, as with Cognito.
    ///
    /// Browsers are signed out of the hosted pages too, which Cognito leaves to `/logout`: whoever signs out everywhere means it.
    func globalSignOut(accessToken: String) throws(CognitoError) {
        let user = try user(accessToken: accessToken)
        try update(user.sub) { (user) throws(CognitoError) in user.signOutEverywhere() }
    }

    /// Ends the session of a refresh token. A token nobody knows is as good as revoked (RFC 7009 §2.2).
    func revoke(token: String, client: String) throws(CognitoError) {
        try check(client: client)
        guard let (user, session) = session(token) else {
            if tokens.isOurs(token, at: clock.now()) { throw .unsupportedTokenType }
            return
        }
        try revoke(user.sub) { $0.digest == session.digest }
    }

    /// Ends those sessions of a user.
    func revoke(_ sub: String, where isMeant: (RefreshSession) -> Bool) throws(CognitoError) {
        try update(sub) { (user) throws(CognitoError) in
            for index in user.sessions.indices where isMeant(user.sessions[index]) { user.sessions[index].isRevoked = true }
        }
    }

    /// Removes the account: `DeleteUser`.
    func deleteUser(accessToken: String) throws(CognitoError) { try remove(try user(accessToken: accessToken).sub) }
}
