import Crypto
import Platform

extension UserPool {
    /// Signs in with a password: `USER_PASSWORD_AUTH`. Unknown users look like wrong passwords, in words and in time.
    ///
    /// - Parameter deviceKey: the device the learner is at, if it says so. One that is theirs is known again; any other is as good as none.
    func signIn(name: String, password: String, client: String, deviceKey: String? = nil) throws(CognitoError) -> TokenSet {
        try check(client: client)
        let user = try authenticate(name: name, password: password)
        let known = user.devices.contains { $0.key == deviceKey }
        let device = known ? deviceKey! : Device.newKey(region: region)
        if known { try touch(device, of: user.sub) }
        var tokens = try begin(user.sub, SessionOrigin(deviceKey: device, isOnKnownDevice: known))
        if !known { tokens.newDevice = device }
        return tokens
    }

    /// The confirmed user with this name and password.
    func authenticate(name: String, password: String) throws(CognitoError) -> User {
        let known = user(named: name)
        let counted = known?.email.text ?? name.lowercased()
        try count(counted, in: attempts)
        let isRight = try verify(password, known?.password ?? decoy)
        guard let known, isRight else { throw .notAuthorized(.wrongPassword) }
        attempts.withLock { $0.succeeded(counted) }
        guard known.isConfirmed else { throw .userNotConfirmed }
        return known
    }

    /// Begins a session of a user and hands out its tokens.
    func begin(_ sub: String, _ origin: SessionOrigin, hosted: TokenClaims.Hosted? = nil) throws(CognitoError) -> TokenSet {
        let (user, session, refreshToken) = try beginSession(sub, origin)
        try save(sub)
        return try mint(user, session, refreshToken: refreshToken, hosted: hosted)
    }

    /// New access and ID tokens for a refresh token: `REFRESH_TOKEN_AUTH`. The refresh token stays the same.
    ///
    /// - Parameter scopes: some of the session's, for these tokens alone; nil for all of them.
    func refresh(token: String, client: String, scopes: ScopeSet? = nil) throws(CognitoError) -> TokenSet {
        try check(client: client)
        guard let (user, session) = session(token) else { throw .notAuthorized(.invalidRefreshToken) }
        guard !session.isRevoked else { throw .notAuthorized(.revokedRefreshToken) }
        guard clock.now() < session.expiresAt else { throw .notAuthorized(.expiredRefreshToken) }
        let isHosted = scopes != nil || session.scopes != .api
        return try mint(user, session, refreshToken: nil, hosted: isHosted ? .init(scopes: scopes ?? session.scopes) : nil)
    }

    func session(_ token: String) -> (user: User, session: RefreshSession)? {
        let digest = RefreshSession.digest(of: token)
        return state.withLock { $0.session(digest: digest) }
    }

    /// Counts an attempt of a name; refused while the name is locked.
    func count(_ name: String, in attempts: Lock<SignInAttempts>, otherwise refusal: CognitoError = .notAuthorized(.tooManyPasswords)) throws(CognitoError) {
        let now = clock.now()
        let isFree = attempts.withLock { (try? $0.begin(name, at: now)) != nil }
        if !isFree { throw refusal }
    }

    func verify(_ password: String, _ hash: PasswordHash) throws(CognitoError) -> Bool {
        do {
            return try hash.matches(password)
        } catch {
            throw .internalFailure(cause: "a password could not be checked: \(error)")
        }
    }

    private func touch(_ device: String, of sub: String) throws(CognitoError) {
        let now = clock.now()
        try update(sub) { (user) throws(CognitoError) in
            for index in user.devices.indices where user.devices[index].key == device { user.devices[index].authenticatedAt = now }
        }
    }

    /// The user as it was when the session began: what changed meanwhile is in its tokens.
    private func beginSession(_ sub: String, _ origin: SessionOrigin) throws(CognitoError) -> (user: User, session: RefreshSession, token: String) {
        let now = clock.now()
        return try state.withLock { (state) throws(CognitoError) in
            let made = try state.beginSession(sub, origin, at: now)
            guard let user = state.user(sub: sub) else { throw .userNotFound }
            return (user, made.session, made.token)
        }
    }

    private func mint(_ user: User, _ session: RefreshSession, refreshToken: String?, hosted: TokenClaims.Hosted?) throws(CognitoError) -> TokenSet {
        do {
            return try tokens.mint(for: user, in: session, at: clock.now(), refreshToken: refreshToken, hosted: hosted)
        } catch {
            throw .internalFailure(cause: "tokens could not be signed: \(error)")
        }
    }
}
