import CZlib

/// Compresses messages one after the other as WebSocket's permessage-deflate wants it: raw deflate, flushed, without the four bytes every flush ends with.
///
/// A value that cannot be copied; memory: 2^(windowBits + 2) + 2^(memoryLevel + 9) bytes (zconf.h). Source: RFC 7692 §7.2.1.
public struct MessageCompressor: ~Copyable, @unchecked Sendable {
    /// What a flush ends with; the receiver adds it again.
    static let tail: [UInt8] = [0x00, 0x00, 0xFF, 0xFF]

    private let stream = ZlibStream()
    private let keepsContext: Bool

    /// Begins.
    ///
    /// - Parameters:
    ///   - windowBits: the window is 2^9 to 2^15 bytes; zlib has no smaller one for raw deflate.
    ///   - memoryLevel: from 1 to 9.
    ///   - level: from 1, fast, to 9, small.
    ///   - keepsContext: whether a message may refer to those before it.
    public init(windowBits: Int, memoryLevel: Int, level: Int, keepsContext: Bool) {
        precondition((9...15).contains(windowBits), "a window has 9 to 15 bits")
        precondition((1...9).contains(memoryLevel) && (1...9).contains(level), "levels lie in 1...9")
        self.keepsContext = keepsContext
        let status = czlib_deflate_init(stream.pointer, Int32(level), Int32(-windowBits), Int32(memoryLevel))
        precondition(status == Z_OK, "zlib cannot begin to compress: there is no memory")
    }

    deinit { deflateEnd(stream.pointer) }

    /// Compresses a message of at least one byte and appends what comes out to `output`.
    public mutating func compress(_ message: [UInt8], into output: inout [UInt8]) {
        precondition(!message.isEmpty, "an empty message is sent as it is")
        stream.run(message, into: &output) { (zlib: UnsafeMutablePointer<z_stream>, made: inout Int) -> Bool in
            let status = deflate(zlib, Z_SYNC_FLUSH)
            precondition(status == Z_OK || status == Z_BUF_ERROR, "zlib lost its state")
            made = ZlibStream.pieceBytes - Int(zlib.pointee.avail_out)
            return status == Z_OK && zlib.pointee.avail_out == 0
        }
        precondition(output.suffix(Self.tail.count).elementsEqual(Self.tail), "a flush ends with an empty stored block")
        output.removeLast(Self.tail.count)
        if !keepsContext { deflateReset(stream.pointer) }
    }
}
