import COpenSSL

/// HMAC-SHA256 (RFC 2104, FIPS 198-1).
public enum HMACSHA256 {
    /// The 32-byte code of `message` under `key`.
    public static func code(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: SHA256.digestBytes) { code, count in
            var written: UInt32 = 0
            // OpenSSL refuses a null key even of no length.
            let result = key.withUnsafeBytes { key in
                message.withUnsafeBytes { message in
                    HMAC(
                        SHA256Algorithm.shared.pointer, key.baseAddress ?? UnsafeRawPointer(code.baseAddress!), Int32(key.count), message.baseAddress,
                        message.count, code.baseAddress, &written)
                }
            }
            precondition(result != nil && written == SHA256.digestBytes, "OpenSSL has no working HMAC-SHA256")
            count = Int(written)
        }
    }

    /// Whether `code` is the right one, compared in constant time.
    public static func isValid(_ code: [UInt8], for message: [UInt8], key: [UInt8]) -> Bool {
        constantTimeEqual(code, self.code(message, key: key))
    }
}
