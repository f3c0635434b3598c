import Compression

/// A content coding answers can be compressed with (RFC 9110 §8.4.1).
public enum ContentCoding: String, Sendable, CaseIterable {
    /// RFC 7932: 3 % smaller than `gzip` for 20 % more work, with the levels below on a page of JSON.
    case brotli = "br"
    /// RFC 1952
    case gzip

    /// A block that adds nothing to the content and may stand behind any flushed piece: stored and empty for DEFLATE (RFC 1951 §3.2.4), of metadata for
    /// brotli (RFC 7932 §9.2).
    var emptyBlock: [UInt8] {
        switch self {
        case .brotli: [0x06]
        case .gzip: [0x00, 0x00, 0x00, 0xff, 0xff]
        }
    }
}

/// Compresses one content with the coding its client takes.
///
/// A class, as a struct that cannot be copied cannot be chosen at run time without both being there.
final class ContentEncoder {
    private var gzip: Compressor?
    private var brotli: BrotliCompressor?

    init(_ coding: ContentCoding, _ policy: CompressionPolicy, expectedBytes: Int?) {
        switch coding {
        case .brotli: brotli = BrotliCompressor(quality: policy.brotliQuality, expectedBytes: expectedBytes)
        case .gzip: gzip = Compressor(.gzip, level: policy.level, expectedBytes: expectedBytes)
        }
    }

    /// What a piece becomes.
    func encode(_ bytes: [UInt8], _ flush: Compressor.Flush) -> [UInt8] {
        var output: [UInt8] = []
        gzip?.compress(bytes, flush, into: &output)
        brotli?.compress(bytes, flush, into: &output)
        return output
    }

    /// What a whole content becomes.
    static func encode(_ bytes: [UInt8], _ coding: ContentCoding, _ policy: CompressionPolicy) -> [UInt8] {
        ContentEncoder(coding, policy, expectedBytes: bytes.count).encode(bytes, .finish)
    }
}
