import AWS
import Platform
import Testing

/// The worked examples of Amazon S3's API reference: "Transferring Payload in Multiple Chunks" and "Including Trailing Headers".
@Suite struct ChunkTests {
    private static let credentials = AWSCredentials(
        accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
    /// 20130524T000000Z
    private static let moment = UnixTime(seconds: 1_369_353_600)
    private static let content = [UInt8](repeating: UInt8(ascii: "a"), count: 66_560)
    private static let checksum = SigningRequest.Header("x-amz-checksum-crc32c", "sOO8/Q==")

    private static func request(_ payload: SigningPayload, _ more: [SigningRequest.Header]) throws -> (SigningRequest, ChunkSigner) {
        let request = try SigningRequest(
            method: "PUT", url: "https://s3.amazonaws.com/examplebucket/chunkObject.txt", headers: [.init("x-amz-storage-class", "REDUCED_REDUNDANCY")] + more,
            payload: payload)
        let signed = try SigV4Signer(region: "us-east-1", service: "s3", variant: .s3).signChunked(request, with: credentials, at: moment)
        return (signed.request, signed.chunks)
    }

    private static func signedExample() throws -> (SigningRequest, ChunkSigner) {
        try request(.signedChunks, AWSChunkedEncoder.headers(contentBytes: 66_560) + [.init("Content-Length", "66824")])
    }

    private static func trailerExample() throws -> (SigningRequest, ChunkSigner) {
        try request(.signedChunksAndTrailers, AWSChunkedEncoder.headers(contentBytes: 66_560, trailerNames: ["x-amz-checksum-crc32c"]))
    }

    private static func wire(_ signer: ChunkSigner?, trailers: [SigningRequest.Header] = []) -> [UInt8] {
        var encoder = AWSChunkedEncoder(signer: signer)
        return encoder.chunk(Array(content[..<65_536])) + encoder.chunk(Array(content[65_536...])) + encoder.finish(trailers: trailers)
    }

    @Test func `the documented upload in signed chunks has the documented signatures`() throws {
        var (request, signer) = try Self.signedExample()
        #expect(request.header("authorization")!.hasSuffix("Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9"))
        let signature0 = signer.signature(ofChunk: Array(Self.content[..<65_536]))
        #expect(signature0 == "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648")
        let signature1 = signer.signature(ofChunk: Array(Self.content[65_536...]))
        #expect(signature1 == "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497")
        let signature2 = signer.signature(ofChunk: [])
        #expect(signature2 == "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9")
    }

    @Test func `the documented upload has the documented length on the wire`() throws {
        let wire = Self.wire(try Self.signedExample().1)
        #expect(wire.count == 66_824)
        #expect(AWSChunkedEncoder.encodedBytes(contentBytes: 66_560, chunkBytes: 65_536, isSigned: true) == 66_824)
    }

    @Test func `the documented upload with signed trailers has the documented signatures`() throws {
        var (request, signer) = try Self.trailerExample()
        #expect(request.header("authorization")!.hasSuffix("Signature=106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e"))
        let signature3 = signer.signature(ofChunk: Array(Self.content[..<65_536]))
        #expect(signature3 == "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2")
        let signature4 = signer.signature(ofChunk: Array(Self.content[65_536...]))
        #expect(signature4 == "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7")
        let signature5 = signer.signature(ofChunk: [])
        #expect(signature5 == "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992")
        let signature6 = signer.signature(ofTrailers: [Self.checksum])
        #expect(signature6 == "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435")
    }

    @Test func `the length of signed chunks with trailers is foretold`() throws {
        let wire = Self.wire(try Self.trailerExample().1, trailers: [Self.checksum])
        #expect(AWSChunkedEncoder.encodedBytes(contentBytes: 66_560, chunkBytes: 65_536, isSigned: true, trailers: [Self.checksum]) == wire.count)
    }

    @Test(arguments: [1, 7, 1_000, 65_537, 100_000]) func `what was written is read, however it arrives`(pieceBytes: Int) throws {
        let signer = try Self.trailerExample().1
        let wire = Self.wire(signer, trailers: [Self.checksum])
        var decoder = AWSChunkedDecoder(signer: signer, hasTrailers: true, expectedBytes: 66_560)
        var content: [UInt8] = []
        for start in stride(from: 0, to: wire.count, by: pieceBytes) {
            content += try decoder.add(Array(wire[start..<min(start + pieceBytes, wire.count)]).span)
        }
        try decoder.finish()
        #expect(content == Self.content)
        #expect(decoder.trailers == [Self.checksum])
    }

    @Test(arguments: [0, 30, 100, 65_000, 65_700, 66_800, 66_860, 66_900]) func `a changed byte is refused, wherever it stands`(place: Int) throws {
        let signer = try Self.trailerExample().1
        var wire = Self.wire(signer, trailers: [Self.checksum])
        wire[place] ^= 1
        var decoder = AWSChunkedDecoder(signer: signer, hasTrailers: true, expectedBytes: 66_560)
        #expect(throws: AWSChunkedError.self) {
            _ = try decoder.add(wire.span)
            try decoder.finish()
        }
    }

