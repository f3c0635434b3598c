/// Why a cryptographic operation did not happen. Deliberately without detail: an attacker learns nothing from it.
public enum CryptoError: Error, Sendable, Equatable {
    /// A key is malformed, of a wrong kind, or too weak.
    case invalidKey
    /// A size or cost is outside what is allowed.
    case invalidParameter
    /// A sealed message was altered, cut, or sealed with another key or context.
    case authenticationFailed
    /// OpenSSL refused or ran out of memory.
    case libraryFailure
}
