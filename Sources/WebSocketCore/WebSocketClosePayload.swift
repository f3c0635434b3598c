/// The payload of a close frame: nothing, or a code of two bytes and a reason in UTF-8 (RFC 6455 §5.5.1).
enum WebSocketClosePayload {
    /// A control frame holds 125 bytes.
    static let maximumReasonBytes = 123

    static func parse(_ payload: [UInt8]) throws(WebSocketError) -> WebSocketEvent {
        if payload.isEmpty { return .close(.noStatus, reason: "") }
        guard payload.count >= 2 else { throw .violation(.badClosePayload) }
        let code = WebSocketCloseCode(rawValue: UInt16(payload[0]) << 8 | UInt16(payload[1]))
        guard code.mayBeSent else { throw .violation(.badCloseCode) }
        var progress = UTF8Progress()
        let isText = payload.withUnsafeBytes { progress.check(UnsafeRawBufferPointer(rebasing: $0[2...])) } && progress.isComplete
        guard isText else { throw .invalidText }
        return .close(code, reason: String(decoding: payload[2...], as: UTF8.self))
    }

    /// The payload for a code; none for one that is never sent. A long reason is cut between two characters.
    static func bytes(_ code: WebSocketCloseCode, _ reason: String) -> [UInt8] {
        guard code.mayBeSent else { return [] }
        var text = Array(reason.utf8.prefix(maximumReasonBytes))
        if text.count < reason.utf8.count { while !isCharacterStart(reason, text.count) { text.removeLast() } }
        return [UInt8(code.rawValue >> 8), UInt8(truncatingIfNeeded: code.rawValue)] + text
    }

    private static func isCharacterStart(_ text: String, _ offset: Int) -> Bool {
        text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: offset)] & 0xC0 != 0x80
    }
}
