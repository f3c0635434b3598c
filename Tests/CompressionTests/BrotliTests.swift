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

@Suite struct `Brotli` {
    @Test(arguments: [0, 4, 5, 11], [0, 1, 300, 70_000, 200_000]) func `what was compressed comes back`(quality: Int, count: Int) throws {
        let bytes = text(count), compressed = BrotliCompressor.compress(bytes, quality: quality)
        #expect(try BrotliDecompressor.decompress(compressed, limitBytes: count) == bytes)
        if count >= 70_000 { #expect(compressed.count < count * 3 / 4) }
    }

    @Test(arguments: [1, 7, 5_000]) func `pieces of any length make the same stream`(length: Int) throws {
        let bytes = text(20_000)
        var compressor = BrotliCompressor(), compressed: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: length) {
            compressor.compress(Array(bytes[start..<min(start + length, bytes.count)]), into: &compressed)
        }
        compressor.compress([], .finish, into: &compressed)
        var decompressor = BrotliDecompressor(limitBytes: bytes.count), output: [UInt8] = []
        for start in stride(from: 0, to: compressed.count, by: length) {
            let isFinished = decompressor.isFinished
            #expect(!isFinished)
            try decompressor.decompress(Array(compressed[start..<min(start + length, compressed.count)]), into: &output)
        }
        try decompressor.finish()
        let produced = decompressor.producedBytes
        #expect(output == bytes && produced == bytes.count)
    }

    @Test(arguments: [1, 16_384, 200_000]) func `after a sync flush everything so far can be read`(count: Int) throws {
        var compressor = BrotliCompressor(), decompressor = BrotliDecompressor(limitBytes: 1_000_000), output: [UInt8] = []
        for round in 1...3 {
            var piece: [UInt8] = []
            compressor.compress(text(count), .sync, into: &piece)
            try decompressor.decompress(piece, into: &output)
            #expect(output.count == round * count)
        }
    }

    @Test func `a stream written by hand is read (RFC 7932 §9)`() throws {
        // A window of 16 bits; a meta-block of 5 bytes that is not compressed; an empty last one.
        #expect(try BrotliDecompressor.decompress([0x40, 0x00, 0x10] + Array("hello".utf8) + [0x03], limitBytes: 5) == Array("hello".utf8))
    }

    @Test func `every shorter stream is truncated, and every longer one corrupt`() {
        let compressed = BrotliCompressor.compress(text(300))
        for count in 0..<compressed.count {
            #expect(throws: CompressionError.truncated) { try BrotliDecompressor.decompress(Array(compressed[..<count]), limitBytes: 300) }
        }
        #expect(throws: CompressionError.corrupt) { try BrotliDecompressor.decompress(compressed + [0], limitBytes: 300) }
    }

    @Test(arguments: [0, 1, 65_535, 9_999_999]) func `a bomb stops at the bound`(limitBytes: Int) throws {
        let bomb = BrotliCompressor.compress([UInt8](repeating: 0, count: 10_000_000))
        #expect(bomb.count < 20_000)
        var decompressor = BrotliDecompressor(limitBytes: limitBytes), output: [UInt8] = []
        // What failed stays failed.
        for piece in [bomb, [0]] {
            do {
                try decompressor.decompress(piece, into: &output)
                Issue.record("the bomb went off")
            } catch { #expect(error == .tooLarge(limitBytes: limitBytes)) }
        }
        #expect(output.count <= limitBytes)
    }

    @Test func `bytes at random neither crash nor pass the bound`() {
        for seed in 0..<2_000 {
            var bytes = BrotliCompressor.compress(text(200))
            bytes[seed % bytes.count] ^= UInt8(1 + seed % 255)
            var decompressor = BrotliDecompressor(limitBytes: 200), output: [UInt8] = []
            try? decompressor.decompress(bytes, into: &output)
            #expect(output.count <= 200)
        }
    }
}
