import Encoding

/// The three parts of a signed token (RFC 7515 section 3.1), taken apart but not believed.
struct CompactJWS {
    /// Cognito's tokens have 1 to 2 KiB.
    static let maximumBytes = 8 * 1024
    static let maximumHeaderBytes = 1024

    let header: [UInt8]
    let payload: [UInt8]
    let signature: [UInt8]
    /// What was signed: the first two parts as they were sent.
    let signedBytes: [UInt8]

    init(_ token: String) throws(TokenError) {
        guard token.utf8.count <= Self.maximumBytes else { throw .invalid(.tooLong) }
        let bytes = Array(token.utf8)
        let parts = bytes.split(
            separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }),
            parts[0].count <= Self.maximumHeaderBytes * 4 / 3
        else { throw .invalid(.malformed) }
        header = try Self.decode(parts[0])
        payload = try Self.decode(parts[1])
        signature = try Self.decode(parts[2])
        signedBytes = Array(bytes[..<parts[1].endIndex])
    }

    private static func decode(_ part: ArraySlice<UInt8>) throws(TokenError) -> [UInt8] {
        guard let bytes = Base64.decode(part.span, alphabet: .urlSafe, padding: .forbidden) else {
            throw .invalid(.malformed)
        }
        return bytes
    }
}
