import HTTPCore
import Platform
import Reactor

/// A file on its way to a socket, behind the output that was written before it: which part, and how much of that has left.
struct FileTransfer {
    /// What became of an attempt to send.
    enum Progress: Equatable {
        /// The file has left; what follows its last part waits in the output.
        case finished
        /// The peer must take something first.
        case blocked
        /// Enough for this pass of the loop: others have their turn.
        case paused
        /// The peer is gone.
        case failed
        /// The file is shorter than it was, or cannot be read.
        case broken(errno: Int32)
    }

    /// Files up to this length are not asked whether they are in memory.
    private static let shortBytes = 65_536

    /// File bytes sent per pass of the loop, so that one download does not hold it.
    private let passBytes: Int
    private let body: FileBody
    private var part = 0
    /// Bytes of the part that have left; nil before its prefix was written to the output.
    private var sent: Int?

    init(_ body: FileBody, passBytes: Int = 1 << 20) {
        self.body = body
        self.passBytes = passBytes
    }

    /// What of the file is sent next, at most one pass's worth; nil at its end, and for short files, which whoever opened them has mostly read already.
    var next: (file: OpenFile, range: Range<Int>)? {
        guard part < body.parts.count, body.lengthBytes > Self.shortBytes else { return nil }
        let range = body.parts[part].range, start = range.lowerBound + (sent ?? 0)
        return (body.file, start..<min(range.upperBound, start + passBytes))
    }

    /// Sends what the socket takes now, at most `passBytes`; `moved` says whether it took anything.
    mutating func send(after output: inout OutputBuffer, to socket: Socket) -> (progress: Progress, moved: Bool) {
        var left = passBytes, hasMoved = false
        while part < body.parts.count {
            let current = body.parts[part]
            if sent == nil {
                output.bytes += current.prefix
                sent = 0
            }
            if !output.isEmpty {
                let (progress, moved) = output.send(to: socket, moreFollows: true)
                hasMoved = hasMoved || moved
                if progress != .drained { return (progress == .blocked ? .blocked : .failed, hasMoved) }
            }
            guard left > 0 else { return (.paused, hasMoved) }
            switch socket.write(fromFile: body.file.descriptor, offset: current.range.lowerBound + sent!, count: min(left, current.range.count - sent!)) {
            case .bytes(let count):
                hasMoved = true
                left -= count
                advance(by: count, of: current)
            case .wouldBlock: return (.blocked, hasMoved)
            case .end: return (.broken(errno: 0), hasMoved)
            case .failed(let code): return (Self.isAboutPeer(code) ? .failed : .broken(errno: code), hasMoved)
            }
        }
        output.bytes += body.suffix
        return (.finished, hasMoved)
    }

    private mutating func advance(by count: Int, of current: FileBody.Part) {
        sent! += count
        guard sent == current.range.count else { return }
        part += 1
        sent = nil
    }
}
