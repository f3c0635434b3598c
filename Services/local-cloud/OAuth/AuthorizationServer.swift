import JSON
import Platform

/// Codes and tokens of OAuth 2.0 and OpenID Connect without HTTP. What gives tokens blocks, as the pool does.
final class AuthorizationServer: Sendable {
    let pool: UserPool
    let codes = Lock(AuthorizationCodes())

    init(_ pool: UserPool) { self.pool = pool }

    /// Where a learner who has signed in goes with a code.
    func location(for request: AuthorizeRequest, sub: String, authenticatedAt: UnixTime) -> String {
        let grant = AuthorizationGrant(
            sub: sub, redirectURI: request.redirectURI, scopes: request.scopes, nonce: request.nonce, proofKey: request.proofKey,
            authenticatedAt: authenticatedAt)
        let now = pool.clock.now()
        return request.location(code: codes.withLock { $0.issue(grant, at: now) })
    }

    /// Tokens for what a form asks.
    func tokens(for request: TokenRequest) throws(OAuthError) -> (tokens: TokenSet, scopes: ScopeSet) {
        switch request {
        case .code(let code, let redirectURI, let verifier, let client): try exchange(code, redirectURI, verifier, client)
        case .refresh(let token, let scope, let client): try refresh(token, scope, client)
        }
    }

    /// A code that is shown is used up, also by a request that is refused: a stolen one is worth a single guess.
    private func exchange(_ code: String, _ redirectURI: String, _ verifier: String, _ client: String) throws(OAuthError) -> (TokenSet, ScopeSet) {
        try asking { pool throws(CognitoError) in try pool.check(client: client) }
        let now = pool.clock.now()
        switch codes.withLock({ $0.redeem(code, at: now) }) {
        case .unknown: throw .badGrant
        case .replayed(let sub, let originID):
            if let originID { try asking { pool throws(CognitoError) in try pool.revoke(sub) { $0.originID == originID } } }
            throw .badGrant
        case .granted(let grant):
            guard grant.redirectURI.utf8.elementsEqual(redirectURI.utf8), grant.proofKey.isProven(by: verifier) else { throw .badGrant }
            return (try begin(grant, code), grant.scopes)
        }
    }

    private func begin(_ grant: AuthorizationGrant, _ code: String) throws(OAuthError) -> TokenSet {
        try asking { pool throws(CognitoError) in
            let origin = SessionOrigin(scopes: grant.scopes, authenticatedAt: grant.authenticatedAt)
            let tokens = try pool.begin(grant.sub, origin, hosted: .init(scopes: grant.scopes, nonce: grant.nonce))
            guard let refreshToken = tokens.refreshToken, let session = pool.session(refreshToken)?.session else {
                throw .internalFailure(cause: "a session ended as it began")
            }
            if self.codes.withLock({ $0.remember(session.originID, for: code) }) { return tokens }
            try pool.revoke(grant.sub) { $0.originID == session.originID }
            throw .codeMismatch
        }
    }

    private func refresh(_ token: String, _ scope: String?, _ client: String) throws(OAuthError) -> (TokenSet, ScopeSet) {
        let wanted = scope.map { ScopeSet(parsing: $0) }
        if let wanted, wanted == nil { throw OAuthError(.invalidScope, "scope names one that is not enabled.") }
        let granted = pool.session(token)?.session.scopes ?? .all
        let narrowed = (wanted ?? nil) ?? granted
        guard narrowed.isSubset(of: granted) else { throw OAuthError(.invalidScope, "scope names one that was not granted.") }
        return (try asking { pool throws(CognitoError) in try pool.refresh(token: token, client: client, scopes: narrowed) }, narrowed)
    }

    /// Ends the session of a refresh token, and with it the access tokens that it gave (RFC 7009).
    func revoke(_ token: String, client: String) throws(OAuthError) {
        try asking { pool throws(CognitoError) in try pool.revoke(token: token, client: client) }
    }

    /// What an access token with the scope `openid` tells about the learner; `email_verified` is a text, as Cognito writes it.
    func userInfo(_ accessToken: String) throws(OAuthError) -> JSONFragment {
        do throws(CognitoError) {
            let (user, _, scopes) = try pool.bearer(of: accessToken, with: .openID)
            let told = user.allAttributes.filter { $0.name != "sub" && scopes.opens($0.name) }
            let subject: [JSONFragment.Member] = [.init("sub", .string(user.sub))]
            return .object(subject + told.map { .init($0.name, .string($0.value)) } + [.init("username", .string(user.sub))])
        } catch .notAuthorized(.missingScope) {
            throw OAuthError(.insufficientScope, "Access token does not contain openid scope.")
        } catch {
            throw OAuthError(.invalidToken, "Access token is expired, disabled, or deleted, or the user has globally signed out.")
        }
    }

    private func asking<Result>(_ body: (UserPool) throws(CognitoError) -> Result) throws(OAuthError) -> Result {
        do throws(CognitoError) { return try body(pool) } catch { throw OAuthError(error) }
    }
}
