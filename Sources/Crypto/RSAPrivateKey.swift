import COpenSSL

/// An RSA private key that makes RS256 signatures. Never prints itself.
public final class RSAPrivateKey: Sendable, CustomStringConvertible, CustomReflectable {
    private let key: KeyHandle

    private init(_ key: KeyHandle) { self.key = key }

    /// A new key of 2048, 3072 or 4096 bits; 2048 takes tenths of a second: not on an event loop.
    public static func generate(bits: Int = 2048) throws(CryptoError) -> RSAPrivateKey {
        guard [2048, 3072, 4096].contains(bits) else { throw .invalidParameter }
        defer { ERR_clear_error() }
        guard let pointer = copenssl_rsa_generate(UInt32(bits)) else { throw .libraryFailure }
        return RSAPrivateKey(KeyHandle(owning: pointer))
    }

    /// A key from unencrypted PEM, PKCS #8 or PKCS #1, at most 64 KiB. Refuses other kinds of key and encrypted ones.
    public convenience init(pem: String) throws(CryptoError) {
        defer { ERR_clear_error() }
        let bytes = Array(pem.utf8)
        guard bytes.count <= 65_536, let pointer = Self.read(pem: bytes) else { throw .invalidKey }
        let key = KeyHandle(owning: pointer)
        guard EVP_PKEY_is_a(pointer, "RSA") == 1, (2048...8192).contains(key.bits) else { throw .invalidKey }
        self.init(key)
    }

    /// The BIO reads the bytes where they lie, so they are held until it is freed.
    private static func read(pem bytes: [UInt8]) -> OpaquePointer? {
        bytes.withUnsafeBytes { buffer in
            guard let bio = BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)) else { return nil }
            defer { BIO_free(bio) }
            // A callback that yields no passphrase: without it OpenSSL would ask on the terminal.
            return PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in -1 }, nil)
        }
    }

    /// The key as unencrypted PKCS #8 PEM; write it only to a file that nobody else can read.
    public func pem() throws(CryptoError) -> String {
        defer { ERR_clear_error() }
        // A secure-memory BIO wipes its buffer when it is freed.
        guard let bio = BIO_new(BIO_s_secmem()) else { throw .libraryFailure }
        defer { BIO_free(bio) }
        guard PEM_write_bio_PKCS8PrivateKey(bio, key.pointer, nil, nil, 0, nil, nil) == 1 else { throw .libraryFailure }
        var bytes: UnsafeMutablePointer<CChar>?
        let count = copenssl_bio_bytes(bio, &bytes)
        guard let bytes, count > 0 else { throw .libraryFailure }
        return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// The public half.
    public func publicKey() throws(CryptoError) -> RSAPublicKey {
        guard let modulus = key.bigEndianInteger(OSSL_PKEY_PARAM_RSA_N), let exponent = key.bigEndianInteger(OSSL_PKEY_PARAM_RSA_E) else {
            throw .libraryFailure
        }
        return try RSAPublicKey(modulus: modulus, exponent: exponent)
    }

    /// The RS256 signature of `message`: as many bytes as the modulus. About 0.7 ms for 2048 bits.
    public func signRS256(_ message: [UInt8]) throws(CryptoError) -> [UInt8] {
        try withDigestContext { (context) throws(CryptoError) -> [UInt8] in
            guard EVP_DigestSignInit_ex(context, nil, "SHA256", nil, nil, key.pointer, nil) == 1 else { throw .libraryFailure }
            var size = Int(EVP_PKEY_get_size(key.pointer))
            var signature = [UInt8](repeating: 0, count: size)
            guard EVP_DigestSign(context, &signature, &size, message, message.count) == 1, size <= signature.count else { throw .libraryFailure }
            return Array(signature.prefix(size))
        }
    }

    /// Always `«redacted»`.
    public var description: String { "«redacted»" }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
