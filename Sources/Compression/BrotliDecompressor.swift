import CBrotli

/// Decompresses a brotli stream (RFC 7932) piece by piece, up to a bound on all that comes out.
///
/// A value that cannot be copied.
public struct BrotliDecompressor: ~Copyable, @unchecked Sendable {
    /// How many bytes have come out.
    public private(set) var producedBytes = 0
    /// True at the end of the stream.
    public private(set) var isFinished = false

    private let state: OpaquePointer
    private let limitBytes: Int
    private var failure: CompressionError?

    /// Begins a stream that may become `limitBytes` long.
    public init(limitBytes: Int) {
        precondition(limitBytes >= 0, "a limit is not negative")
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { preconditionFailure("brotli cannot begin to decompress: there is no memory") }
        self.state = state
        self.limitBytes = limitBytes
    }

    deinit { BrotliDecoderDestroyInstance(state) }

    /// Decompresses a piece and appends what comes out to `output`; never more than `limitBytes` in all.
    ///
    /// - Throws: `CompressionError.corrupt` or `.tooLarge`, and the same for every later piece.
    public mutating func decompress(_ bytes: [UInt8], into output: inout [UInt8]) throws(CompressionError) {
        if let failure { throw failure }
        guard !bytes.isEmpty else { return }
        failure = isFinished ? .corrupt : run(bytes, into: &output)
        if let failure { throw failure }
    }

    /// Says that nothing follows.
    ///
    /// - Throws: `CompressionError.truncated` when the stream is not at its end, or what was thrown before.
    public func finish() throws(CompressionError) {
        if let failure { throw failure }
        guard isFinished else { throw .truncated }
    }

    /// Decompresses what is there whole.
    public static func decompress(_ bytes: [UInt8], limitBytes: Int) throws(CompressionError) -> [UInt8] {
        var decompressor = BrotliDecompressor(limitBytes: limitBytes)
        var output: [UInt8] = []
        try decompressor.decompress(bytes, into: &output)
        try decompressor.finish()
        return output
    }

    private mutating func run(_ bytes: [UInt8], into output: inout [UInt8]) -> CompressionError? {
        bytes.withUnsafeBufferPointer { buffer in
            var next = buffer.baseAddress, left = buffer.count, room = 0
            while true {
                let result = BrotliDecoderDecompressStream(state, &left, &next, &room, nil, nil)
                // It gives what lies in one piece, up to the end of its ring; there may be more at the start.
                while BrotliDecoderHasMoreOutput(state) != 0 { guard takeOutput(into: &output) else { return .tooLarge(limitBytes: limitBytes) } }
                switch result {
                case BROTLI_DECODER_RESULT_SUCCESS:
                    isFinished = true
                    return left > 0 ? .corrupt : nil
                case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return nil
                case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
                default: return .corrupt
                }
            }
        }
    }

    /// False when it would become too long.
    private mutating func takeOutput(into output: inout [UInt8]) -> Bool {
        var count = 0
        guard let piece = BrotliDecoderTakeOutput(state, &count) else { return true }
        guard count <= limitBytes - producedBytes else { return false }
        producedBytes += count
        output.append(contentsOf: UnsafeBufferPointer(start: piece, count: count))
        return true
    }
}
