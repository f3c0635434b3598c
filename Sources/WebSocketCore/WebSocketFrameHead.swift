/// What a frame is about (RFC 6455 §5.2).
enum WebSocketOpcode: UInt8 {
    case continuation = 0x0
    case text = 0x1
    case binary = 0x2
    case close = 0x8
    case ping = 0x9
    case pong = 0xA

    var isControl: Bool { rawValue >= 0x8 }
}

/// The head of a frame: 2 to 14 bytes (RFC 6455 §5.2).
struct WebSocketFrameHead: Equatable {
    static let maximumBytes = 14

    var isFinal: Bool
    /// RSV1: the message is compressed (RFC 7692 §6).
    var isCompressed = false
    var opcode: WebSocketOpcode
    var mask: WebSocketMask?
    /// The payload's length.
    var length: Int

    /// Reads a head from the front of `bytes`; nil when more are needed. What is wrong in its first two bytes is found as soon as they are there.
    static func parse(_ bytes: UnsafeRawBufferPointer, from sender: WebSocketRole) throws(WebSocketError) -> (head: WebSocketFrameHead, count: Int)? {
        guard bytes.count >= 2 else { return nil }
        var head = try firstBytes(bytes[0], bytes[1], from: sender)
        let isMasked = sender == .client
        let lengthBytes = bytes[1] & 0x7F == 126 ? 2 : bytes[1] & 0x7F == 127 ? 8 : 0
        let count = 2 + lengthBytes + (isMasked ? 4 : 0)
        guard bytes.count >= 2 + lengthBytes else { return nil }
        if lengthBytes > 0 { head.length = try longLength(bytes, lengthBytes) }
        guard bytes.count >= count else { return nil }
        if isMasked { head.mask = WebSocketMask(key: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))) }
        return (head, count)
    }

    private static func firstBytes(_ first: UInt8, _ second: UInt8, from sender: WebSocketRole) throws(WebSocketError) -> WebSocketFrameHead {
        guard first & 0x30 == 0 else { throw .violation(.reservedBits) }
        guard let opcode = WebSocketOpcode(rawValue: first & 0x0F) else { throw .violation(.unknownOpcode) }
        let head = WebSocketFrameHead(isFinal: first & 0x80 != 0, isCompressed: first & 0x40 != 0, opcode: opcode, length: Int(second & 0x7F))
        if opcode.isControl {
            if !head.isFinal { throw .violation(.fragmentedControl) }
            if head.length > 125 { throw .violation(.longControl) }
        }
        guard (second & 0x80 != 0) == (sender == .client) else { throw .violation(sender == .client ? .notMasked : .masked) }
        return head
    }

    private static func longLength(_ bytes: UnsafeRawBufferPointer, _ count: Int) throws(WebSocketError) -> Int {
        var length: UInt64 = 0
        for index in 2..<2 + count { length = length << 8 | UInt64(bytes[index]) }
        guard length <= UInt64(Int.max) else { throw .violation(.lengthTooLarge) }
        guard length > (count == 2 ? 125 : 0xFFFF) else { throw .violation(.lengthNotMinimal) }
        return Int(length)
    }

    /// Appends the head in wire form.
    func write(into output: inout [UInt8]) {
        output.append((isFinal ? 0x80 : 0) | (isCompressed ? 0x40 : 0) | opcode.rawValue)
        let maskBit: UInt8 = mask == nil ? 0 : 0x80
        switch length {
        case ...125: output.append(maskBit | UInt8(length))
        case ...0xFFFF:
            output.append(maskBit | 126)
            for shift in [8, 0] { output.append(UInt8(truncatingIfNeeded: length >> shift)) }
        default:
            output.append(maskBit | 127)
            for shift in stride(from: 56, through: 0, by: -8) { output.append(UInt8(truncatingIfNeeded: length >> shift)) }
        }
        if let mask { for shift in [0, 8, 16, 24] { output.append(UInt8(truncatingIfNeeded: mask.key >> UInt32(shift))) } }
    }
}
