import Encoding

/// The three parts of a signed token (RFC 7515 section 3.1), taken apart but not believed.
struct CompactJWS {
    /// Cognito's tokens have 1 to 2 KiB.
    static let maximumBytes = 8 * 1024
    static let maximumHeaderBytes = 1024

    let header: [UInt8]
    let payload: [UInt8]
    let signature: [UInt8]
    private let bytes: [UInt8]
    private let signedCount: Int

    init(_ token: String) throws(TokenError) {
        guard token.utf8.count <= Self.maximumBytes else { throw .invalid(.tooLong) }
        bytes = Array(token.utf8)
        let dots = try Self.dots(in: bytes)
        guard dots.0 <= (Self.maximumHeaderBytes * 4 + 2) / 3 else { throw .invalid(.headerTooLong) }
        header = try Self.decode(.header, bytes, 0..<dots.0)
        payload = try Self.decode(.payload, bytes, dots.0 + 1..<dots.1)
        signature = try Self.decode(.signature, bytes, dots.1 + 1..<bytes.count)
        signedCount = dots.1
    }

    /// What was signed: the first two parts as they were sent.
    func withSignedBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<signedCount])) }
    }

    private static func dots(in bytes: [UInt8]) throws(TokenError) -> (Int, Int) {
        guard let first = bytes.firstIndex(of: UInt8(ascii: ".")), let second = bytes[(first + 1)...].firstIndex(of: UInt8(ascii: ".")),
            !bytes[(second + 1)...].contains(UInt8(ascii: "."))
        else { throw .invalid(reason(forForm: bytes)) }
        return (first, second)
    }

    private static func reason(forForm bytes: [UInt8]) -> InvalidTokenReason {
        if bytes.first == UInt8(ascii: "{") { return .jsonSerialization }
        return bytes.count { $0 == UInt8(ascii: ".") } == 4 ? .encrypted : .wrongPartCount
    }

    private static func decode(_ part: TokenPart, _ bytes: [UInt8], _ place: Range<Int>) throws(TokenError) -> [UInt8] {
        guard !place.isEmpty else { throw .invalid(.emptyPart(part)) }
        guard let decoded = Base64.decode(bytes.span.extracting(place), alphabet: .urlSafe, padding: .forbidden) else {
            throw .invalid(.malformedBase64(part))
        }
        return decoded
    }
}
