import Crypto
import Platform

extension UserPool {
    /// Signs in with a password: `USER_PASSWORD_AUTH`. Unknown users look like wrong passwords, in words and in time.
    func signIn(name: String, password: String, client: String) throws(CognitoError) -> TokenSet {
        try check(client: client)
        let known = user(named: name)
        let counted = known?.email.text ?? name.lowercased()
        try begin(counted)
        let isRight = try verify(password, known?.password ?? decoy)
        guard let known, isRight else { throw .notAuthorized(.wrongPassword) }
        attempts.withLock { $0.succeeded(counted) }
        guard known.isConfirmed else { throw .userNotConfirmed }
        let (session, refreshToken) = try beginSession(known.sub)
        try save(known.sub)
        return try mint(known, session, refreshToken: refreshToken)
    }

    /// New access and ID tokens for a refresh token: `REFRESH_TOKEN_AUTH`. The refresh token stays the same.
    func refresh(token: String, client: String) throws(CognitoError) -> TokenSet {
        try check(client: client)
        guard let (user, session) = session(token) else { throw .notAuthorized(.invalidRefreshToken) }
        guard !session.isRevoked else { throw .notAuthorized(.revokedRefreshToken) }
        guard clock.now() < session.expiresAt else { throw .notAuthorized(.expiredRefreshToken) }
        return try mint(user, session, refreshToken: nil)
    }

    func session(_ token: String) -> (user: User, session: RefreshSession)? {
        let digest = RefreshSession.digest(of: token)
        return state.withLock { $0.session(digest: digest) }
    }

    private func begin(_ name: String) throws(CognitoError) {
        let now = clock.now()
        let problem = attempts.withLock { attempts -> CognitoError? in
            do throws(CognitoError) {
                try attempts.begin(name, at: now)
                return nil
            } catch {
                return error
            }
        }
        if let problem { throw problem }
    }

    private func beginSession(_ sub: String) throws(CognitoError) -> (session: RefreshSession, token: String) {
        let now = clock.now()
        return try state.withLock { (state) throws(CognitoError) in try state.beginSession(sub, at: now) }
    }

    private func verify(_ password: String, _ hash: PasswordHash) throws(CognitoError) -> Bool {
        do {
            return try hash.matches(password)
        } catch {
            throw .internalFailure(cause: "a password could not be checked: \(error)")
        }
    }

    private func mint(_ user: User, _ session: RefreshSession, refreshToken: String?) throws(CognitoError) -> TokenSet {
        do {
            return try tokens.mint(for: user, in: session, at: clock.now(), refreshToken: refreshToken)
        } catch {
            throw .internalFailure(cause: "tokens could not be signed: \(error)")
        }
    }
}
