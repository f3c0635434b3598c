import COpenSSL

/// scrypt (RFC 7914), for hashes of passwords.
public struct Scrypt: Sendable, Equatable {
    /// CPU and memory cost N, a power of two.
    public let cost: Int
    /// Block size r.
    public let blockSize: Int
    /// Parallelisation p.
    public let parallelization: Int

    /// OWASP's recommendation for interactive sign-in: N = 2¹⁵, r = 8, p = 3; 32 MiB and about a tenth of a second per hash.
    public static let interactive = Scrypt(cost: 1 << 15, blockSize: 8, parallelization: 3)

    /// Parameters; checked when used.
    public init(cost: Int, blockSize: Int, parallelization: Int) {
        self.cost = cost
        self.blockSize = blockSize
        self.parallelization = parallelization
    }

    /// Derives `count` bytes (1…1024) from a password and a salt. Uses 128·N·r bytes, refused above 256 MiB. Blocks: not on an event loop.
    public func derive(password: [UInt8], salt: [UInt8], count: Int = 32) throws(CryptoError) -> [UInt8] {
        guard (1...1024).contains(count), (2...(1 << 20)).contains(cost), cost & (cost - 1) == 0, (1...64).contains(blockSize),
            (1...64).contains(parallelization)
        else { throw .invalidParameter }
        let memoryLimit: UInt64 = 256 * 1024 * 1024
        guard UInt64(128 * cost * blockSize) <= memoryLimit else { throw .invalidParameter }
        defer { ERR_clear_error() }
        var key = [UInt8](repeating: 0, count: count)
        let done = password.withUnsafeBytes { password in
            // OpenSSL takes a null password for "allocate nothing": give an empty one an address.
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1) { empty in
                EVP_PBE_scrypt(
                    password.baseAddress?.assumingMemoryBound(to: CChar.self) ?? UnsafePointer(empty.baseAddress!), password.count, salt, salt.count,
                    UInt64(cost),
                    UInt64(blockSize), UInt64(parallelization), memoryLimit + 1024 * 1024, &key, count)
            }
        }
        guard done == 1 else { throw .libraryFailure }
        return key
    }
}
