import Compression

/// Reads frames as they arrive and puts messages together (RFC 6455 §5); a value without I/O.
///
/// What is wrong is found with the byte that is wrong: a length above the limit before its payload, text that is not UTF-8 in the middle of a frame.
/// Memory: the message under way, at most the limit; a compressed one is decompressed as it arrives.
///
/// ```swift
/// var decoder = WebSocketDecoder(from: .client)
/// let (event, consumed) = try decoder.next(bytes.span)
/// ```
public struct WebSocketDecoder: ~Copyable {
    private let sender: WebSocketRole
    private let limits: WebSocketLimits
    private var inflater: MessageDecompressor?
    private let isCompressionAgreed: Bool

    /// The bytes of a head that has not come whole.
    private var headBytes: [UInt8] = []
    /// The frame whose payload is read, and how much of that came.
    private var frame: WebSocketFrameHead?
    private var payloadBytes = 0
    private var control: [UInt8] = []
    private var message = PartialMessage()
    private var isClosed = false

    /// Begins.
    ///
    /// - Parameters:
    ///   - sender: who sends; a server reads what a client sends.
    ///   - limits: bounds on messages.
    ///   - deflate: what was agreed on about compression; nil for none.
    public init(from sender: WebSocketRole, limits: WebSocketLimits = WebSocketLimits(), deflate: PerMessageDeflate? = nil) {
        self.sender = sender
        self.limits = limits
        isCompressionAgreed = deflate != nil
        inflater = nil
        if let deflate { inflater = sender == .client ? deflate.decompressorOfServer : deflate.decompressorOfClient }
    }

    /// Reads from the front of `bytes` until something happened or all were used.
    ///
    /// - Returns: what happened, or nil when more bytes are needed; and how many were used. After a close frame all bytes are used, and nothing happens.
    /// - Throws: `WebSocketError`; the decoder must not be used afterwards.
    public mutating func next(_ bytes: Span<UInt8>) throws(WebSocketError) -> (event: WebSocketEvent?, consumed: Int) {
        if isClosed { return (nil, bytes.count) }
        // A closure with typed throws and an inout tuple is more than this compiler's inference takes: a result instead.
        let result: Result<(event: WebSocketEvent?, consumed: Int), WebSocketError> = bytes.withUnsafeBytes { raw in
            do throws(WebSocketError) { return .success(try read(raw)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    private mutating func read(_ bytes: UnsafeRawBufferPointer) throws(WebSocketError) -> (event: WebSocketEvent?, consumed: Int) {
        var consumed = 0
        while true {
            if frame == nil {
                guard let head = try takeHead(bytes, &consumed) else { return (nil, consumed) }
                try begin(head)
            }
            let count = min(frame!.length - payloadBytes, bytes.count - consumed)
            if count > 0 { try takePayload(UnsafeRawBufferPointer(rebasing: bytes[consumed..<consumed + count])) }
            consumed += count
            guard payloadBytes == frame!.length else { return (nil, consumed) }
            if let event = try end() { return (event, consumed) }
        }
    }

    // MARK: One frame

    private mutating func takeHead(_ bytes: UnsafeRawBufferPointer, _ consumed: inout Int) throws(WebSocketError) -> WebSocketFrameHead? {
        if headBytes.isEmpty, let (head, count) = try WebSocketFrameHead.parse(UnsafeRawBufferPointer(rebasing: bytes[consumed...]), from: sender) {
            consumed += count
            return head
        }
        while consumed < bytes.count {
            headBytes.append(bytes[consumed])
            consumed += 1
            if let (head, _) = try parseHeadBytes() {
                headBytes.removeAll(keepingCapacity: true)
                return head
            }
        }
        return nil
    }

    private func parseHeadBytes() throws(WebSocketError) -> (head: WebSocketFrameHead, count: Int)? {
        let result: Result<(head: WebSocketFrameHead, count: Int)?, WebSocketError> = headBytes.withUnsafeBytes { raw in
            do throws(WebSocketError) { return .success(try WebSocketFrameHead.parse(raw, from: sender)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    private mutating func begin(_ head: WebSocketFrameHead) throws(WebSocketError) {
        if head.isCompressed && (!isCompressionAgreed || head.opcode.isControl || head.opcode == .continuation) { throw .violation(.reservedBits) }
        if !head.opcode.isControl { try message.begin(head, limits) }
        frame = head
        payloadBytes = 0
    }

    private mutating func takePayload(_ bytes: UnsafeRawBufferPointer) throws(WebSocketError) {
        let head = frame!
        let offset = payloadBytes
        payloadBytes += bytes.count
        if head.opcode.isControl { return Self.append(bytes, head.mask, offset, to: &control) }
        let before = message.bytes.count
        if message.isCompressed {
            var piece: [UInt8] = []
            Self.append(bytes, head.mask, offset, to: &piece)
            try inflate { (inflater: inout MessageDecompressor, output: inout [UInt8], limit: Int) throws(CompressionError) in
                try inflater.decompress(piece, into: &output, limitBytes: limit)
            }
        } else {
            Self.append(bytes, head.mask, offset, to: &message.bytes)
        }
        try message.check(from: before)
    }

    private mutating func inflate(
        _ step: (inout MessageDecompressor, inout [UInt8], Int) throws(CompressionError) -> Void
    ) throws(WebSocketError) {
        do throws(CompressionError) {
            try step(&inflater!, &message.bytes, limits.messageBytes)
        } catch {
            if case .tooLarge = error { throw .messageTooLarge(limitBytes: limits.messageBytes) }
            throw .corruptCompression
        }
    }

    private static func append(_ bytes: UnsafeRawBufferPointer, _ mask: WebSocketMask?, _ offset: Int, to output: inout [UInt8]) {
        let start = output.count
        output.append(contentsOf: bytes)
        guard let mask else { return }
        output.withUnsafeMutableBytes { mask.apply(to: UnsafeMutableRawBufferPointer(rebasing: $0[start...]), offset: offset) }
    }

    // MARK: Ends

    private mutating func end() throws(WebSocketError) -> WebSocketEvent? {
        let head = frame!
        frame = nil
        guard head.opcode.isControl else { return head.isFinal ? .message(try endMessage()) : nil }
        defer { control.removeAll(keepingCapacity: true) }
        switch head.opcode {
        case .ping: return .ping(control)
        case .pong: return .pong(control)
        default:
            isClosed = true
            return try WebSocketClosePayload.parse(control)
        }
    }

    private mutating func endMessage() throws(WebSocketError) -> WebSocketMessage {
        if message.isCompressed {
            let before = message.bytes.count
            try inflate { (inflater: inout MessageDecompressor, output: inout [UInt8], limit: Int) throws(CompressionError) in
                try inflater.endMessage(into: &output, limitBytes: limit)
            }
            try message.check(from: before)
        }
        return try message.take()
    }
}
