/// The mask of a client's frame (RFC 6455 §5.3).
struct WebSocketMask: Equatable {
    /// The key's four bytes, the first one lowest.
    let key: UInt32

    /// Masks or unmasks, eight bytes at a time; `offset` is how many bytes of the payload came before.
    func apply(to bytes: UnsafeMutableRawBufferPointer, offset: Int) {
        let turn = UInt32(offset & 3) * 8
        let turned = turn == 0 ? key : key >> turn | key << (32 - turn)
        let wide = UInt64(turned) | UInt64(turned) << 32
        var index = 0
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ wide
            bytes.storeBytes(of: word.littleEndian, toByteOffset: index, as: UInt64.self)
            index += 8
        }
        while index < bytes.count {
            bytes[index] ^= UInt8(truncatingIfNeeded: turned >> (UInt32(index & 3) * 8))
            index += 1
        }
    }
}
