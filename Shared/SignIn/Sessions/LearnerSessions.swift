public import AWS
public import Cognito
import Crypto
import HTTPCore
public import Platform
public import Web

/// The sessions of learners: begun by a password or a code, known by a sealed cookie, written down in the registry, ended here or everywhere.
///
/// One for the service; its routes and inputs find it by `context.provided(_:)`.
public final class LearnerSessions: Sendable {
    let policy: LearnerSessionPolicy
    /// Ends the session of the hosted pages and comes back to `/logout`.
    let hostedLogoutURL: String
    let pool: CognitoUserPoolClient
    let flow: AuthorizationCodeFlow
    let registry: any SessionRegistry
    let cookies: SessionCookies
    let transactions: TransactionCookie
    let addresses: AddressCookie
    let forgery: ForgeryGuard
    let throttle: SignInThrottle
    let audit: SecurityAudit
    let clock: any WallClock & MonotonicClock
    let accessTokens: AccessTokens
    let remembered: RememberedSessions
    private let identities: TokenVerifier
    private let verifier: TokenVerifier
    private let keys: SealingKeys

    /// What sessions are made with; tests give their own clock and clients.
    public struct Surroundings: Sendable {
        /// The user pool's API.
        public var pool: CognitoUserPoolClient
        /// The hosted pages.
        public var flow: AuthorizationCodeFlow
        /// Verifies access tokens, and forgets those of sessions that are ended.
        public var verifier: TokenVerifier
        /// Verifies ID tokens.
        public var identities: TokenVerifier
        /// Where sessions are written down.
        public var registry: any SessionRegistry
        /// Where attempts are counted.
        public var rateLimits: any RateLimitStore
        /// Writes down what happens.
        public var audit: SecurityAudit
        /// What time it is.
        public var clock: any WallClock & MonotonicClock = SystemClock()

        /// The machine's clock.
        public init(
            pool: CognitoUserPoolClient, flow: AuthorizationCodeFlow, verifier: TokenVerifier, identities: TokenVerifier, registry: any SessionRegistry,
            rateLimits: any RateLimitStore, audit: SecurityAudit
        ) {
            self.pool = pool
            self.flow = flow
            self.verifier = verifier
            self.identities = identities
            self.registry = registry
            self.rateLimits = rateLimits
            self.audit = audit
        }
    }

    /// Sessions under a ring of keys.
    ///
    /// - Parameter origins: the service's own, from which alone writes may come.
    /// - Throws: `CryptoError.invalidKey`.
    public init(policy: LearnerSessionPolicy, keys: [Secret<[UInt8]>], origins: [String], _ surroundings: Surroundings) throws {
        let keys = try SealingKeys(keys.map { $0.reveal() }), clock = surroundings.clock
        self.policy = policy
        self.keys = keys
        self.clock = clock
        pool = surroundings.pool
        flow = surroundings.flow
        hostedLogoutURL = surroundings.flow.logoutURL(destination: (origins.first ?? "") + "/logout")
        registry = surroundings.registry
        audit = surroundings.audit
        verifier = surroundings.verifier
        identities = surroundings.identities
        cookies = SessionCookies(policy: policy, keys: keys, clock: clock)
        transactions = TransactionCookie(policy: policy, keys: keys, clock: clock)
        addresses = AddressCookie(policy: policy, keys: keys)
        forgery = ForgeryGuard(policy: policy, origins: origins, keys: keys, clock: clock)
        throttle = SignInThrottle(store: surroundings.rateLimits, policy: policy, keys: keys, audit: audit)
        accessTokens = AccessTokens(pool: surroundings.pool, clock: clock)
        remembered = RememberedSessions(surroundings.registry, clock: clock)
    }
}

// MARK: - Beginning

extension LearnerSessions {
    /// Signs in with a password. Whatever session there was before is left behind.
    func signIn(_ email: String, password: Secret<String>, in context: RequestContext) async throws -> SignedInSession {
        do throws(SignInProblem) {
            try await throttle.count(.password, on: email, in: context)
            let tokens = try await tokens(email, password)
            guard let refreshToken = tokens.refreshToken else { throw .unavailable(cause: "the pool gave no refresh token") }
            let session = try await begin(idToken: tokens.idToken, refreshToken: refreshToken, nonce: nil, in: context)
            accessTokens.begin(AccessToken(text: tokens.accessToken, expiresAt: clock.now() + tokens.lifetime), for: session)
            do { try throttle.remember(email, &context.lasting) } catch { throw .unavailable(cause: "\(error)") }
            return session
        } catch {
            audit.record(error.isThrottling ? .throttled : .signInRefused, person: email, requestID: context.id, reason: error.reason)
            throw error
        }
    }

