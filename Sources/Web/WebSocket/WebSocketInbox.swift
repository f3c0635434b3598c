import WebSocketCore

/// Messages that wait for the handler, in order.
struct WebSocketInbox {
    /// Short messages cost more than their bytes.
    static let maximumCount = 256

    private var messages: [WebSocketMessage] = []
    private var first = 0
    private var bytes = 0

    var isEmpty: Bool { first == messages.count }

    /// Whether the peer should wait.
    func isFull(_ limitBytes: Int) -> Bool { bytes >= limitBytes || messages.count - first >= Self.maximumCount }

    mutating func add(_ message: WebSocketMessage) {
        messages.append(message)
        bytes += message.byteCount
    }

    mutating func take() -> WebSocketMessage? {
        guard !isEmpty else { return nil }
        let message = messages[first]
        messages[first] = .binary([])
        first += 1
        bytes -= message.byteCount
        if isEmpty {
            messages.removeAll(keepingCapacity: true)
            first = 0
        } else if first >= Self.maximumCount {
            messages.removeFirst(first)
            first = 0
        }
        return message
    }
}
