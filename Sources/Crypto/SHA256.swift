import COpenSSL

/// SHA-256 (FIPS 180-4). OpenSSL's one-shot `SHA256`-class functions pick the CPU's SHA instructions.
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
        return message.withUTF8 { text in
            withDigest(of: UnsafeRawBufferPointer(text)) { digest in
                let bytes = UnsafeRawBufferPointer(digest)
                let word = { (index: Int) in UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) }
                return Digest(words: (word(0), word(1), word(2), word(3)))
            }
        }
    }

    /// Calls `body` with a digest that is kept nowhere.
    static func withDigest<Result>(of message: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digestBytes) { digest in
            digestNow(message, into: digest)
            return body(UnsafeBufferPointer(digest))
        }
    }

    private static func digestNow(_ message: UnsafeRawBufferPointer, into digest: UnsafeMutableBufferPointer<UInt8>) {
        var written: UInt32 = 0
        let done = EVP_Digest(message.baseAddress, message.count, digest.baseAddress, &written, SHA256Algorithm.shared.pointer, nil)
        precondition(done == 1 && written == digestBytes, "OpenSSL has no working SHA-256")
    }

    /// A digest as a value.
    public struct Digest: Sendable, Hashable {
        let words: (UInt64, UInt64, UInt64, UInt64)

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
