import Crypto
import Glibc

/// A token's SHA-256 in two steps: of what was signed, as its signature needs it, and of that with the signature, by which the whole token is known again.
/// One walk over the token serves both.
struct TokenDigest {
    /// Of all before the second dot.
    let signed: SHA256.Digest
    /// Of `signed`, the second dot and what follows it.
    let whole: SHA256.Digest

    init(_ token: String) {
        var token = token
        (signed, whole) = token.withUTF8 { text in
            let bytes = UnsafeRawBufferPointer(text), dot = Self.secondDot(bytes)
            let signed = SHA256.words(UnsafeRawBufferPointer(rebasing: bytes[..<dot]))
            return (signed, Self.digest(of: signed, UnsafeRawBufferPointer(rebasing: bytes[dot...])))
        }
    }

    private static func secondDot(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard let base = bytes.baseAddress, let first = memchr(base, 0x2E, bytes.count) else { return bytes.count }
        let next = UnsafeRawPointer(first) + 1
        guard let second = memchr(next, 0x2E, bytes.count - (next - base)) else { return bytes.count }
        return UnsafeRawPointer(second) - base
    }

    private static func digest(of signed: SHA256.Digest, _ rest: UnsafeRawBufferPointer) -> SHA256.Digest {
        withUnsafeTemporaryAllocation(byteCount: SHA256.digestBytes + rest.count, alignment: 8) { buffer in
            signed.withBytes { buffer.copyMemory(from: $0) }
            UnsafeMutableRawBufferPointer(rebasing: buffer[SHA256.digestBytes...]).copyMemory(from: rest)
            return SHA256.words(UnsafeRawBufferPointer(buffer))
        }
    }
}
