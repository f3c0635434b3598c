import Platform

/// Which tokens are accepted. A value without I/O: claims and a moment in, a verdict out.
public struct TokenPolicy: Sendable {
    /// `iss`, for instance `https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc`; compared exactly.
    public var issuer: String
    /// The app clients whose tokens are accepted.
    public var clientIDs: Set<String>
    /// Access tokens only, unless id tokens are wanted too.
    public var acceptedUses: Set<TokenUse>
    /// How far clocks may be apart; added to both ends of a token's life.
    public var leeway: Duration

    /// A policy for the tokens of one pool.
    public init(
        issuer: String, clientIDs: Set<String>, acceptedUses: Set<TokenUse> = [.access],
        leeway: Duration = .seconds(30)
    ) {
        self.issuer = issuer
        self.clientIDs = clientIDs
        self.acceptedUses = acceptedUses
        self.leeway = leeway
    }

    /// Judges the claims of a token whose signature was valid. Expiry is judged last: `expired` means that all else was right.
    func accept(
        _ lifetime: TokenLifetime, _ identity: TokenIdentity, at now: UnixTime
    )
        throws(TokenError) -> VerifiedToken
    {
        guard lifetime.issuer == issuer else { throw .invalid(.wrongIssuer) }
        guard let use = TokenUse(rawValue: identity.use), acceptedUses.contains(use) else {
            throw .invalid(.wrongUse)
        }
        let clientID = try client(of: identity, use)
        guard !identity.subject.isEmpty else { throw .invalid(.missingClaim("sub")) }
        let username = use == .access ? identity.username : identity.idUsername
        guard let username, !username.isEmpty else {
            throw .invalid(.missingClaim(use == .access ? "username" : "cognito:username"))
        }
        try checkTimes(lifetime, at: now)
        return VerifiedToken(
            subject: identity.subject, username: username, clientID: clientID, use: use,
            scopes: scopes(identity, use), groups: identity.groups ?? [],
            email: identity.email, issuedAt: UnixTime(seconds: Int64(lifetime.issuedAt)),
            expiresAt: UnixTime(seconds: Int64(lifetime.expiresAt)),
            authenticatedAt: lifetime.authenticatedAt.map { UnixTime(seconds: Int64($0)) },
            tokenID: identity.tokenID ?? "", originID: identity.originID)
    }

    private func client(of identity: TokenIdentity, _ use: TokenUse) throws(TokenError) -> String {
        let name = use == .access ? "client_id" : "aud"
        guard let client = use == .access ? identity.clientID : identity.audience else {
            throw .invalid(.missingClaim(name))
        }
        guard clientIDs.contains(client) else { throw .invalid(.wrongClient) }
        return client
    }

    private func checkTimes(_ lifetime: TokenLifetime, at now: UnixTime) throws(TokenError) {
        let latest = now + leeway
        if let notBefore = lifetime.notBefore, UnixTime(seconds: Int64(notBefore)) > latest {
            throw .invalid(.notYetValid)
        }
        if UnixTime(seconds: Int64(lifetime.issuedAt)) > latest
            || lifetime.issuedAt > lifetime.expiresAt
        {
            throw .invalid(.implausibleIssueTime)
        }
        if UnixTime(seconds: Int64(lifetime.expiresAt)) + leeway <= now { throw .expired }
    }

    private func scopes(_ identity: TokenIdentity, _ use: TokenUse) -> [String] {
        use == .access ? (identity.scope ?? "").split(separator: " ").map(String.init) : []
    }
}
