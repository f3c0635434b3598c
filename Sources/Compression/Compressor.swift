import CZlib

/// Compresses a stream piece by piece.
///
/// A value that cannot be copied: zlib's state, about 256 KiB with the widest window (zconf.h, "requirements for deflate").
public struct Compressor: ~Copyable, @unchecked Sendable {
    /// How much of the output must be there after a piece.
    public enum Flush: Sendable {
        /// What zlib likes: the best ratio.
        case none
        /// Everything so far can be decompressed; costs 5 bytes or so.
        case sync
        /// The end of the stream; nothing may follow.
        case finish

        fileprivate var code: Int32 {
            switch self {
            case .none: Z_NO_FLUSH
            case .sync: Z_SYNC_FLUSH
            case .finish: Z_FINISH
            }
        }
    }

    private let stream = ZlibStream()
    private var isFinished = false

    /// Begins a stream.
    ///
    /// - Parameters:
    ///   - level: from 1, fast, to 9, small.
    ///   - expectedBytes: about how long the input will be; short input takes a smaller window and far less memory.
    public init(_ format: CompressionFormat, level: Int = 6, expectedBytes: Int? = nil) {
        precondition((1...9).contains(level), "a level of compression lies in 1...9")
        let (window, memory) = Self.memory(for: expectedBytes)
        let status = czlib_deflate_init(stream.pointer, Int32(level), format.windowBits(window), memory)
        precondition(status == Z_OK, "zlib cannot begin to compress: there is no memory")
    }

    deinit { deflateEnd(stream.pointer) }

    /// Compresses a piece and appends what comes out to `output`.
    public mutating func compress(_ bytes: [UInt8], _ flush: Flush = .none, into output: inout [UInt8]) {
        precondition(!isFinished, "the compressed stream has ended")
        isFinished = flush == .finish
        // A flush without input and without news is an error to zlib, and nothing to do for us.
        stream.run(bytes, into: &output) { (zlib: UnsafeMutablePointer<z_stream>, made: inout Int) -> Bool in
            let status = deflate(zlib, flush.code)
            precondition(status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR, "zlib lost its state")
            made = ZlibStream.pieceBytes - Int(zlib.pointee.avail_out)
            return status == Z_OK && zlib.pointee.avail_out == 0
        }
    }

    /// Compresses what is there whole.
    public static func compress(_ bytes: [UInt8], _ format: CompressionFormat, level: Int = 6) -> [UInt8] {
        var compressor = Compressor(format, level: level, expectedBytes: bytes.count)
        var output: [UInt8] = []
        compressor.compress(bytes, .finish, into: &output)
        return output
    }

    /// The smallest window that holds all of the input, as nginx chooses it: 2^9 to 2^15 bytes, and a hash table to match.
    private static func memory(for expectedBytes: Int?) -> (windowBits: Int32, memoryLevel: Int32) {
        var window: Int32 = 15, memory: Int32 = 8
        while let expectedBytes, window > 9, expectedBytes < (1 << (window - 1)) - 262 {
            window -= 1
            memory = max(1, memory - 1)
        }
        return (window, memory)
    }
}
