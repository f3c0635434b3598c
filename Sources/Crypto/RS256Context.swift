import COpenSSL

/// A context of OpenSSL that is set up to verify by one key, once: what `EVP_DigestVerifyInit` looks up for each signature costs a third of verifying it.
/// Never used itself, only duplicated, which OpenSSL does without changing it, so that threads may share it.
final class RS256Context: @unchecked Sendable {
    private let pointer: OpaquePointer

    init(_ key: KeyHandle) throws(CryptoError) {
        defer { ERR_clear_error() }
        guard let pointer = copenssl_rs256_context(key.pointer) else { throw .invalidKey }
        self.pointer = pointer
    }

    deinit { EVP_PKEY_CTX_free(pointer) }

    /// Whether this is the key's signature of a message with this digest.
    func isValid(_ signature: [UInt8], _ digest: UnsafeRawBufferPointer) -> Bool {
        guard let context = EVP_PKEY_CTX_dup(pointer) else { return false }
        defer { EVP_PKEY_CTX_free(context) }
        let isValid = EVP_PKEY_verify(context, signature, signature.count, digest.baseAddress?.assumingMemoryBound(to: UInt8.self), digest.count) == 1
        // What was refused leaves an error on the thread, which must not surface in another operation.
        if !isValid { ERR_clear_error() }
        return isValid
    }
}
