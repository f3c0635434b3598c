import Encoding
import Glibc

/// The three parts of a signed token (RFC 7515 section 3.1), taken apart but not believed.
struct CompactJWS {
    /// Cognito's tokens have 1 to 2 KiB.
    static let maximumBytes = 8 * 1024
    static let maximumHeaderBytes = 1024

    private let token: String
    private let dots: (first: Int, second: Int)

    /// Finds the parts; each has something in it.
    init(_ token: String) throws(TokenError) {
        guard token.utf8.count <= Self.maximumBytes else { throw .invalid(.tooLong) }
        var token = token
        dots = try token.withUTF8 { bytes in Result { () throws(TokenError) in try Self.dots(in: bytes) } }.get()
        self.token = token
    }

    /// Lends the header as it was sent: base64url that may be none.
    func withEncodedHeader<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var token = token
        return token.withUTF8 { body(UnsafeBufferPointer(rebasing: $0[..<dots.first])) }
    }

    /// A part's bytes.
    func decoded(_ part: TokenPart) throws(TokenError) -> [UInt8] {
        var token = token
        let bytes = token.withUTF8 { bytes in Base64.decode(bytes.span.extracting(place(of: part, bytes.count)), alphabet: .urlSafe, padding: .forbidden) }
        guard let bytes else { throw .invalid(.malformedBase64(part)) }
        return bytes
    }

    private func place(of part: TokenPart, _ count: Int) -> Range<Int> {
        switch part {
        case .header: 0..<dots.first
        case .payload: dots.first + 1..<dots.second
        case .signature: dots.second + 1..<count
        }
    }

    private static func dots(in bytes: UnsafeBufferPointer<UInt8>) throws(TokenError) -> (first: Int, second: Int) {
        guard let first = dot(in: bytes, from: 0), let second = dot(in: bytes, from: first + 1), dot(in: bytes, from: second + 1) == nil else {
            throw .invalid(reason(forForm: bytes))
        }
        guard first > 0 else { throw .invalid(.emptyPart(.header)) }
        guard first <= (maximumHeaderBytes * 4 + 2) / 3 else { throw .invalid(.headerTooLong) }
        guard second > first + 1 else { throw .invalid(.emptyPart(.payload)) }
        guard second + 1 < bytes.count else { throw .invalid(.emptyPart(.signature)) }
        return (first, second)
    }

    private static func dot(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count, let place = memchr(base + start, 0x2E, bytes.count - start) else { return nil }
        return UnsafeRawPointer(place) - UnsafeRawPointer(base)
    }

    private static func reason(forForm bytes: UnsafeBufferPointer<UInt8>) -> InvalidTokenReason {
        if bytes.first == UInt8(ascii: "{") { return .jsonSerialization }
        return bytes.count { $0 == UInt8(ascii: ".") } == 4 ? .encrypted : .wrongPartCount
    }
}