    /// Signs in with what the hosted pages sent this browser back with.
    func signIn(code: String, state: String, in context: RequestContext) async throws -> (session: SignedInSession, target: TargetPath) {
        guard let (attempt, target) = transactions.find(state: state, in: context) else {
            audit.record(.transactionRefused, person: nil, requestID: context.id)
            throw SignInProblem.transactionOver
        }
        try transactions.end(state: state, in: context, &context.lasting)
        do throws(SignInProblem) {
            let grant = try await redeem(code, of: attempt)
            let session = try await begin(idToken: grant.idToken, refreshToken: grant.refreshToken, nonce: attempt.nonce, in: context)
            accessTokens.begin(AccessToken(text: grant.accessToken, expiresAt: clock.now() + grant.lifetime), for: session)
            return (session, target)
        } catch {
            audit.record(.signInRefused, person: nil, requestID: context.id, reason: error.reason)
            throw error
        }
    }

    /// The address of the hosted pages for a new attempt, which the browser keeps.
    func beginAttempt(target: TargetPath, language: String?, in context: RequestContext) throws -> String {
        let attempt = AuthorizationAttempt.begin()
        try transactions.begin(attempt, target: target, in: context, &context.lasting)
        return flow.authorizationURL(for: attempt, language: language)
    }

    func tokens(_ email: String, _ password: Secret<String>) async throws(SignInProblem) -> CognitoTokens {
        let answer: CognitoSignIn
        do throws(AWSError) { answer = try await pool.signIn(username: email, password: password) } catch { throw SignInProblem(error) }
        switch answer {
        case .signedIn(let tokens):
            return tokens
        case .challenged("NEW_PASSWORD_REQUIRED", _, _): throw .newPasswordRequired
        case .challenged(let name, _, _): throw .unavailable(cause: "the pool asks \(name), which is not enabled here")
        }
    }

    private func redeem(_ code: String, of attempt: AuthorizationAttempt) async throws(SignInProblem) -> AuthorizationGrant {
        do throws(AuthorizationError) {
            return try await flow.redeem(code: Secret(code), of: attempt)
        } catch {
            switch error {
            case .refused: throw .transactionOver
            case .unavailable(let cause): throw .unavailable(cause: cause)
            }
        }
    }

    private func begin(
        idToken: Secret<String>, refreshToken: Secret<String>, nonce: String?, in context: RequestContext
    ) async throws(SignInProblem) -> SignedInSession {
        let identity = try await identity(idToken, nonce)
        if case .session(let before, _, _) = cookies.find(in: context) { await leave(before) }
        let session = SignedInSession.begin(
            subject: identity.token.subject, email: identity.token.email ?? identity.token.username, givenName: identity.givenName,
            familyName: identity.familyName, originID: identity.token.originID ?? "", refreshToken: refreshToken, at: clock.now())
        do {
            try await registry.begin(entry(session, device: DeviceName.of(context.request.fields[.userAgent])))
            try cookies.send(session, takingSeat: true, to: &context.lasting)
        } catch {
            throw .unavailable(cause: "a session cannot begin: \(error)")
        }
        context.userID = session.subject
        audit.record(.signedIn, person: session.subject, requestID: context.id)
        return session
    }

    func identity(_ idToken: Secret<String>, _ nonce: String?) async throws(SignInProblem) -> LearnerIdentity {
        do throws(TokenError) {
            return try await identities.verifyIdentity(idToken.reveal(), nonce: nonce)
        } catch {
            throw .unavailable(cause: "the pool's ID token is not good: \(error)")
        }
    }

    private func entry(_ session: SignedInSession, device: String) throws -> SessionEntry {
        let begin = UnixTime(seconds: Int64(session.beganAt))
        return SessionEntry(
            id: session.id, subject: session.subject, beganAt: begin, seenAt: begin, endsAt: begin + policy.lifetime, device: device,
            sealedRefreshToken: try keys.seal(Array(session.refreshToken.reveal().utf8), for: Self.refreshPurpose))
    }

    /// Access tokens of a sign-in that is over are refused here from now on; elsewhere they live to their expiry.
    func refuseTokens(of session: SignedInSession) { if !session.originID.isEmpty { verifier.revoke(originID: session.originID) } }

    /// The same for all that the learner was given before now.
    func refuseAllTokens(of subject: String) { verifier.revoke(subject: subject) }

    /// The groups that an access token names; nil for one that cannot be verified just now.
    func groups(in token: AccessToken) async -> [String]? { try? await verifier.verify(token.text.reveal()).groups }

    static let refreshPurpose = "refresh token"

    func openRefreshToken(_ entry: SessionEntry) -> Secret<String>? {
        keys.open(entry.sealedRefreshToken, for: Self.refreshPurpose).map { Secret(String(decoding: $0, as: UTF8.self)) }
    }
}
