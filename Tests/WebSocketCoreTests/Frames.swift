import HTTPCore
import WebSocketCore

/// Frames as a client sends them, made by other code than ours: any bits, any lengths, any mask.
struct RawFrame {
    var first: UInt8
    var payload: [UInt8]
    var isMasked = true
    /// How many bytes the length takes; the fewest when nil.
    var lengthBytes: Int?
    static let key: [UInt8] = [0x37, 0xFA, 0x21, 0x3D]

    init(_ first: UInt8, _ payload: [UInt8], isMasked: Bool = true, lengthBytes: Int? = nil) {
        (self.first, self.payload, self.isMasked, self.lengthBytes) = (first, payload, isMasked, lengthBytes)
    }

    init(_ first: UInt8, _ text: String) { self.init(first, Array(text.utf8)) }

    var bytes: [UInt8] {
        let size = lengthBytes ?? (payload.count < 126 ? 0 : payload.count < 65_536 ? 2 : 8)
        let mask: UInt8 = isMasked ? 0x80 : 0
        var bytes = [first, mask | (size == 0 ? UInt8(payload.count) : size == 2 ? 126 : 127)]
        for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: payload.count >> (8 * (size - 1 - index)))) }
        guard isMasked else { return bytes + payload }
        return bytes + Self.key + payload.enumerated().map { $1 ^ Self.key[$0 % 4] }
    }
}

/// What a decoder makes of bytes that arrive in pieces of `pieceBytes`.
func decode(
    _ bytes: [UInt8], inPiecesOf pieceBytes: Int = .max, limits: WebSocketLimits = WebSocketLimits(), deflate: PerMessageDeflate? = nil,
    from sender: WebSocketRole = .client
) throws(WebSocketError) -> [WebSocketEvent] {
    var decoder = WebSocketDecoder(from: sender, limits: limits, deflate: deflate)
    var events: [WebSocketEvent] = []
    var start = 0
    while start < bytes.count {
        let end = pieceBytes < bytes.count - start ? start + pieceBytes : bytes.count
        let piece = Array(bytes[start..<end])
        var used = 0
        while used < piece.count {
            let (event, consumed) = try decoder.next(piece.span.extracting(used...))
            used += consumed
            if let event { events.append(event) }
        }
        start = end
    }
    return events
}

/// The error bytes end with; nil when they do not.
func failure(
    _ bytes: [UInt8], inPiecesOf pieceBytes: Int = .max, limits: WebSocketLimits = WebSocketLimits(), deflate: PerMessageDeflate? = nil
) -> WebSocketError? {
    do throws(WebSocketError) {
        _ = try decode(bytes, inPiecesOf: pieceBytes, limits: limits, deflate: deflate)
        return nil
    } catch {
        return error
    }
}

/// The widest agreement that a client's offer and a policy lead to.
func agreement(on offer: String, by policy: WebSocketCompression = WebSocketCompression()) -> PerMessageDeflate? {
    try? WebSocketHandshake(compression: policy).agree(to: handshake(["Sec-WebSocket-Extensions": offer])).deflate
}
