import Encoding
public import Platform

extension SigV4Signer {
    /// The request with its signature in the query, so that whoever has its URL may send it until it ends.
    ///
    /// Header fields of the request are signed, and must be sent as they are; S3 does not sign the content. An ending session token ends the URL too.
    /// - Parameter expires: 1 second to 7 days.
    /// - Throws: `SigningError` for a malformed query, another life, or chunks.
    public func presign(
        _ request: SigningRequest, with credentials: AWSCredentials, at moment: UnixTime, expires: Duration
    ) throws(SigningError) -> SigningRequest {
        let seconds = expires.components.seconds
        guard (1...Self.longestPresignedSeconds).contains(seconds) else { throw .expiresOutOfRange }
        let date = SigningDate(moment), scope = scope(date), headers = CanonicalHeaders(of: request)
        var pairs = try CanonicalQuery.pairs(request.query).filter { !Self.isSignature($0.name) }
        pairs += [
            .init("X-Amz-Algorithm", Self.algorithm), .init("X-Amz-Credential", "\(credentials.accessKey)/\(scope)"), .init("X-Amz-Date", date.text),
            .init("X-Amz-Expires", "\(seconds)"), .init("X-Amz-SignedHeaders", headers.names),
        ]
        if let token = credentials.sessionToken { pairs.append(.init("X-Amz-Security-Token", token.reveal())) }
        var request = request
        request.query = QueryString(pairs: pairs).encoded
        let signature = signature(
            of: CanonicalRequest(
                method: request.method, path: CanonicalPath.text(request.path, variant), query: try CanonicalQuery.text(request.query), headers: headers,
                payload: try presignedPayload(request)),
            credentials, date, scope)
        request.query += "&X-Amz-Signature=\(signature)"
        return request
    }

    /// Seven days.
    static let longestPresignedSeconds: Int64 = 604_800

    private static func isSignature(_ name: String) -> Bool {
        [
            "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Security-Token", "X-Amz-Signature",
        ].contains(name)
    }

    private func presignedPayload(_ request: SigningRequest) throws(SigningError) -> String {
        if let told = request.header("x-amz-content-sha256") { return told }
        switch request.payload {
        case .signedChunks, .signedChunksAndTrailers, .unsignedChunksAndTrailers: throw .chunksCannotBePresigned
        case .unsigned: return request.payload.text
        case .bytes, .digest: return variant == .s3 ? SigningPayload.unsigned.text : request.payload.text
        }
    }
}
