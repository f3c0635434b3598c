import COpenSSL

/// Owns one EVP_PKEY. Immutable after creation, and OpenSSL allows an EVP_PKEY to be used by several threads at once.
final class KeyHandle: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Takes ownership of `pointer`.
    init(owning pointer: OpaquePointer) { self.pointer = pointer }

    deinit { EVP_PKEY_free(pointer) }

    var bits: Int { Int(EVP_PKEY_get_bits(pointer)) }

    /// An integer of the key, big-endian without leading zeros.
    func bigEndianInteger(_ name: String) -> [UInt8]? {
        var number: OpaquePointer?
        guard EVP_PKEY_get_bn_param(pointer, name, &number) == 1, let number else { return nil }
        defer { BN_clear_free(number) }
        let size = (Int(BN_num_bits(number)) + 7) / 8
        return [UInt8](unsafeUninitializedCapacity: size) { bytes, count in count = Int(BN_bn2bin(number, bytes.baseAddress)) }
    }
}

/// Runs `body` with a fresh EVP_MD_CTX and drops the thread's OpenSSL errors afterwards, so that they never surface in another operation.
func withDigestContext<Result>(_ body: (OpaquePointer) throws(CryptoError) -> Result) throws(CryptoError) -> Result {
    guard let context = EVP_MD_CTX_new() else { throw .libraryFailure }
    defer {
        EVP_MD_CTX_free(context)
        ERR_clear_error()
    }
    return try body(context)
}
