public import Platform

/// Why a signed request is refused; the sentences are AWS's own where they are known.
public enum SigV4Refusal: Error, Sendable, Equatable {
    /// Neither an `Authorization` header nor a signature in the query.
    case missing
    /// The `Authorization` header cannot be read; the sentence says what is wrong.
    case malformedHeader(String)
    /// The signature in the query cannot be read; the sentence says what is wrong.
    case malformedQuery(String)
    /// Signed for another region or service.
    case wrongScope(SigningScope, expectedRegion: String?, expectedServices: [String])
    /// The date lies too far from the server's.
    case skewed(requestTime: UnixTime, serverTime: UnixTime, tolerance: Duration)
    /// A presigned URL has ended.
    case expired(at: UnixTime, serverTime: UnixTime)
    /// A presigned URL begins in the future.
    case notYetValid
    /// Nobody has this access key.
    case unknownAccessKey(String)
    /// The session token is missing, superfluous or another one.
    case invalidToken
    /// The temporary keys have ended.
    case expiredToken
    /// A header field that must be signed is not: its name.
    case unsignedHeader(String)
    /// A header field that is said to be signed is not there.
    case missingSignedHeader
    /// S3 wants `X-Amz-Content-SHA256` with every signed header.
    case missingContentDigest
    /// The content is not the signed one.
    case contentMismatch(told: String, computed: String)
    /// The signature is wrong; both texts help a developer to find out why.
    case signatureMismatch(canonicalRequest: String, stringToSign: String)
}
