import CBrotli

/// Compresses a stream piece by piece as brotli (RFC 7932), the content coding `br`.
///
/// A value that cannot be copied. With quality 5 it holds 0.7 to 1.8 MiB, for short and long content (measured with libbrotli 1.0.9).
public struct BrotliCompressor: ~Copyable, @unchecked Sendable {
    /// Distances up to 64 KiB: half the memory of 256 KiB, for 1 % of the ratio.
    private static let windowBits: UInt32 = 16

    private let state: OpaquePointer
    private var isFinished = false

    /// Begins a stream.
    ///
    /// - Parameters:
    ///   - quality: from 0, fast, to 11, small; above 6 it is for what is compressed once and kept.
    ///   - expectedBytes: about how long the input will be.
    public init(quality: Int = 5, expectedBytes: Int? = nil) {
        precondition((0...11).contains(quality), "a quality of compression lies in 0...11")
        guard let state = BrotliEncoderCreateInstance(nil, nil, nil) else { preconditionFailure("brotli cannot begin to compress: there is no memory") }
        BrotliEncoderSetParameter(state, BROTLI_PARAM_QUALITY, UInt32(quality))
        BrotliEncoderSetParameter(state, BROTLI_PARAM_LGWIN, Self.windowBits)
        if let expectedBytes { BrotliEncoderSetParameter(state, BROTLI_PARAM_SIZE_HINT, UInt32(clamping: expectedBytes)) }
        self.state = state
    }

    deinit { BrotliEncoderDestroyInstance(state) }

    /// Compresses a piece and appends what comes out to `output`.
    public mutating func compress(_ bytes: [UInt8], _ flush: Compressor.Flush = .none, into output: inout [UInt8]) {
        precondition(!isFinished, "the compressed stream has ended")
        isFinished = flush == .finish
        bytes.withUnsafeBufferPointer { buffer in
            var next = buffer.baseAddress, left = buffer.count, room = 0
            var hasTaken = false
            repeat {
                let isWell = BrotliEncoderCompressStream(state, flush.operation, &left, &next, &room, nil, nil)
                precondition(isWell != 0, "brotli lost its state")
                hasTaken = takeOutput(into: &output)
                // Input that was read ahead waits until the output of the block before it is taken: done is only who has nothing more to say.
            } while left > 0 || hasTaken
        }
    }

    private func takeOutput(into output: inout [UInt8]) -> Bool {
        var count = 0
        guard let piece = BrotliEncoderTakeOutput(state, &count), count > 0 else { return false }
        output.append(contentsOf: UnsafeBufferPointer(start: piece, count: count))
        return true
    }

    /// Compresses what is there whole.
    public static func compress(_ bytes: [UInt8], quality: Int = 5) -> [UInt8] {
        var compressor = BrotliCompressor(quality: quality, expectedBytes: bytes.count)
        var output: [UInt8] = []
        compressor.compress(bytes, .finish, into: &output)
        return output
    }
}

extension Compressor.Flush {
    fileprivate var operation: BrotliEncoderOperation {
        switch self {
        case .none: BROTLI_OPERATION_PROCESS
        case .sync: BROTLI_OPERATION_FLUSH
        case .finish: BROTLI_OPERATION_FINISH
        }
    }
}
