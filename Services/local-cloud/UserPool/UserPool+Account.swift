import Platform

extension UserPool {
    /// The user an access token speaks for: `GetUser`.
    func user(accessToken: String) throws(CognitoError) -> User {
        let claims = try tokens.read(accessToken: accessToken, at: clock.now())
        guard let user = state.withLock({ $0.user(sub: claims.sub) }) else { throw .userNotFound }
        guard let session = user.sessions.first(where: { $0.originID == claims.originID }), !session.isRevoked else {
            throw .notAuthorized(.revokedAccessToken)
        }
        return user
    }

    /// Ends every session of the user; access tokens stay good for other services until they expire, as with Cognito.
    func globalSignOut(accessToken: String) throws(CognitoError) {
        let user = try user(accessToken: accessToken)
        try update(user.sub) { (user) throws(CognitoError) in
            for index in user.sessions.indices { user.sessions[index].isRevoked = true }
        }
    }

    /// Ends the session of a refresh token. A token nobody knows is as good as revoked (RFC 7009 §2.2).
    func revoke(token: String, client: String) throws(CognitoError) {
        try check(client: client)
        guard let (user, session) = session(token) else {
            if tokens.isOurs(token) { throw .unsupportedTokenType }
            return
        }
        try update(user.sub) { (user) throws(CognitoError) in
            for index in user.sessions.indices where user.sessions[index].digest == session.digest { user.sessions[index].isRevoked = true }
        }
    }
}
