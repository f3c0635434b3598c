import Platform

extension UserPool {
    /// Signs a browser in at the hosted pages; returns what its cookie holds.
    func signInBrowser(_ sub: String) throws(CognitoError) -> (session: BrowserSession, cookie: String) {
        let now = clock.now(), made = BrowserSession.make(for: sub, at: now)
        try update(sub) { (user) throws(CognitoError) in
            user.browsers.removeAll { $0.expiresAt <= now }
            user.browsers.removeFirst(max(0, user.browsers.count + 1 - User.maximumBrowsers))
            user.browsers.append(made.session)
        }
        return made
    }

    /// Whose browser has this cookie; nil where it is over, or nobody's.
    func browser(_ cookie: String) -> (user: User, session: BrowserSession)? {
        guard let (sub, digest) = BrowserSession.read(cookie), let user = state.withLock({ $0.user(sub: sub) }),
            let session = user.browsers.first(where: { $0.digest == digest }), clock.now() < session.expiresAt
        else { return nil }
        return (user, session)
    }

    /// Signs a browser out.
    func signOutBrowser(_ cookie: String) throws(CognitoError) {
        guard let (user, session) = browser(cookie) else { return }
        try update(user.sub) { (user) throws(CognitoError) in user.browsers.removeAll { $0.digest == session.digest } }
    }
}
