/// What is wrapped around deflated data (RFC 1951).
public enum CompressionFormat: Sendable, CaseIterable {
    /// RFC 1952, with a CRC-32: the content codings `gzip` and `x-gzip`.
    case gzip
    /// RFC 1950, with an Adler-32: the content coding `deflate`.
    case zlib
    /// Nothing: what WebSocket's permessage-deflate (RFC 7692) and ZIP files hold.
    case raw

    /// zlib's way to say format and window in one number: plus 16 for gzip, negative for nothing.
    func windowBits(_ bits: Int32) -> Int32 {
        switch self {
        case .gzip: bits + 16
        case .zlib: bits
        case .raw: -bits
        }
    }
}
