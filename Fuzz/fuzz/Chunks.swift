@testable import HTTPCore

/// A chunked body means the same however it arrives, also to a plain second reader, and what the serialiser makes of it is read back.
func fuzzChunks(_ input: [UInt8]) {
    let whole = ChunkReading(input, arrivingAt: [input.count])
    for ends in arrivals(of: input.count) { require(ChunkReading(input, arrivingAt: ends) == whole, "a body depends on its splits: \(ends)") }
    guard case .body(let content, let trailers, let consumed) = whole else { return }
    require(consumed <= input.count, "more was consumed than there was")
    let reference = referenceContent(input[..<consumed])
    require(reference?.content == content, "a plain reader sees another content")
    require(reference?.end == consumed || !trailers.isEmpty, "a plain reader sees another end")
    var wire: [UInt8] = []
    ResponseSerializer.chunk(content, into: &wire)
    ResponseSerializer.lastChunk(into: &wire)
    require(ChunkReading(wire, arrivingAt: [wire.count]) == .body(content, trailers: [], consumed: wire.count), "content written anew reads differently")
}

/// What came of the bytes of a chunked body.
private enum ChunkReading: Equatable {
    case needsMore(sofar: [UInt8])
    case refused(ParseError)
    case body([UInt8], trailers: [Line], consumed: Int)

    /// Drops what is consumed, as a connection does.
    init(_ bytes: [UInt8], arrivingAt ends: [Int]) {
        var decoder = ChunkedDecoder()
        var content: [UInt8] = []
        var start = 0
        do throws(ParseError) {
            for end in ends {
                var isDrained = false
                while !isDrained {
                    let input = bytes.span.extracting(start..<end)
                    switch try decoder.next(input) {
                    case .needsMore(let consumed):
                        require(consumed == input.count, "bytes were left over")
                        start += consumed
                        isDrained = true
                    case .data(let range, let consumed):
                        require(range.upperBound <= consumed && consumed <= input.count, "content lies outside of what was consumed")
                        content += bytes[start + range.lowerBound..<start + range.upperBound]
                        start += consumed
                    case .end(let trailers, let consumed):
                        self = .body(content, trailers: HeadReading.lines(trailers), consumed: start + consumed)
                        return
                    }
                }
            }
            self = .needsMore(sofar: content)
        } catch {
            self = .refused(error)
        }
    }
}

/// A second reader, slow and plain (RFC 9112 §7.1): the content, and where the body ends if it has no trailer fields.
private func referenceContent(_ bytes: ArraySlice<UInt8>) -> (content: [UInt8], end: Int)? {
    var rest = bytes
    var content: [UInt8] = []
    while true {
        guard let end = rest.firstIndex(of: 0x0D), rest[end...].starts(with: [0x0D, 0x0A]) else { return nil }
        let digits = rest[..<end].prefix { $0 != UInt8(ascii: ";") }
        guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else { return nil }
        rest = rest[(end + 2)...]
        if size == 0 { return (content, rest.startIndex + 2) }
        guard rest.count >= size + 2, rest.dropFirst(size).starts(with: [0x0D, 0x0A]) else { return nil }
        content += rest.prefix(size)
        rest = rest.dropFirst(size + 2)
    }
}
