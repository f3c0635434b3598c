import COpenSSL

/// Bytes nobody can guess.
public enum SecureRandom {
    /// `count` bytes from OpenSSL's generator, which the kernel seeds. Traps only if the machine has no entropy at all.
    public static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { bytes, initialized in
            precondition(RAND_bytes_ex(nil, bytes.baseAddress, count, 0) == 1, "OpenSSL cannot gather entropy")
            initialized = count
        }
    }
}

/// Whether both are the same bytes, in a time that depends on their lengths alone.
public func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return left.withUnsafeBytes { left in
        right.withUnsafeBytes { right in left.isEmpty || CRYPTO_memcmp(left.baseAddress!, right.baseAddress!, left.count) == 0 }
    }
}
