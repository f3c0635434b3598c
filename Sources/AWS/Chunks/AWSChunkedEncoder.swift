/// Writes the content coding `aws-chunked`: content in chunks, with a signature each or without, and trailers at the end.
///
/// All chunks but the last carry at least 8 KiB when they are signed (Amazon S3 API, "Chunked Upload").
public struct AWSChunkedEncoder: Sendable {
    private var signer: ChunkSigner?

    /// With signatures for the chunks, and for the trailers if there are any; without a signer none are written.
    public init(signer: ChunkSigner?) {
        self.signer = signer
    }

    /// The header fields that announce such content: to be set before the request is signed.
    public static func headers(contentBytes: Int, trailerNames: [String] = []) -> [SigningRequest.Header] {
        [.init("Content-Encoding", "aws-chunked"), .init("X-Amz-Decoded-Content-Length", "\(contentBytes)")]
            + (trailerNames.isEmpty ? [] : [.init("X-Amz-Trailer", trailerNames.joined(separator: ","))])
    }

    /// One chunk on the wire; nothing for no bytes, as that would be the end.
    public mutating func chunk(_ content: [UInt8]) -> [UInt8] {
        content.isEmpty ? [] : head(content) + content + Self.lineEnd
    }

    /// The end on the wire: the chunk of no bytes, then the trailers.
    public mutating func finish(trailers: [SigningRequest.Header] = []) -> [UInt8] {
        var wire = head([])
        for trailer in trailers { wire += "\(trailer.name.lowercased()):\(trailer.value)\r\n".utf8 }
        if !trailers.isEmpty, let signature = signer?.signature(ofTrailers: trailers) { wire += "\(Self.trailerSignature):\(signature)\r\n".utf8 }
        return wire + Self.lineEnd
    }

    /// How many bytes such content takes on the wire, the value of `Content-Length`: `contentBytes` in chunks of `chunkBytes`, the last one shorter.
    public static func encodedBytes(contentBytes: Int, chunkBytes: Int, isSigned: Bool, trailers: [SigningRequest.Header] = []) -> Int {
        precondition(contentBytes >= 0 && chunkBytes >= 1, "chunks have at least one byte")
        let signatureBytes = isSigned ? Self.signatureMark.utf8.count + 64 : 0
        let frame = { (count: Int) in String(count, radix: 16).utf8.count + signatureBytes + 2 + (count > 0 ? count + 2 : 0) }
        let whole = contentBytes / chunkBytes, rest = contentBytes % chunkBytes
        let trailerBytes = trailers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 3 }
        let signed = isSigned && !trailers.isEmpty ? Self.trailerSignature.utf8.count + 67 : 0
        return whole * frame(chunkBytes) + (rest > 0 ? frame(rest) : 0) + frame(0) + trailerBytes + signed + 2
    }

    static let signatureMark = ";chunk-signature="
    static let trailerSignature = "x-amz-trailer-signature"
    private static let lineEnd: [UInt8] = [0x0D, 0x0A]

    private mutating func head(_ content: [UInt8]) -> [UInt8] {
        let signature = signer?.signature(ofChunk: content)
        return Array("\(String(content.count, radix: 16))\(signature.map { Self.signatureMark + $0 } ?? "")\r\n".utf8)
    }
}
