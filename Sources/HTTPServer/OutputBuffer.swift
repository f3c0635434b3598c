import Reactor

/// Bytes on their way to a socket, sent from the front.
struct OutputBuffer {
    /// What waits or was sent since the buffer was last empty; serialisers append here.
    var bytes: [UInt8] = []
    private var sent = 0

    /// What became of an attempt to send.
    enum Progress: Equatable {
        case drained
        case blocked
        case failed
    }

    /// Bytes that wait.
    var count: Int { bytes.count - sent }
    var isEmpty: Bool { count == 0 }

    /// Sends what the socket takes now; `moved` says whether it took anything, `moreFollows` that something else is sent at once.
    mutating func send(to socket: Socket, moreFollows: Bool = false) -> (progress: Progress, moved: Bool) {
        var moved = false
        while sent < bytes.count {
            let transfer = bytes.withUnsafeBufferPointer { socket.write($0.baseAddress! + sent, count: $0.count - sent, moreFollows: moreFollows) }
            switch transfer {
            case .bytes(let count):
                sent += count
                moved = true
            case .wouldBlock:
                dropSent()
                return (.blocked, moved)
            case .end, .failed:
                return (.failed, moved)
            }
        }
        sent = 0
        bytes.removeAll(keepingCapacity: true)
        return (.drained, moved)
    }

    /// Keeps the memory of sent bytes from growing while a slow reader takes the rest.
    private mutating func dropSent() {
        guard sent > 65_536, sent > count else { return }
        bytes.removeFirst(sent)
        sent = 0
    }
}
