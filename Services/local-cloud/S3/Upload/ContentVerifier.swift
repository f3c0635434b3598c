import AWS
import Crypto
import Encoding

/// Verifies content while it arrives: signed chunks, the signed digest, Content-MD5, checksums in head or trailers, and its length.
///
/// One caller at a time. What it gives out has passed its chunk's signature, but nothing may be kept before `finish` has returned.
final class ContentVerifier {
    /// What is known of content that arrived whole.
    struct Facts: Sendable, Equatable {
        var byteCount: Int
        var md5: [UInt8]
        var checksum: Checksum?
    }

    private let expectation: ContentExpectation
    private let signedDigest: [UInt8]?
    private let limitBytes: Int
    private var chunks: AWSChunkedDecoder?
    private var byteCount = 0
    private let md5 = RunningDigest(.md5)
    private let sha256: RunningDigest?
    private let checksum: RunningChecksum?

    init(_ verified: SigV4Verifier.Verified, _ expectation: ContentExpectation, limitBytes: Int) {
        self.expectation = expectation
        self.limitBytes = limitBytes
        if case .digest(let digest) = verified.payload { signedDigest = digest } else { signedDigest = nil }
        sha256 = signedDigest == nil ? nil : RunningDigest(.sha256)
        checksum = expectation.algorithm.map { RunningChecksum($0) }
        let hasTrailers = verified.payload == .signedChunksAndTrailers || verified.payload == .unsignedChunksAndTrailers
        if hasTrailers || verified.payload == .signedChunks {
            chunks = AWSChunkedDecoder(signer: verified.chunks, hasTrailers: hasTrailers, expectedBytes: expectation.decodedBytes)
        }
    }

    /// Takes what arrived, and gives the content in it.
    func take(_ bytes: [UInt8]) throws(CloudError) -> [UInt8] {
        let content = try decoded(bytes)
        byteCount += content.count
        guard byteCount <= limitBytes else { throw .entityTooLarge }
        md5.update(content)
        sha256?.update(content)
        checksum?.update(content)
        return content
    }

    /// To be called when no more will arrive.
    func finish() throws(CloudError) -> Facts {
        do { try chunks?.finish() } catch { throw CloudError(error) }
        if let signedDigest, sha256?.finish() != signedDigest {
            throw CloudError("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.")
        }
        let digest = md5.finish()
        if let told = expectation.md5, told != digest { throw .badDigest }
        return Facts(byteCount: byteCount, md5: digest, checksum: try verifiedChecksum())
    }

    private func decoded(_ bytes: [UInt8]) throws(CloudError) -> [UInt8] {
        guard chunks != nil else { return bytes }
        do { return try chunks!.add(bytes.span) } catch { throw CloudError(error) }
    }

    private func verifiedChecksum() throws(CloudError) -> Checksum? {
        guard let checksum else { return nil }
        let value = Base64.encode(checksum.finish()), field = checksum.algorithm.field
        var told = expectation.checksum
        if expectation.isInTrailer {
            told = chunks?.trailers.first { $0.name == field }?.value
            guard told != nil else {
                throw CloudError(
                    "MalformedTrailerError", "The request contained trailing data that was not well-formed or did not conform to our published schema.")
            }
        }
        if let told {
            guard Base64.decode(told) != nil else { throw .invalidChecksum(field) }
            guard told == value else { throw .checksumMismatch(checksum.algorithm) }
        }
        return Checksum(checksum.algorithm, value)
    }
}

extension CloudError {
    /// What S3 answers to broken `aws-chunked` content.
    init(_ error: AWSChunkedError) {
        switch error {
        case .signatureMismatch:
            self.init(
                "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
                status: 403)
        case .chunkTooLarge(let limitBytes): self.init("InvalidChunkSizeError", "Chunks may be \(limitBytes) bytes long.", status: 403)
        case .trailersTooLarge, .malformed: self.init("InvalidRequest", "The body is not well-formed aws-chunked content.")
        case .lengthMismatch, .truncated: self = .incompleteBody
        }
    }
}
