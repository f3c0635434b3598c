import Encoding
public import Platform

/// Signs requests of one service in one region with AWS Signature Version 4.
///
/// Every attempt is signed anew: a signature is good for 15 minutes around its date. Source: AWS, "Create a signed request"; compared with botocore.
public struct SigV4Signer: Sendable {
    /// The only algorithm.
    static let algorithm = "AWS4-HMAC-SHA256"

    /// Such as `us-east-1`.
    public let region: String
    /// The signing name, such as `bedrock`, which may differ from the host's.
    public let service: String
    /// How the service wants it.
    public let variant: SigningVariant
    let keys: SigningKeyCache

    /// A signer; those that share a cache derive each day's key once.
    public init(region: String, service: String, variant: SigningVariant = .standard, keys: SigningKeyCache = SigningKeyCache()) {
        self.region = region
        self.service = service
        self.variant = variant
        self.keys = keys
    }

    /// The request with `X-Amz-Date`, `Authorization` and what else the signature needs; a signature of an earlier attempt is replaced.
    ///
    /// - Throws: `SigningError.malformedQuery`.
    public func sign(_ request: SigningRequest, with credentials: AWSCredentials, at moment: UnixTime) throws(SigningError) -> SigningRequest {
        try signed(request, with: credentials, at: moment).request
    }

    /// The same, with what signs the chunks of its content: for `.signedChunks` and `.signedChunksAndTrailers`.
    public func signChunked(
        _ request: SigningRequest, with credentials: AWSCredentials, at moment: UnixTime
    ) throws(SigningError) -> (request: SigningRequest, chunks: ChunkSigner) {
        let (request, signature) = try signed(request, with: credentials, at: moment)
        let date = SigningDate(moment), scope = scope(date)
        return (request, ChunkSigner(seed: signature, date: date, scope: scope, key: keys.key(for: credentials, scope: scope)))
    }

    func scope(_ date: SigningDate) -> SigningScope { SigningScope(day: date.day, region: region, service: service) }

    private func signed(
        _ request: SigningRequest, with credentials: AWSCredentials, at moment: UnixTime
    ) throws(SigningError) -> (request: SigningRequest, signature: String) {
        let date = SigningDate(moment), scope = scope(date)
        var request = request
        prepare(&request, credentials, date)
        let headers = CanonicalHeaders(of: request)
        let signature = signature(
            of: CanonicalRequest(
                method: request.method, path: CanonicalPath.text(request.path, variant), query: try CanonicalQuery.text(request.query), headers: headers,
                payload: request.header("x-amz-content-sha256") ?? request.payload.text),
            credentials, date, scope)
        request.headers.append(
            .init(
                "Authorization", "\(Self.algorithm) Credential=\(credentials.accessKey)/\(scope), SignedHeaders=\(headers.names), Signature=\(signature)"))
        return (request, signature)
    }

    func signature(of canonical: CanonicalRequest, _ credentials: AWSCredentials, _ date: SigningDate, _ scope: SigningScope) -> String {
        keys.key(for: credentials, scope: scope).signature(of: canonical.stringToSign(date, scope))
    }

    private func prepare(_ request: inout SigningRequest, _ credentials: AWSCredentials, _ date: SigningDate) {
        request.removeHeader("Authorization")
        request.setHeader("X-Amz-Date", date.text)
        request.removeHeader("X-Amz-Security-Token")
        if let token = credentials.sessionToken { request.setHeader("X-Amz-Security-Token", token.reveal()) }
        if variant == .s3 || request.payload.isMark { request.setHeader("X-Amz-Content-SHA256", request.payload.text) }
    }
}
