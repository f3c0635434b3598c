import COpenSSL

/// AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce in front and the 128-bit tag at the end: `nonce ‖ ciphertext ‖ tag`.
/// One key may seal 2³² messages (SP 800-38D section 8.3); renew it long before.
public struct AESGCM: Sendable, CustomStringConvertible, CustomReflectable {
    static let nonceBytes = 12
    static let tagBytes = 16
    /// Sealing adds this many bytes.
    public static let overheadBytes = nonceBytes + tagBytes
    /// The longest message, 16 MiB: larger ones should be cut into pieces.
    public static let maximumMessageBytes = 16 * 1024 * 1024

    private let key: [UInt8]

    /// A sealer under a key of exactly 32 bytes.
    public init(key: [UInt8]) throws(CryptoError) {
        guard key.count == 32 else { throw .invalidKey }
        self.key = key
    }

    /// Encrypts `message` and binds it to `context`, which is not contained in the result and must be given again to open it.
    public func seal(_ message: [UInt8], context: [UInt8] = []) throws(CryptoError) -> [UInt8] {
        try seal(message, context: context, nonce: SecureRandom.bytes(Self.nonceBytes))
    }

    /// With a chosen nonce, for test vectors only: a nonce used twice gives the key away.
    func seal(_ message: [UInt8], context: [UInt8], nonce: [UInt8]) throws(CryptoError) -> [UInt8] {
        guard message.count <= Self.maximumMessageBytes, nonce.count == Self.nonceBytes else { throw .invalidParameter }
        return try withCipherContext { (cipher) throws(CryptoError) -> [UInt8] in
            guard EVP_EncryptInit_ex2(cipher, EVP_aes_256_gcm(), key, nonce, nil) == 1 else { throw .libraryFailure }
            var count: Int32 = 0
            if !context.isEmpty, EVP_EncryptUpdate(cipher, nil, &count, context, Int32(context.count)) != 1 { throw .libraryFailure }
            var sealed = nonce + [UInt8](repeating: 0, count: message.count + Self.tagBytes)
            let done = sealed.withUnsafeMutableBufferPointer { sealed in
                let body = sealed.baseAddress! + Self.nonceBytes
                return (message.isEmpty || EVP_EncryptUpdate(cipher, body, &count, message, Int32(message.count)) == 1)
                    && EVP_EncryptFinal_ex(cipher, body + message.count, &count) == 1
                    && copenssl_gcm_get_tag(cipher, Int32(Self.tagBytes), body + message.count) == 1
            }
            guard done else { throw .libraryFailure }
            return sealed
        }
    }

    /// Decrypts what `seal` made with the same key and context. Throws `authenticationFailed` for anything else, and yields no byte of it.
    public func open(_ sealed: [UInt8], context: [UInt8] = []) throws(CryptoError) -> [UInt8] {
        let size = sealed.count - Self.overheadBytes
        guard size >= 0, size <= Self.maximumMessageBytes else { throw .authenticationFailed }
        return try withCipherContext { (cipher) throws(CryptoError) -> [UInt8] in
            guard EVP_DecryptInit_ex2(cipher, EVP_aes_256_gcm(), key, sealed, nil) == 1 else { throw .libraryFailure }
            var count: Int32 = 0
            if !context.isEmpty, EVP_DecryptUpdate(cipher, nil, &count, context, Int32(context.count)) != 1 { throw .libraryFailure }
            // One spare byte, so that the final call has an address even for an empty message.
            var message = [UInt8](repeating: 0, count: size + 1)
            let isAuthentic = sealed.withUnsafeBufferPointer { sealed in
                let body = sealed.baseAddress! + Self.nonceBytes
                return (size == 0 || EVP_DecryptUpdate(cipher, &message, &count, body, Int32(size)) == 1)
                    && copenssl_gcm_set_tag(cipher, Int32(Self.tagBytes), body + size) == 1
                    && message.withUnsafeMutableBufferPointer { EVP_DecryptFinal_ex(cipher, $0.baseAddress! + size, &count) == 1 }
            }
            guard isAuthentic else { throw .authenticationFailed }
            message.removeLast()
            return message
        }
    }

    /// Always `«redacted»`.
    public var description: String { "«redacted»" }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

private func withCipherContext<Result>(_ body: (OpaquePointer) throws(CryptoError) -> Result) throws(CryptoError) -> Result {
    guard let context = EVP_CIPHER_CTX_new() else { throw .libraryFailure }
    defer {
        EVP_CIPHER_CTX_free(context)
        ERR_clear_error()
    }
    return try body(context)
}
