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
    /// How long a token may live from `iat` to `exp`; a pool can be set to a day at most.
    public var longestLifetime = Duration.seconds(86_400)

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
    func accept(_ claims: TokenClaims, at now: UnixTime) throws(TokenError) -> VerifiedToken {
        guard try required(claims.issuer, "iss") == issuer else { throw .invalid(.wrongIssuer) }
        guard let use = TokenUse(rawValue: try required(claims.use, "token_use")), acceptedUses.contains(use) else { throw .invalid(.wrongUse) }
        let clientID = try client(of: claims, use)
        let subject = try name(claims.subject, "sub", atMost: 255)
        let username =
            use == .access ? try name(claims.username, "username", atMost: 512) : try name(claims.idUsername, "cognito:username", atMost: 512)
        let lifetime = try lifetime(of: claims, at: now)
        return VerifiedToken(
            subject: subject, username: username, clientID: clientID, use: use, scopes: scopes(claims, use), groups: claims.groups ?? [],
            email: claims.email, issuedAt: UnixTime(seconds: lifetime.lowerBound), expiresAt: UnixTime(seconds: lifetime.upperBound),
            authenticatedAt: claims.authenticatedAt.map { UnixTime(seconds: $0) }, tokenID: claims.tokenID ?? "", originID: claims.originID)
    }

    /// Both kinds of token may name a client in either way; whoever is named must be ours.
    private func client(of claims: TokenClaims, _ use: TokenUse) throws(TokenError) -> String {
        let client = use == .access ? try required(claims.clientID, "client_id") : try required(claims.audience, "aud")
        guard isOurs(client) else { throw .invalid(.wrongClient) }
        if let other = use == .access ? claims.audience : claims.clientID, !isOurs(other) { throw .invalid(.wrongClient) }
        return client
    }

    /// There are one or two: comparing costs less than hashing.
    private func isOurs(_ client: String) -> Bool { clientIDs.count <= 4 ? clientIDs.contains { $0 == client } : clientIDs.contains(client) }

    private func lifetime(of claims: TokenClaims, at now: UnixTime) throws(TokenError) -> ClosedRange<Int64> {
        let expiresAt = try required(claims.expiresAt, "exp"), issuedAt = try required(claims.issuedAt, "iat")
        let latest = now + leeway
        if let notBefore = claims.notBefore, UnixTime(seconds: notBefore) > latest { throw .invalid(.notYetValid) }
        guard UnixTime(seconds: issuedAt) <= latest else { throw .invalid(.issuedInFuture) }
        guard issuedAt <= expiresAt else { throw .invalid(.issuedAfterExpiry) }
        guard .seconds(expiresAt - issuedAt) <= longestLifetime else { throw .invalid(.lifetimeTooLong) }
        guard UnixTime(seconds: expiresAt) + leeway > now else { throw .expired }
        return issuedAt...expiresAt
    }

    private func required<Value>(_ value: Value?, _ claim: String) throws(TokenError) -> Value {
        guard let value else { throw .invalid(.missingClaim(claim)) }
        return value
    }

    /// Names end in logs, rows and paths: no control characters, and no more than a pool lets through.
    private func name(_ value: String?, _ claim: String, atMost limit: Int) throws(TokenError) -> String {
        guard let value, !value.isEmpty else { throw .invalid(.missingClaim(claim)) }
        guard value.utf8.count <= limit, !Self.hasControlCharacter(value) else { throw .invalid(.malformedClaim(claim)) }
        return value
    }

    private static func hasControlCharacter(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in bytes.contains { $0 < 0x20 || $0 == 0x7F } }
    }

    private func scopes(_ claims: TokenClaims, _ use: TokenUse) -> [String] {
        guard use == .access, let scope = claims.scope else { return [] }
        var text = scope, scopes: [String] = []
        // By bytes: finding the borders of characters would cost more than all other claims together.
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let end = rest.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
                if end > rest.startIndex { scopes.append(String(decoding: UnsafeBufferPointer(rebasing: rest[..<end]), as: UTF8.self)) }
                rest = rest[end...].dropFirst()
            }
        }
        return scopes
    }
}
