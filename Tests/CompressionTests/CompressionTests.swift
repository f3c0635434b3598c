import Compression
import Testing

/// Bytes that shrink a little: letters in an order that repeats seldom, the same at every run.
private func text(_ count: Int) -> [UInt8] {
    var state: UInt32 = 7
    return (0..<count).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(ascii: "a") + UInt8(state >> 24) % 20
    }
}

@Suite struct `Compressing and decompressing` {
    @Test(arguments: CompressionFormat.allCases, [0, 1, 300, 16_384, 200_000])
    func `what was compressed comes back, with a window for its length`(format: CompressionFormat, count: Int) throws {
        let bytes = text(count)
        let compressed = Compressor.compress(bytes, format)
        #expect(try Decompressor.decompress(compressed, format, limitBytes: count) == bytes)
        if count >= 300 { #expect(compressed.count < count * 3 / 4) }
    }

    @Test(arguments: CompressionFormat.allCases, [1, 7, 5_000])
    func `pieces of any length make the same stream`(format: CompressionFormat, length: Int) throws {
        let bytes = text(20_000)
        var compressor = Compressor(format), compressed: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: length) {
            compressor.compress(Array(bytes[start..<min(start + length, bytes.count)]), into: &compressed)
        }
        compressor.compress([], .finish, into: &compressed)
        var decompressor = Decompressor(format, limitBytes: bytes.count), output: [UInt8] = []
        for start in stride(from: 0, to: compressed.count, by: length) {
            let isFinished = decompressor.isFinished
            #expect(!isFinished)
            try decompressor.decompress(Array(compressed[start..<min(start + length, compressed.count)]), into: &output)
        }
        try decompressor.finish()
        let produced = decompressor.producedBytes
        #expect(output == bytes && produced == bytes.count)
    }

    @Test(arguments: [1, 16_384, 60_000]) func `after a sync flush everything so far can be read`(count: Int) throws {
        var compressor = Compressor(.gzip), decompressor = Decompressor(.gzip, limitBytes: 1_000_000), output: [UInt8] = []
        for round in 1...3 {
            var piece: [UInt8] = []
            compressor.compress(text(count), .sync, into: &piece)
            try decompressor.decompress(piece, into: &output)
            #expect(output.count == round * count)
        }
    }

    @Test func `a stream made by another implementation is read`() throws {
        // Python: gzip.compress("こんにちは".encode(), mtime=0)
        let bytes: [UInt8] = [
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 123, 220, 56, 249, 113, 211, 228, 199, 141, 171, 31, 55, 46, 124, 220, 184, 30, 0, 231, 27, 132, 184, 15, 0, 0, 0,
        ]
        #expect(try Decompressor.decompress(bytes, .gzip, limitBytes: 15) == Array("こんにちは".utf8))
    }
}

@Suite struct `Decompressing what is wrong` {
    @Test(arguments: CompressionFormat.allCases) func `every shorter stream is truncated`(format: CompressionFormat) {
        let compressed = Compressor.compress(text(300), format)
        for count in 0..<compressed.count {
            #expect(throws: CompressionError.truncated) { try Decompressor.decompress(Array(compressed[..<count]), format, limitBytes: 300) }
        }
    }

    @Test func `a wrong checksum is found`() {
        var compressed = Compressor.compress(text(300), .gzip)
        compressed[compressed.count - 8] ^= 1
        #expect(throws: CompressionError.corrupt) { try Decompressor.decompress(compressed, .gzip, limitBytes: 300) }
    }

    @Test(arguments: [CompressionFormat.zlib, .raw]) func `bytes after the end are refused`(format: CompressionFormat) {
        #expect(throws: CompressionError.corrupt) { try Decompressor.decompress(Compressor.compress([1], format) + [0], format, limitBytes: 9) }
    }

    @Test func `members of a gzip file follow one another, and nothing else`() throws {
        let two = Compressor.compress(text(10), .gzip) + Compressor.compress(text(20), .gzip)
        #expect(try Decompressor.decompress(two, .gzip, limitBytes: 30) == text(10) + text(20))
        #expect(throws: CompressionError.tooLarge(limitBytes: 29)) { try Decompressor.decompress(two, .gzip, limitBytes: 29) }
        #expect(throws: CompressionError.corrupt) { try Decompressor.decompress(two + [0, 0, 0, 0], .gzip, limitBytes: 30) }
        #expect(throws: CompressionError.truncated) { try Decompressor.decompress(two + [0x1f, 0x8b], .gzip, limitBytes: 30) }
    }

    @Test(arguments: [0, 1, 16_383, 16_384, 16_385]) func `a bomb stops at the bound`(limitBytes: Int) throws {
        let bomb = Compressor.compress([UInt8](repeating: 0, count: 10_000_000), .gzip)
        #expect(bomb.count < 20_000)
        var decompressor = Decompressor(.gzip, limitBytes: limitBytes), output: [UInt8] = []
        do {
            try decompressor.decompress(bomb, into: &output)
            Issue.record("the bomb went off")
        } catch { #expect(error == .tooLarge(limitBytes: limitBytes)) }
        #expect(output.count <= limitBytes)
        // What failed stays failed.
        do {
            try decompressor.decompress([0], into: &output)
            Issue.record("the stream went on")
        } catch { #expect(error == .tooLarge(limitBytes: limitBytes)) }
    }

    @Test func `bytes at random neither crash nor pass the bound`() {
        for seed in 0..<2_000 {
            var bytes = Compressor.compress(text(200), .gzip)
            bytes[10 + seed % (bytes.count - 10)] ^= UInt8(1 + seed % 255)
            var decompressor = Decompressor(.gzip, limitBytes: 200), output: [UInt8] = []
            try? decompressor.decompress(bytes, into: &output)
            #expect(output.count <= 200)
            if (try? decompressor.finish()) != nil { #expect(output == text(200)) }
        }
    }
}

@Suite struct `CRC-32` {
    @Test(arguments: [("", 0), ("123456789", 0xCBF4_3926), ("The quick brown fox jumps over the lazy dog", 0x414F_A339)] as [(String, UInt32)])
    func `the known values come out, whole and in pieces`(text: String, value: UInt32) {
        #expect(CRC32.checksum(Array(text.utf8)) == value)
        var checksum = CRC32()
        for byte in text.utf8 {
            checksum.update([byte])
            checksum.update([])
        }
        #expect(checksum.value == value)
    }
}
