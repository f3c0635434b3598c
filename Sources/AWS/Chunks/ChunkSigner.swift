import Crypto
import Encoding

/// Signs the chunks of one upload, each together with the signature before it, so that none can be left out, swapped or repeated.
///
/// Source: Amazon S3 API, "Signature Calculations: Transferring Payload in Multiple Chunks" and "… Including Trailing Headers".
public struct ChunkSigner: Sendable {
    /// The signature that the next one builds on; at first that of the request's head.
    public private(set) var previous: String
    private let date: SigningDate
    private let scope: SigningScope
    private let key: SigningKey

    private static let emptyDigest = Hex.encode(SHA256.hash([]))

    init(seed: String, date: SigningDate, scope: SigningScope, key: SigningKey) {
        previous = seed
        self.date = date
        self.scope = scope
        self.key = key
    }

    /// The signature of the next chunk, the last one of no bytes included.
    public mutating func signature(ofChunk content: [UInt8]) -> String {
        sign("AWS4-HMAC-SHA256-PAYLOAD", "\(Self.emptyDigest)\n\(Hex.encode(SHA256.hash(content)))")
    }

    /// The signature of the trailers, after the last chunk.
    public mutating func signature(ofTrailers trailers: [SigningRequest.Header]) -> String {
        sign("AWS4-HMAC-SHA256-TRAILER", Hex.encode(SHA256.hash(Self.canonical(trailers))))
    }

    private static func canonical(_ trailers: [SigningRequest.Header]) -> String {
        trailers.map { ($0.name.lowercased(), $0.value) }.sorted { $0.0 < $1.0 }.map { "\($0.0):\($0.1)\n" }.joined()
    }

    private mutating func sign(_ kind: String, _ content: String) -> String {
        previous = key.signature(of: "\(kind)\n\(date.text)\n\(scope)\n\(previous)\n\(content)")
        return previous
    }
}
