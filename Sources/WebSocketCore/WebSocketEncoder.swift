import Compression

/// Writes frames (RFC 6455 §5), each message in one; a value without I/O.
public struct WebSocketEncoder: ~Copyable {
    private let role: WebSocketRole
    private var deflater: MessageCompressor?
    private let compressibleBytes: Range<Int>

    /// Begins.
    ///
    /// - Parameters:
    ///   - role: a client masks what it sends.
    ///   - deflate: what was agreed on about compression; nil for none.
    public init(_ role: WebSocketRole, deflate: PerMessageDeflate? = nil) {
        self.role = role
        let policy = deflate?.policy ?? WebSocketCompression()
        compressibleBytes = max(1, policy.minimumBytes)..<max(1, policy.minimumBytes, policy.maximumBytes + 1)
        deflater = nil
        if let deflate { deflater = role == .server ? deflate.compressorOfServer : deflate.compressorOfClient }
    }

    /// Appends a message, compressed where that was agreed on and is worth it.
    public mutating func write(_ message: WebSocketMessage, into output: inout [UInt8]) {
        switch message {
        case .text(let text): write(.text, Array(text.utf8), into: &output)
        case .binary(let bytes): write(.binary, bytes, into: &output)
        }
    }

    /// Appends a text that is there in UTF-8.
    public mutating func write(utf8 text: [UInt8], into output: inout [UInt8]) { write(.text, text, into: &output) }

    /// Appends a ping; its payload has at most 125 bytes.
    public func ping(_ payload: [UInt8] = [], into output: inout [UInt8]) { control(.ping, payload, into: &output) }

    /// Appends a pong; its payload has at most 125 bytes.
    public func pong(_ payload: [UInt8] = [], into output: inout [UInt8]) { control(.pong, payload, into: &output) }

    /// Appends a close frame; one without a code for `noStatus`. A reason of more than 123 bytes is cut.
    public func close(_ code: WebSocketCloseCode, reason: String = "", into output: inout [UInt8]) {
        control(.close, WebSocketClosePayload.bytes(code, reason), into: &output)
    }

    private mutating func write(_ opcode: WebSocketOpcode, _ bytes: [UInt8], into output: inout [UInt8]) {
        guard deflater != nil, compressibleBytes.contains(bytes.count) else { return frame(opcode, bytes, isCompressed: false, into: &output) }
        var compressed: [UInt8] = []
        deflater!.compress(bytes, into: &compressed)
        frame(opcode, compressed, isCompressed: true, into: &output)
    }

    private func control(_ opcode: WebSocketOpcode, _ payload: [UInt8], into output: inout [UInt8]) {
        precondition(payload.count <= 125, "a control frame holds at most 125 bytes")
        frame(opcode, payload, isCompressed: false, into: &output)
    }

    private func frame(_ opcode: WebSocketOpcode, _ payload: [UInt8], isCompressed: Bool, into output: inout [UInt8]) {
        let mask = role == .client ? WebSocketMask(key: .random(in: 0 ... .max)) : nil
        let head = WebSocketFrameHead(isFinal: true, isCompressed: isCompressed, opcode: opcode, mask: mask, length: payload.count)
        output.reserveCapacity(output.count + WebSocketFrameHead.maximumBytes + payload.count)
        head.write(into: &output)
        let start = output.count
        output.append(contentsOf: payload)
        if let mask { output.withUnsafeMutableBytes { mask.apply(to: UnsafeMutableRawBufferPointer(rebasing: $0[start...]), offset: 0) } }
    }
}
