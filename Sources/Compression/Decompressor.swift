import CZlib

/// Decompresses a stream piece by piece, up to a bound on all that comes out.
///
/// A value that cannot be copied: zlib's state, about 40 KiB (zconf.h, "requirements for inflate"). Several gzip members after one another are one stream (RFC 1952 §2.2).
public struct Decompressor: ~Copyable, @unchecked Sendable {
    /// How many bytes have come out.
    public private(set) var producedBytes = 0
    /// True when the stream is at an end of its own: all data was there, and its checksum is right.
    public private(set) var isFinished = false

    private let stream = ZlibStream()
    private let format: CompressionFormat
    private let limitBytes: Int
    private var failure: CompressionError?

    /// Begins a stream that may become `limitBytes` long.
    public init(_ format: CompressionFormat, limitBytes: Int) {
        precondition(limitBytes >= 0, "a limit is not negative")
        self.format = format
        self.limitBytes = limitBytes
        let status = czlib_inflate_init(stream.pointer, format.windowBits(15))
        precondition(status == Z_OK, "zlib cannot begin to decompress: there is no memory")
    }

    deinit { inflateEnd(stream.pointer) }

    /// Decompresses a piece and appends what comes out to `output`; never more than `limitBytes` in all.
    ///
    /// - Throws: `CompressionError.corrupt` or `.tooLarge`, and the same for every later piece.
    public mutating func decompress(_ bytes: [UInt8], into output: inout [UInt8]) throws(CompressionError) {
        if let failure { throw failure }
        guard !bytes.isEmpty else { return }
        var state = State(isFinished: isFinished, producedBytes: producedBytes)
        let format = format, limitBytes = limitBytes
        do throws(CompressionError) {
            try stream.run(bytes, into: &output) { (zlib: UnsafeMutablePointer<z_stream>, made: inout Int) throws(CompressionError) -> Bool in
                try state.step(zlib, &made, format, limitBytes)
            }
        } catch {
            failure = error
            throw error
        }
        isFinished = state.isFinished
        producedBytes = state.producedBytes
    }

    /// Says that nothing follows.
    ///
    /// - Throws: `CompressionError.truncated` when the stream is not at its end, or what was thrown before.
    public func finish() throws(CompressionError) {
        if let failure { throw failure }
        guard isFinished else { throw .truncated }
    }

    /// Decompresses what is there whole.
    public static func decompress(_ bytes: [UInt8], _ format: CompressionFormat, limitBytes: Int) throws(CompressionError) -> [UInt8] {
        var decompressor = Decompressor(format, limitBytes: limitBytes)
        var output: [UInt8] = []
        try decompressor.decompress(bytes, into: &output)
        try decompressor.finish()
        return output
    }
}

/// What changes while one piece is decompressed.
private struct State {
    var isFinished: Bool
    var producedBytes: Int

    /// Calls zlib once; false when the piece is used up.
    mutating func step(
        _ zlib: UnsafeMutablePointer<z_stream>, _ made: inout Int, _ format: CompressionFormat, _ limitBytes: Int
    ) throws(CompressionError) -> Bool {
        if isFinished { try beginMember(zlib, format) }
        let status = inflate(zlib, Z_NO_FLUSH)
        let count = ZlibStream.pieceBytes - Int(zlib.pointee.avail_out)
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw .corrupt }
        guard count <= limitBytes - producedBytes else { throw .tooLarge(limitBytes: limitBytes) }
        producedBytes += count
        made = count
        isFinished = status == Z_STREAM_END
        if isFinished { return zlib.pointee.avail_in > 0 }
        return status == Z_OK && (zlib.pointee.avail_in > 0 || zlib.pointee.avail_out == 0)
    }

    /// What follows an end is another member of a gzip stream; anywhere else it does not belong there.
    private mutating func beginMember(_ zlib: UnsafeMutablePointer<z_stream>, _ format: CompressionFormat) throws(CompressionError) {
        guard format == .gzip, inflateReset(zlib) == Z_OK else { throw .corrupt }
        isFinished = false
    }
}
