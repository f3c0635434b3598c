import Crypto
public import Platform

/// Checks signatures as AWS does: for stand-ins of its services.
public struct SigV4Verifier: Sendable {
    /// What is known of a request whose signature is right.
    public struct Verified: Sendable {
        /// Whose.
        public let accessKey: String
        /// What the signature is good for.
        public let scope: SigningScope
        /// Whether it came in the query.
        public let isPresigned: Bool
        /// What the signature says about the content.
        public let payload: SigningPayload
        /// Verifies the chunks of the content, if they are signed.
        public let chunks: ChunkSigner?
    }

    private let region: String?
    private let services: Set<String>
    private let variant: SigningVariant
    private let tolerance: Duration
    private let keys: SigningKeyCache
    private let credentials: @Sendable (_ accessKey: String) -> AWSCredentials?

    /// A verifier for services that are signed alike.
    ///
    /// - Parameters:
    ///   - region: nil for any.
    ///   - services: their signing names.
    ///   - tolerance: how far a date may lie from ours, 15 minutes with AWS.
    ///   - credentials: who has an access key.
    public init(
        region: String? = nil, services: Set<String>, variant: SigningVariant, tolerance: Duration = .seconds(900),
        keys: SigningKeyCache = SigningKeyCache(), credentials: @escaping @Sendable (_ accessKey: String) -> AWSCredentials?
    ) {
        self.region = region
        self.services = services
        self.variant = variant
        self.tolerance = tolerance
        self.keys = keys
        self.credentials = credentials
    }

    /// Checks a request as it came. Its `payload` is the content, or `.unsigned` while the content is still to be read:
    /// then whoever reads it compares it with what is returned.
    public func verify(_ request: SigningRequest, at now: UnixTime) throws(SigV4Refusal) -> Verified {
        let claim = try SigV4Claim(of: request)
        guard region ?? claim.scope.region == claim.scope.region, services.contains(claim.scope.service) else {
            throw .wrongScope(claim.scope, expectedRegion: region, expectedServices: services.sorted())
        }
        try checkDate(claim, now)
        guard let credentials = credentials(claim.accessKey) else { throw .unknownAccessKey(claim.accessKey) }
        try checkToken(claim, credentials, now)
        let payload = try payload(of: request, claim)
        try checkSignature(request, claim, credentials, payload.text)
        try checkContent(request, payload)
        return Verified(
            accessKey: claim.accessKey, scope: claim.scope, isPresigned: claim.isPresigned, payload: payload, chunks: chunkSigner(payload, claim, credentials))
    }

    private func checkDate(_ claim: SigV4Claim, _ now: UnixTime) throws(SigV4Refusal) {
        let date = claim.date.moment
        if let expires = claim.expires {
            if date > now + tolerance { throw .notYetValid }
            if date + expires < now { throw .expired(at: date + expires, serverTime: now) }
        } else if date < now - tolerance || date > now + tolerance {
            throw .skewed(requestTime: date, serverTime: now, tolerance: tolerance)
        }
    }

    private func checkToken(_ claim: SigV4Claim, _ credentials: AWSCredentials, _ now: UnixTime) throws(SigV4Refusal) {
        guard claim.sessionToken.map({ Secret($0) }) == credentials.sessionToken else { throw .invalidToken }
        if credentials.hasExpired(at: now) { throw .expiredToken }
    }

    /// What the canonical request's last line was made from.
    private func payload(of request: SigningRequest, _ claim: SigV4Claim) throws(SigV4Refusal) -> SigningPayload {
        let isSigned = claim.signedHeaders.contains("x-amz-content-sha256")
        if let text = request.header("x-amz-content-sha256"), isSigned || !claim.isPresigned {
            guard let payload = SigningPayload(header: text) else { throw .contentMismatch(told: text, computed: request.payload.text) }
            return payload
        }
        if claim.isPresigned, variant == .s3 { return .unsigned }
        if variant == .s3 { throw .missingContentDigest }
        return request.payload
    }

    private func checkSignature(
        _ request: SigningRequest, _ claim: SigV4Claim, _ credentials: AWSCredentials, _ payload: String
    ) throws(SigV4Refusal) {
        guard let headers = CanonicalHeaders(of: request, named: claim.signedHeaders) else { throw .missingSignedHeader }
        try checkHeadersAreSigned(request, claim)
        let canonical = CanonicalRequest(
            method: request.method, path: CanonicalPath.text(request.path, variant), query: try canonicalQuery(request, claim), headers: headers,
            payload: payload)
        let text = canonical.stringToSign(claim.date, claim.scope)
        let right = keys.key(for: credentials, scope: claim.scope).signature(of: text)
        guard constantTimeEqual(Array(right.utf8), Array(claim.signature.utf8)) else {
            throw .signatureMismatch(canonicalRequest: canonical.description, stringToSign: text)
        }
    }

    private func canonicalQuery(_ request: SigningRequest, _ claim: SigV4Claim) throws(SigV4Refusal) -> String {
        do {
            return try CanonicalQuery.text(request.query, leavingOut: claim.isPresigned ? "X-Amz-Signature" : nil)
        } catch {
            throw .malformedQuery("The query is not percent-encoded UTF-8.")
        }
    }

    /// S3 takes no `x-amz-` field whose value somebody on the way could have made up.
    private func checkHeadersAreSigned(_ request: SigningRequest, _ claim: SigV4Claim) throws(SigV4Refusal) {
        guard variant == .s3 else { return }
        let names = request.headers.map { $0.name.lowercased() }
        let loose = names.first { name in
            name.hasPrefix("x-amz-") && name != "x-amz-content-sha256" && name != "x-amzn-trace-id" && !claim.signedHeaders.contains(name)
        }
        if let loose { throw .unsignedHeader(loose) }
    }

    private func checkContent(_ request: SigningRequest, _ told: SigningPayload) throws(SigV4Refusal) {
        guard case .digest = told, !request.payload.isMark else { return }
        let computed = request.payload.text
        if computed != told.text { throw .contentMismatch(told: told.text, computed: computed) }
    }

    private func chunkSigner(_ payload: SigningPayload, _ claim: SigV4Claim, _ credentials: AWSCredentials) -> ChunkSigner? {
        guard payload == .signedChunks || payload == .signedChunksAndTrailers else { return nil }
        return ChunkSigner(seed: claim.signature, date: claim.date, scope: claim.scope, key: keys.key(for: credentials, scope: claim.scope))
    }
}
