import COpenSSL
import Platform

/// Contexts of OpenSSL that are set up to verify by one key: what `EVP_DigestVerifyInit` looks up for each signature costs a third of verifying it.
/// One is set up and never used itself, only duplicated, which OpenSSL does without changing it; a duplicate serves one caller at a time and is kept for the next.
final class RS256Context: @unchecked Sendable {
    /// As many as there are threads that verify at once, on a task of any size we run.
    private static let idleLimit = 8

    /// Handed from thread to thread, used by one at a time.
    private struct Duplicate: @unchecked Sendable { let pointer: OpaquePointer }

    private let original: OpaquePointer
    private let idle = Lock<[Duplicate]>([])

    init(_ key: KeyHandle) throws(CryptoError) {
        defer { ERR_clear_error() }
        guard let original = copenssl_rs256_context(key.pointer) else { throw .invalidKey }
        self.original = original
    }

    deinit {
        for duplicate in idle.withLock({ $0 }) { EVP_PKEY_CTX_free(duplicate.pointer) }
        EVP_PKEY_CTX_free(original)
    }

    /// Whether this is the key's signature of a message with this digest.
    func isValid(_ signature: [UInt8], _ digest: UnsafeRawBufferPointer) -> Bool {
        guard let duplicate = idle.withLock({ $0.popLast() }) ?? EVP_PKEY_CTX_dup(original).map(Duplicate.init) else { return false }
        defer { giveBack(duplicate) }
        let isValid = EVP_PKEY_verify(duplicate.pointer, signature, signature.count, digest.baseAddress?.assumingMemoryBound(to: UInt8.self), digest.count) == 1
        // What was refused leaves an error on the thread, which must not surface in another operation.
        if !isValid { ERR_clear_error() }
        return isValid
    }

    private func giveBack(_ duplicate: Duplicate) {
        let isKept = idle.withLock { idle in
            guard idle.count < Self.idleLimit else { return false }
            idle.append(duplicate)
            return true
        }
        if !isKept { EVP_PKEY_CTX_free(duplicate.pointer) }
    }
}
