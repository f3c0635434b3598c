import Compression

/// Compressed data means the same however it arrives and never becomes more than its bound.
func fuzzInflate(_ input: [UInt8]) {
    for format in [CompressionFormat.gzip, .zlib, .raw] {
        let whole = Inflated(input, format, arrivingAt: [input.count])
        for ends in arrivals(of: input.count).prefix(4) { require(Inflated(input, format, arrivingAt: ends) == whole, "data depends on its splits: \(ends)") }
        require(whole.bytes.count <= Inflated.limitBytes, "the bound was passed")
    }
}

/// What came of compressed data; which of two errors is met first may depend on the pieces.
private struct Inflated: Equatable {
    static let limitBytes = 20_000
    var bytes: [UInt8] = []
    var isRefused = false

    init(_ input: [UInt8], _ format: CompressionFormat, arrivingAt ends: [Int]) {
        var decompressor = Decompressor(format, limitBytes: Self.limitBytes)
        var output: [UInt8] = []
        do throws(CompressionError) {
            var start = 0
            for end in ends {
                try decompressor.decompress(Array(input[start..<end]), into: &output)
                start = end
            }
            try decompressor.finish()
            bytes = output
        } catch {
            require(output.count <= Self.limitBytes, "the bound was passed before the error")
            isRefused = true
        }
    }
}
