import Crypto
public import HTTPClient
public import Platform

/// Verifies tokens of one Cognito user pool (RFC 7519; AWS, "Verifying a JSON web token"). One per process, shared by all.
public final class TokenVerifier: Sendable {
    /// What a verifier is made with.
    public struct Configuration: Sendable {
        /// Which tokens are accepted.
        public var policy: TokenPolicy
        /// Where the pool publishes its keys; by default below the issuer.
        public var keySetURL: String
        /// How long fetched keys are used before they are fetched again.
        public var keyLifetime: Duration = .seconds(3600)
        /// The least time between two fetches because of unknown key ids, and between retries after a failure.
        public var unknownKeyInterval: Duration = .seconds(60)
        /// How long beyond their lifetime keys are used that cannot be fetched again; then tokens are `unavailable`.
        public var keyOutageLimit: Duration = .seconds(86_400)
        /// How many verified tokens are remembered; 0 for none.
        public var cacheLimit = 10_000

        /// The defaults for a policy.
        public init(policy: TokenPolicy, keySetURL: String? = nil) {
            self.policy = policy
            self.keySetURL = keySetURL ?? policy.issuer + "/.well-known/jwks.json"
        }
    }

    private let policy: TokenPolicy
    let keys: KeySource
    private let headers = KnownHeaders()
    private let cache: VerifiedTokenCache
    private let recheckSeconds: Int64
    private let clock: any WallClock

    /// A verifier; fetches nothing until it must.
    public init(
        _ configuration: Configuration, client: any HTTPClient, logger: Logger = .silent,
        wallClock: any WallClock = SystemClock(),
        monotonicClock: any MonotonicClock = SystemClock()
    ) {
        policy = configuration.policy
        let longestLife = policy.longestLifetime + policy.leeway + policy.leeway
        let cache = VerifiedTokenCache(limit: configuration.cacheLimit, signOutLifetime: longestLife.components.seconds)
        self.cache = cache
        recheckSeconds = configuration.unknownKeyInterval.components.seconds
        clock = wallClock
        keys = KeySource(configuration, client: client, logger: logger, clock: monotonicClock) {
            cache.adopt($0, goodUntil: (wallClock.now() + configuration.keyLifetime).seconds)
        }
    }

    /// Fetches the keys if there are none, so that the first request need not wait. Failing is no reason not to start.
    public func warmUp() async throws(TokenError) { try await keys.warmUp() }

    /// The token's content, if it was verified before and is still good; about 1 µs, never waits.
    public func remembered(_ token: String) -> VerifiedToken? {
        guard token.utf8.count <= CompactJWS.maximumBytes else { return nil }
        return cache.token(TokenDigest(token).whole, at: clock.now().seconds)
    }

    /// Verifies a token as it stands after `Bearer `. About 1 µs when it is remembered, 24 µs when not; waits only for keys.
    public func verify(_ token: String) async throws(TokenError) -> VerifiedToken {
        guard token.utf8.count <= CompactJWS.maximumBytes else { throw .invalid(.tooLong) }
        let digest = TokenDigest(token)
        if let known = cache.token(digest.whole, at: clock.now().seconds) { return known }
        return try await verifyAnew(token, digest)
    }

    /// Forgets the tokens of one sign-in, by `origin_jti`, and refuses them from now on as `revoked`. For sign-out; known to this process only, others
    /// accept them until they expire.
    public func revoke(originID: String) { cache.revoke(originID: originID, at: clock.now().seconds) }

    /// The same for everything a user was given before now. For signing out everywhere.
    public func revoke(subject: String) { cache.revoke(subject: subject, at: clock.now().seconds) }

    /// How many tokens are remembered, expired ones included.
    public var rememberedCount: Int { cache.count }

    private func verifyAnew(_ token: String, _ digest: TokenDigest) async throws(TokenError) -> VerifiedToken {
        let jws = try CompactJWS(token)
        let known = headers.keyID(of: jws)
        let keyID = if let known { known } else { try TokenHeader(try jws.decoded(.header)).claimedKeyID() }
        let payload = try jws.decoded(.payload), signature = try jws.decoded(.signature)
        let ready = keys.known(keyID)
        let key = if let ready { ready } else { try await keys.key(keyID) }
        guard signature.count == key.signatureBytes else { throw .invalid(.wrongSignatureLength) }
        // The form is a token's: what stands before its second dot was signed.
        guard key.isValidRS256(signature: signature, digest: digest.signed) else { throw .invalid(.badSignature) }
        if known == nil { headers.remember(jws, keyID) }
        return try admit(try TokenClaims(payload), digest, key)
    }

    private func admit(_ claims: TokenClaims, _ digest: TokenDigest, _ key: RSAPublicKey) throws(TokenError) -> VerifiedToken {
        let now = clock.now()
        let verified = try policy.accept(claims, at: now)
        let until = (verified.expiresAt + policy.leeway).seconds
        guard cache.admit(verified, digest.whole, by: key, now: now.seconds, until: until, keysGoodFor: recheckSeconds) else { throw .invalid(.revoked) }
        return verified
    }
}
