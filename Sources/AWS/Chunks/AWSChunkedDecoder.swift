import Crypto

/// Reads the content coding `aws-chunked` as it arrives, and gives out only what has been verified.
///
/// Bounded: it holds at most one chunk and what arrived behind it. After an error it stays unusable.
public struct AWSChunkedDecoder: Sendable {
    private enum Stage: Sendable, Equatable {
        case head, content(bytes: Int, signature: String?), trailers, complete
    }

    /// The trailer fields, without their signature, once `isComplete`.
    public private(set) var trailers: [SigningRequest.Header] = []
    private var stage = Stage.head
    private var pending: [UInt8] = []
    private var start = 0
    private var receivedBytes = 0
    private var trailerBytes = 0
    private var failure: AWSChunkedError?
    private var signer: ChunkSigner?
    private let hasTrailers: Bool
    private let expectedBytes: Int?
    private let maximumChunkBytes: Int

    private static let maximumHeadBytes = 256
    private static let maximumTrailerBytes = 8 * 1024

    /// A decoder for content of this kind.
    ///
    /// - Parameters:
    ///   - signer: that of the verified request; nil for chunks without signatures.
    ///   - hasTrailers: whether trailers may follow the last chunk.
    ///   - expectedBytes: what `X-Amz-Decoded-Content-Length` says.
    public init(signer: ChunkSigner?, hasTrailers: Bool, expectedBytes: Int? = nil, maximumChunkBytes: Int = 16 * 1024 * 1024) {
        self.signer = signer
        self.hasTrailers = hasTrailers
        self.expectedBytes = expectedBytes
        self.maximumChunkBytes = maximumChunkBytes
    }

    /// Whether the end has been read.
    public var isComplete: Bool { stage == .complete }

    /// Takes what arrived, and gives the content that is complete and verified by now.
    public mutating func add(_ input: Span<UInt8>) throws(AWSChunkedError) -> [UInt8] {
        if let failure { throw failure }
        do throws(AWSChunkedError) {
            input.withUnsafeBufferPointer { pending.append(contentsOf: $0) }
            var content: [UInt8] = []
            while try advance(&content) {}
            pending.removeFirst(start)
            start = 0
            return content
        } catch {
            failure = error
            throw error
        }
    }

    /// To be called when no more will arrive.
    public mutating func finish() throws(AWSChunkedError) {
        if let failure { throw failure }
        guard isComplete else { throw .truncated }
    }

    /// One step; false when more must arrive first.
    private mutating func advance(_ content: inout [UInt8]) throws(AWSChunkedError) -> Bool {
        switch stage {
        case .head: try readHead()
        case .content(let bytes, let signature): try readContent(bytes, signature, &content)
        case .trailers: try readTrailers()
        case .complete:
            if start < pending.count { throw .lengthMismatch } else { false }
        }
    }

    private mutating func readHead() throws(AWSChunkedError) -> Bool {
        guard let line = try line(limit: Self.maximumHeadBytes, orThrow: .malformed) else { return false }
        let parts = line.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        let digits = parts[0].utf8
        guard (1...8).contains(digits.count), let size = Int(parts[0], radix: 16), digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-") else {
            throw .malformed
        }
        guard size <= maximumChunkBytes else { throw .chunkTooLarge(limitBytes: maximumChunkBytes) }
        stage = .content(bytes: size, signature: try signature(parts.dropFirst().first))
        return true
    }

    private func signature(_ text: Substring?) throws(AWSChunkedError) -> String? {
        guard signer != nil else {
            if text != nil { throw .malformed }
            return nil
        }
        guard let text, text.hasPrefix("chunk-signature="), text.utf8.count == 16 + 64 else { throw .malformed }
        return String(text.dropFirst(16))
    }

    private mutating func readContent(_ bytes: Int, _ signature: String?, _ content: inout [UInt8]) throws(AWSChunkedError) -> Bool {
        guard bytes > 0 else {
            try verify(signature, signer?.signature(ofChunk: []))
            if let expectedBytes, expectedBytes != receivedBytes { throw .lengthMismatch }
            stage = .trailers
            return true
        }
        guard pending.count - start >= bytes + 2 else { return false }
        let chunk = Array(pending[start..<start + bytes])
        guard pending[start + bytes] == 0x0D, pending[start + bytes + 1] == 0x0A else { throw .malformed }
        try verify(signature, signer?.signature(ofChunk: chunk))
        receivedBytes += bytes
        if let expectedBytes, receivedBytes > expectedBytes { throw .lengthMismatch }
        content += chunk
        start += bytes + 2
        stage = .head
        return true
    }

    private mutating func readTrailers() throws(AWSChunkedError) -> Bool {
        guard let line = try line(limit: Self.maximumTrailerBytes, orThrow: .trailersTooLarge) else { return false }
        if line.isEmpty { return try endTrailers() }
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard hasTrailers, parts.count == 2, !parts[0].isEmpty else { throw .malformed }
        let value = parts[1].trimmingSpaces()
        trailerBytes += parts[0].utf8.count + value.utf8.count
        guard trailerBytes <= Self.maximumTrailerBytes else { throw .trailersTooLarge }
        trailers.append(.init(parts[0].lowercased(), value))
        return true
    }

    private mutating func endTrailers() throws(AWSChunkedError) -> Bool {
        let isSignature = { (trailer: SigningRequest.Header) in trailer.name == AWSChunkedEncoder.trailerSignature }
        let signatures = trailers.filter(isSignature).map(\.value)
        trailers.removeAll(where: isSignature)
        if signer != nil, hasTrailers {
            guard signatures.count == 1 else { throw .signatureMismatch }
            try verify(signatures[0], signer?.signature(ofTrailers: trailers))
        }
        stage = .complete
        return true
    }

    private func verify(_ told: String?, _ right: String?) throws(AWSChunkedError) {
        guard let right else { return }
        guard let told, constantTimeEqual(Array(told.utf8), Array(right.utf8)) else { throw .signatureMismatch }
    }

    /// The next line without its end, nil while it is incomplete.
    private mutating func line(limit: Int, orThrow tooLong: AWSChunkedError) throws(AWSChunkedError) -> String? {
        guard let end = pending[start...].prefix(limit + 2).firstIndex(of: 0x0A) else {
            // The two bytes of its end may still be to come.
            if pending.count - start >= limit + 2 { throw tooLong }
            return nil
        }
        guard end > start, pending[end - 1] == 0x0D, let line = String(validating: pending[start..<end - 1], as: UTF8.self) else { throw .malformed }
        start = end + 1
        return line
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
