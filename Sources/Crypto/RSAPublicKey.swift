import COpenSSL

/// An RSA public key of 2048 to 8192 bits that verifies RS256 signatures (RSASSA-PKCS1-v1_5 with SHA-256, RFC 7518 section 3.3).
public final class RSAPublicKey: Sendable {
    private let key: KeyHandle
    private let context: RS256Context

    /// A key from the `n` and `e` of a JSON Web Key (RFC 7518 section 6.3.1), decoded: big-endian bytes.
    /// Refuses moduli outside 2048…8192 bits, even moduli, and exponents that are even, below 3 or above 64 bits.
    public convenience init(modulus: [UInt8], exponent: [UInt8]) throws(CryptoError) {
        let modulus = Array(modulus.drop { $0 == 0 })
        let exponent = Array(exponent.drop { $0 == 0 })
        guard (256...1024).contains(modulus.count), modulus.last! & 1 == 1 else { throw .invalidKey }
        guard (1...8).contains(exponent.count), exponent.last! & 1 == 1, exponent != [1] else { throw .invalidKey }
        defer { ERR_clear_error() }
        guard let pointer = copenssl_rsa_public_key(modulus, Int32(modulus.count), exponent, Int32(exponent.count)) else { throw .invalidKey }
        try self.init(KeyHandle(owning: pointer))
    }

    init(_ key: KeyHandle) throws(CryptoError) {
        guard (2048...8192).contains(key.bits) else { throw .invalidKey }
        self.key = key
        context = try RS256Context(key)
        signatureBytes = (key.bits + 7) / 8
    }

    /// The modulus, big-endian: `n` of a JSON Web Key before base64url.
    public var modulus: [UInt8] { key.bigEndianInteger(OSSL_PKEY_PARAM_RSA_N) ?? [] }

    /// The exponent, big-endian: `e` of a JSON Web Key before base64url.
    public var exponent: [UInt8] { key.bigEndianInteger(OSSL_PKEY_PARAM_RSA_E) ?? [] }

    /// How long its signatures are: as long as the modulus.
    public let signatureBytes: Int

    /// Whether `signature` is this key's RS256 signature of `message`. About 20 µs for 2048 bits. A signature of any wrong size is merely invalid.
    public func isValidRS256(signature: [UInt8], for message: [UInt8]) -> Bool {
        message.withUnsafeBytes { isValidRS256(signature: signature, for: $0) }
    }

    /// The same for borrowed bytes.
    public func isValidRS256(signature: [UInt8], for message: UnsafeRawBufferPointer) -> Bool {
        SHA256.withDigest(of: message) { context.isValid(signature, UnsafeRawBufferPointer($0)) }
    }

    /// The same for a message whose digest is known.
    public func isValidRS256(signature: [UInt8], digest: SHA256.Digest) -> Bool { digest.withBytes { context.isValid(signature, $0) } }
}

extension RSAPublicKey: Equatable {
    /// Whether both have the same modulus and exponent.
    public static func == (left: RSAPublicKey, right: RSAPublicKey) -> Bool {
        left === right || EVP_PKEY_eq(left.key.pointer, right.key.pointer) == 1
    }
}
