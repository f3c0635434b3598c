import Crypto
import Encoding

/// What a signature says about the content of a request. Source: Amazon S3 API, "Authenticating Requests: Using the Authorization Header".
public enum SigningPayload: Sendable, Equatable {
    /// The content itself; its digest is signed.
    case bytes([UInt8])
    /// The SHA-256 digest of the content, 32 bytes.
    case digest([UInt8])
    /// `UNSIGNED-PAYLOAD`: the content is not signed, TLS alone protects it.
    case unsigned
    /// `STREAMING-AWS4-HMAC-SHA256-PAYLOAD`: every chunk carries a signature.
    case signedChunks
    /// `STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER`: every chunk and the trailers carry a signature.
    case signedChunksAndTrailers
    /// `STREAMING-UNSIGNED-PAYLOAD-TRAILER`: chunks without signatures, and trailers with a checksum.
    case unsignedChunksAndTrailers

    /// The last line of the canonical request, and the value of `X-Amz-Content-SHA256`.
    public var text: String {
        switch self {
        case .bytes(let bytes): Hex.encode(SHA256.hash(bytes))
        case .digest(let digest): Hex.encode(digest)
        case .unsigned: "UNSIGNED-PAYLOAD"
        case .signedChunks: "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"
        case .signedChunksAndTrailers: "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"
        case .unsignedChunksAndTrailers: "STREAMING-UNSIGNED-PAYLOAD-TRAILER"
        }
    }

    /// Whether the value must be told in a header, as nobody could compute it from the content.
    var isMark: Bool {
        switch self {
        case .bytes, .digest: false
        case .unsigned, .signedChunks, .signedChunksAndTrailers, .unsignedChunksAndTrailers: true
        }
    }

    /// What a header `X-Amz-Content-SHA256` says, or nil for a text that is neither a mark nor a digest.
    public init?(header: String) {
        switch header {
        case "UNSIGNED-PAYLOAD": self = .unsigned
        case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD": self = .signedChunks
        case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER": self = .signedChunksAndTrailers
        case "STREAMING-UNSIGNED-PAYLOAD-TRAILER": self = .unsignedChunksAndTrailers
        default:
            // Only the spelling that SigV4 writes, or two texts would stand for one digest.
            guard header == header.lowercased(), let digest = Hex.decode(header), digest.count == SHA256.digestBytes else { return nil }
            self = .digest(digest)
        }
    }
}
