import CZlib

/// Decompresses messages one after the other as WebSocket's permessage-deflate sends them, each up to a bound.
///
/// A value that cannot be copied; memory: the window and about 7 KiB. Source: RFC 7692 §7.2.2.
public struct MessageDecompressor: ~Copyable, @unchecked Sendable {
    private let stream = ZlibStream()
    private let keepsContext: Bool

    /// Begins.
    ///
    /// - Parameters:
    ///   - windowBits: the sender's window is 2^8 to 2^15 bytes. A larger one than the sender's does no harm.
    ///   - keepsContext: whether a message may refer to those before it.
    public init(windowBits: Int, keepsContext: Bool) {
        precondition((8...15).contains(windowBits), "a window has 8 to 15 bits")
        self.keepsContext = keepsContext
        // zlib's own compressor takes 9 where 8 was agreed on.
        let status = czlib_inflate_init(stream.pointer, Int32(-max(9, windowBits)))
        precondition(status == Z_OK, "zlib cannot begin to decompress: there is no memory")
    }

    deinit { inflateEnd(stream.pointer) }

    /// Decompresses a piece of a message and appends what comes out to `output`.
    ///
    /// - Throws: `CompressionError.corrupt`, or `.tooLarge` when `output` would become longer than `limitBytes`; what comes later is undefined then.
    public mutating func decompress(_ bytes: [UInt8], into output: inout [UInt8], limitBytes: Int) throws(CompressionError) {
        var room = limitBytes - output.count
        try stream.run(bytes, into: &output) { (zlib: UnsafeMutablePointer<z_stream>, made: inout Int) throws(CompressionError) -> Bool in
            let status = inflate(zlib, Z_NO_FLUSH)
            let count = ZlibStream.pieceBytes - Int(zlib.pointee.avail_out)
            guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw .corrupt }
            guard count <= room else { throw .tooLarge(limitBytes: limitBytes) }
            room -= count
            made = count
            // A sender may end every message with a final block (§7.2.3.4); what it said is still the window of the next one.
            if status == Z_STREAM_END { inflateResetKeep(zlib) }
            return status != Z_BUF_ERROR && (zlib.pointee.avail_in > 0 || zlib.pointee.avail_out == 0)
        }
    }

    /// Ends a message: appends the rest of it to `output`.
    ///
    /// - Throws: `CompressionError`, also when the message stops in the middle of a block.
    public mutating func endMessage(into output: inout [UInt8], limitBytes: Int) throws(CompressionError) {
        try decompress(MessageCompressor.tail, into: &output, limitBytes: limitBytes)
        // zlib.h, inflate(): 128 is set between two blocks.
        guard stream.pointer.pointee.data_type & 128 != 0 else { throw .truncated }
        if !keepsContext { inflateReset(stream.pointer) }
    }
}