    @Test func `a chunk whose signature is wrong gives out nothing of itself, and nothing after it`() throws {
        let signer = try Self.signedExample().1
        var wire = Self.wire(signer)
        wire[65_800] ^= 1
        var decoder = AWSChunkedDecoder(signer: signer, hasTrailers: false)
        let first = try decoder.add(Array(wire[..<65_700]).span)
        #expect(first.count == 65_536)
        #expect(throws: AWSChunkedError.signatureMismatch) { _ = try decoder.add(Array(wire[65_700...]).span) }
        #expect(throws: AWSChunkedError.signatureMismatch) { _ = try decoder.add([UInt8]().span) }
    }

    @Test func `an error stays, also where what follows would be right`() {
        var decoder = AWSChunkedDecoder(signer: nil, hasTrailers: false)
        #expect(throws: AWSChunkedError.malformed) { _ = try decoder.add(Array("0\r\nx:y\r\n\r\n".utf8).span) }
        #expect(throws: AWSChunkedError.malformed) { _ = try decoder.add([UInt8]().span) }
        #expect(!decoder.isComplete)
    }

    @Test func `chunks in another order are refused`() throws {
        let signer = try Self.signedExample().1
        var encoder = AWSChunkedEncoder(signer: signer)
        let first = encoder.chunk([1]), second = encoder.chunk([2])
        var decoder = AWSChunkedDecoder(signer: signer, hasTrailers: false)
        #expect(throws: AWSChunkedError.signatureMismatch) { _ = try decoder.add((second + first).span) }
    }

    @Test(
        arguments: [
            ("zz\r\n", AWSChunkedError.malformed), ("+1\r\na\r\n", .malformed), ("\r\n", .malformed), ("1\na\r\n0\r\n\r\n", .malformed),
            ("1\r\nab\r\n", .malformed), ("1;chunk-signature=0\r\na\r\n", .malformed), ("ffffffff\r\n", .chunkTooLarge(limitBytes: 100)),
            ("2\r\nab\r\n0\r\nx:y\r\n\r\n", .malformed), ("1\r\na\r\n0\r\n\r\n", .lengthMismatch), ("3\r\nabc\r\n", .lengthMismatch),
            ("2\r\nab\r\n0\r\n\r\nx", .lengthMismatch),
            ("2\r\nab\r\n0\r\n", .truncated), ("2\r\na", .truncated), (String(repeating: "0", count: 300), .malformed),
        ]) func `what is no aws-chunked content is refused by name`(wire: String, error: AWSChunkedError)
    {
        var decoder = AWSChunkedDecoder(signer: nil, hasTrailers: false, expectedBytes: 2, maximumChunkBytes: 100)
        #expect(throws: error) {
            _ = try decoder.add(Array(wire.utf8).span)
            try decoder.finish()
        }
    }

    @Test func `trailers are bounded, all together and each`() {
        for trailers in [String(repeating: "a:b\r\n", count: 5_000), "a:\(String(repeating: "b", count: 9_000))"] {
            var decoder = AWSChunkedDecoder(signer: nil, hasTrailers: true)
            #expect(throws: AWSChunkedError.trailersTooLarge) { _ = try decoder.add(Array("0\r\n\(trailers)".utf8).span) }
        }
    }

    @Test(arguments: [(8_190, true), (8_191, false)], [1, 10_000]) func `the longest trailer is taken, and none longer, however it arrives`(
        length: (value: Int, isTaken: Bool), pieceBytes: Int
    ) throws {
        let wire = Array("0\r\na:\(String(repeating: "b", count: length.value))\r\n\r\n".utf8)
        var decoder = AWSChunkedDecoder(signer: nil, hasTrailers: true)
        var failure: AWSChunkedError?
        for start in stride(from: 0, to: wire.count, by: pieceBytes) where failure == nil {
            do { _ = try decoder.add(Array(wire[start..<min(start + pieceBytes, wire.count)]).span) } catch { failure = error }
        }
        #expect(decoder.isComplete == length.isTaken && failure == (length.isTaken ? nil : .trailersTooLarge))
    }

    @Test func `signed trailers without their signature are refused`() throws {
        let signer = try Self.trailerExample().1
        var encoder = AWSChunkedEncoder(signer: signer)
        let wire = encoder.finish()
        var decoder = AWSChunkedDecoder(signer: signer, hasTrailers: true)
        #expect(throws: AWSChunkedError.signatureMismatch) { _ = try decoder.add(wire.span) }
    }
}
