import AWS
import Platform

/// Content coded as `aws-chunked` means the same however it arrives. Without signatures the input is what arrives; with them it is the content and a
/// damage, for no fuzzer finds a signature: what was signed comes out, and of what was damaged nothing but what was signed.
func fuzzAWSChunks(_ input: [UInt8]) {
    for (hasTrailers, expectedBytes) in [(false, nil), (true, nil), (true, 3)] {
        let whole = ContentReading(input, nil, hasTrailers: hasTrailers, expectedBytes, arrivingAt: [input.count])
        for ends in arrivals(of: input.count) {
            let other = ContentReading(input, nil, hasTrailers: hasTrailers, expectedBytes, arrivingAt: ends)
            require(other.agrees(with: whole), "content depends on its splits: \(ends)")
        }
        guard whole.failure == nil else { continue }
        var encoder = AWSChunkedEncoder(signer: nil)
        let wire = encoder.chunk(whole.content) + encoder.finish(trailers: whole.trailers)
        require(
            ContentReading(wire, nil, hasTrailers: hasTrailers, expectedBytes, arrivingAt: [wire.count]) == whole, "content written anew reads differently")
    }
    fuzzSignedChunks(input)
}

/// A place and what changes there, then a chunk on each line.
private func fuzzSignedChunks(_ input: [UInt8]) {
    guard input.count > 3 else { return }
    let chunks = input.dropFirst(3).split(separator: UInt8(ascii: "\n")).map { Array($0) }
    let trailers = [SigningRequest.Header("x-amz-checksum-crc32c", "sOO8/Q==")]
    var encoder = AWSChunkedEncoder(signer: sampleChunkSigner)
    var wire = chunks.flatMap { encoder.chunk($0) } + encoder.finish(trailers: trailers)
    let content = chunks.flatMap(\.self)
    for ends in arrivals(of: wire.count).prefix(4) {
        let reading = ContentReading(wire, sampleChunkSigner, hasTrailers: true, content.count, arrivingAt: ends)
        require(reading.failure == nil && reading.content == content && reading.trailers == trailers, "what was signed is refused: \(ends)")
    }
    wire[(Int(input[0]) << 8 | Int(input[1])) % wire.count] ^= max(1, input[2])
    let damaged = ContentReading(wire, sampleChunkSigner, hasTrailers: true, content.count, arrivingAt: [wire.count])
    require(damaged.failure != nil || damaged.content == content && damaged.trailers == trailers, "something else passes than was signed")
    let slow = ContentReading(wire, sampleChunkSigner, hasTrailers: true, content.count, arrivingAt: Array(0...wire.count))
    require(content.starts(with: slow.content) && slow.failure == damaged.failure, "something that was not signed is given out")
}

private let sampleChunkSigner: ChunkSigner = {
    let credentials = AWSCredentials(accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
    let signer = SigV4Signer(region: "us-east-1", service: "s3", variant: .s3)
    let request = SigningRequest(method: "PUT", host: "bucket.s3.amazonaws.com", payload: .signedChunksAndTrailers)
    guard let signed = try? signer.signChunked(request, with: credentials, at: UnixTime(seconds: 1_369_353_600)) else { fatalError("it has no query") }
    return signed.chunks
}()

/// What came of coded content.
private struct ContentReading: Equatable {
    var content: [UInt8] = []
    var trailers: [SigningRequest.Header] = []
    var failure: AWSChunkedError?

    init(_ bytes: [UInt8], _ signer: ChunkSigner?, hasTrailers: Bool, _ expectedBytes: Int?, arrivingAt ends: [Int]) {
        var decoder = AWSChunkedDecoder(signer: signer, hasTrailers: hasTrailers, expectedBytes: expectedBytes, maximumChunkBytes: 1_000)
        var start = 0
        do throws(AWSChunkedError) {
            for end in ends {
                content += try decoder.add(bytes.span.extracting(start..<end))
                start = end
            }
            try decoder.finish()
            trailers = decoder.trailers
        } catch {
            failure = error
        }
    }

    /// Of what is refused, more or less may have been given out before.
    func agrees(with whole: ContentReading) -> Bool {
        failure == whole.failure && trailers == whole.trailers && (failure == nil ? content == whole.content : content.starts(with: whole.content))
    }
}
