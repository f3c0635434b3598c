/// A way to authenticate (OpenAPI 3.1 §4.8.27).
public struct SecurityScheme: Sendable, Hashable {
    /// Where the credential is.
    public enum Kind: Sendable, Hashable {
        /// `Authorization: Bearer`, with a hint about the token's format
        case bearer(format: String)
        /// A header of this name
        case header(String)
        /// A cookie of this name
        case cookie(String)
    }

    /// The name in OpenAPI.
    public let name: String
    /// Where the credential is.
    public let kind: Kind

    /// A scheme.
    public init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }
}
