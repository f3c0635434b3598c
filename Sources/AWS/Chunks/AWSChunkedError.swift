/// Why content coded as `aws-chunked` is refused.
public enum AWSChunkedError: Error, Sendable, Equatable {
    /// A chunk's head is not a size in hexadecimal digits, with a signature exactly where signatures are due, or a line does not end where it must.
    case malformed
    /// A chunk is larger than the limit.
    case chunkTooLarge(limitBytes: Int)
    /// The trailers are longer than 8 KiB.
    case trailersTooLarge
    /// A chunk or the trailers are signed wrongly.
    case signatureMismatch
    /// There is more or less content than `X-Amz-Decoded-Content-Length` says, or something after the end.
    case lengthMismatch
    /// The content ended within a chunk or before the last one.
    case truncated
}
