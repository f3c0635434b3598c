import COpenSSL

/// A digest of content that arrives piece by piece.
///
/// One caller at a time. MD5 and SHA-1 are broken for signatures: they are here for protocols that use them as checksums alone, as S3's entity tags do.
public final class RunningDigest {
    /// How content is digested.
    public enum Algorithm: Sendable, CaseIterable {
        /// RFC 1321, 16 bytes.
        case md5
        /// FIPS 180-4, 20 bytes.
        case sha1
        /// FIPS 180-4, 32 bytes.
        case sha256

        fileprivate var method: OpaquePointer? {
            switch self {
            case .md5: EVP_md5()
            case .sha1: EVP_sha1()
            case .sha256: EVP_sha256()
            }
        }
    }

    private let context: OpaquePointer?

    /// A digest of nothing so far.
    public init(_ algorithm: Algorithm) {
        context = EVP_MD_CTX_new()
        precondition(context != nil && EVP_DigestInit_ex(context, algorithm.method, nil) == 1, "OpenSSL has no working \(algorithm)")
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Takes further content.
    public func update(_ bytes: [UInt8]) {
        let done = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        precondition(done == 1, "OpenSSL cannot go on with a digest")
    }

    /// The digest of all that was taken; to be asked for once, as the last thing.
    public func finish() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { digest, count in
            var written: UInt32 = 0
            precondition(EVP_DigestFinal_ex(context, digest.baseAddress, &written) == 1, "OpenSSL cannot finish a digest")
            count = Int(written)
        }
    }

    /// The digest of content that is there whole.
    public static func hash(_ bytes: [UInt8], _ algorithm: Algorithm) -> [UInt8] {
        let digest = RunningDigest(algorithm)
        digest.update(bytes)
        return digest.finish()
    }
}
