/// Why a request cannot be signed; always a mistake of the caller.
public enum SigningError: Error, Sendable, Equatable {
    /// The URL is not absolute `http` or `https`, or holds a user or characters that must be percent-encoded.
    case malformedURL
    /// The query holds a `%` without two hexadecimal digits or bytes that are not UTF-8, or more than 1,000 pairs.
    case malformedQuery
    /// A presigned URL lives 1 second to 7 days.
    case expiresOutOfRange
    /// Chunks and trailers have no place in a presigned URL.
    case chunksCannotBePresigned
}
