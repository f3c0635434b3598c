/// How a service wants its requests signed.
public enum SigningVariant: Sendable, Equatable {
    /// All services but S3: the path is normalised and encoded twice.
    case standard
    /// Amazon S3: the path is signed as it is, the content's digest is told in a header, and contents may come in signed chunks.
    case s3
}
