import COpenSSL

/// SHA-1 (FIPS 180-4). Broken for signatures since 2017; for protocols that use it as a checksum alone, as WebSocket's handshake does (RFC 6455 §10.8).
public enum SHA1 {
    /// The length of a digest.
    public static let digestBytes = 20

    /// The digest of `message`.
    public static func hash(_ message: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: digestBytes) { digest, count in
            var written: UInt32 = 0
            let done = message.withUnsafeBytes { EVP_Digest($0.baseAddress, $0.count, digest.baseAddress, &written, EVP_sha1(), nil) }
            precondition(done == 1 && written == digestBytes, "OpenSSL has no working SHA-1")
            count = digestBytes
        }
    }
}
