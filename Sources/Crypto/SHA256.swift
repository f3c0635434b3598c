import COpenSSL

/// SHA-256 (FIPS 180-4), by OpenSSL's oldest functions: they need no allocation, and pick the CPU's SHA instructions as the newer ones do.
public enum SHA256 {
    /// The length of a digest.
    public static let digestBytes = 32

    /// The digest of `message`.
    public static func hash(_ message: [UInt8]) -> [UInt8] {
        message.withUnsafeBytes { hash($0) }
    }

    /// The digest of a text's UTF-8.
    public static func hash(_ message: String) -> [UInt8] {
        var message = message
        return message.withUTF8 { hash(UnsafeRawBufferPointer($0)) }
    }

    /// The digest of `message`.
    public static func hash(_ message: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: digestBytes) { digest, count in
            digestNow(message, into: digest)
            count = digestBytes
        }
    }

    /// The digest of a text's UTF-8 as four big-endian words: a fixed-size value, for instance as a dictionary's key.
    public static func words(_ message: String) -> Digest {
        var message = message
        return message.withUTF8 { words(UnsafeRawBufferPointer($0)) }
    }

    /// The same for borrowed bytes.
    public static func words(_ message: UnsafeRawBufferPointer) -> Digest {
        withDigest(of: message) { Digest(UnsafeRawBufferPointer($0)) }
    }

    /// Calls `body` with a digest that is kept nowhere.
    static func withDigest<Result>(of message: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digestBytes) { digest in
            digestNow(message, into: digest)
            return body(UnsafeBufferPointer(digest))
        }
    }

    private static func digestNow(_ message: UnsafeRawBufferPointer, into digest: UnsafeMutableBufferPointer<UInt8>) {
        precondition(copenssl_sha256(message.baseAddress, message.count, digest.baseAddress!) == 1, "OpenSSL has no working SHA-256")
    }

    /// A digest as a value.
    public struct Digest: Sendable, Hashable {
        let words: (UInt64, UInt64, UInt64, UInt64)

        init(_ bytes: UnsafeRawBufferPointer) {
            let word = { (index: Int) in UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) }
            words = (word(0), word(1), word(2), word(3))
        }

        /// Calls `body` with the 32 bytes.
        public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
            withUnsafeBytes(of: (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian), body)
        }

        /// Compares all four words.
        public static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

        /// A digest is uniform already: one word feeds the hasher.
        public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
    }
}

/// The algorithm, fetched once: an implicit fetch costs more than the hash of a short message.
struct SHA256Algorithm: @unchecked Sendable {
    static let shared = SHA256Algorithm()
    let pointer: OpaquePointer?

    private init() { pointer = EVP_MD_fetch(nil, "SHA256", nil) }
}
