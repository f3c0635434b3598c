/// The message whose fragments arrive (RFC 6455 §5.4).
struct PartialMessage {
    private(set) var isUnderWay = false
    private(set) var isCompressed = false
    private var isText = false
    private var fragmentCount = 0
    /// What the fragments declared together, as sent.
    private var declaredBytes = 0
    private var progress = UTF8Progress()
    var bytes: [UInt8] = []

    /// Another data frame begins.
    mutating func begin(_ head: WebSocketFrameHead, _ limits: WebSocketLimits) throws(WebSocketError) {
        guard isUnderWay == (head.opcode == .continuation) else { throw .violation(isUnderWay ? .messageUnfinished : .nothingToContinue) }
        if !isUnderWay {
            self = PartialMessage()
            isUnderWay = true
            isText = head.opcode == .text
            isCompressed = head.isCompressed
        }
        fragmentCount += 1
        guard fragmentCount <= limits.fragmentCount else { throw .tooManyFragments(limit: limits.fragmentCount) }
        // Deflated data may be longer than what it stands for, though never twice as long; without end it may not go on and stand for nothing.
        let limitBytes = isCompressed ? 2 * limits.messageBytes + 1_024 : limits.messageBytes
        guard head.length <= limitBytes - declaredBytes else { throw .messageTooLarge(limitBytes: limits.messageBytes) }
        declaredBytes += head.length
    }

    /// Checks what was added from `start` on.
    mutating func check(from start: Int) throws(WebSocketError) {
        guard isText, start < bytes.count else { return }
        var checked = progress
        let isValid = bytes.withUnsafeBytes { checked.check(UnsafeRawBufferPointer(rebasing: $0[start...])) }
        guard isValid else { throw .invalidText }
        progress = checked
    }

    /// The message, which has ended.
    mutating func take() throws(WebSocketError) -> WebSocketMessage {
        guard progress.isComplete else { throw .invalidText }
        isUnderWay = false
        let whole = bytes
        bytes = []
        return isText ? .text(String(decoding: whole, as: UTF8.self)) : .binary(whole)
    }
}
