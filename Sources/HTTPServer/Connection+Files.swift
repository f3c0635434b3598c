import Glibc
import HTTPCore
import Platform
import Reactor

extension Connection {
    /// Sends the head and a file, and waits until the peer has taken all but what the socket holds; false when that cannot be.
    ///
    /// A small file leaves at once, in one pass and without a wait.
    func write(_ file: FileBody, on loop: isolated EventLoop) async -> Bool {
        transfer = FileTransfer(file)
        sendFile(on: loop)
        while transfer != nil {
            if let cold = coldPart { await readAhead(cold, on: loop) } else { await waitForPeer { transfer == nil || coldPart != nil } }
        }
        return token != nil
    }

    /// Sends as much as the socket takes and one pass may send; what lies on the disk only is read first.
    func sendFile(on loop: isolated EventLoop) {
        guard coldPart == nil else { return }
        if let next = transfer?.next, !configuration.readAhead.isInMemory(next.file, next.range.lowerBound) { return waitForDisk(next, on: loop) }
        sendWarmFile(on: loop)
    }

    private func sendWarmFile(on loop: isolated EventLoop) {
        guard let (progress, moved) = transfer?.send(after: &output, to: socket) else { return }
        switch progress {
        case .finished:
            isWriteBlocked = false
            writeDeadline.clear()
            transfer = nil
            wakeWriter()
            updateInterest(on: loop)
        case .blocked, .paused:
            // Level-triggered: a socket with room is reported again in the next pass.
            isWriteBlocked = true
            if moved || !interest.contains(.writable) { writeDeadline.set(configuration.writeTimeout, from: loop.now) }
            updateInterest(on: loop)
        case .failed: perform(machine.peerClosed(), on: loop)
        case .broken(let code): breakOff(code, on: loop)
        }
    }

    /// Leaves the socket alone until the disk has answered; the peer is not to blame for the time.
    private func waitForDisk(_ part: (file: OpenFile, range: Range<Int>), on loop: isolated EventLoop) {
        coldPart = part
        isWriteBlocked = false
        writeDeadline.clear()
        wakeWriter()
        updateInterest(on: loop)
    }

    private func readAhead(_ part: (file: OpenFile, range: Range<Int>), on loop: isolated EventLoop) async {
        let (file, range) = part, read = configuration.readAhead.read
        // Too many wait for the disk: then this loop waits for it too, for one pass.
        try? await state.shared.disk.run { read(file, range) }
        coldPart = nil
        sendWarmFile(on: loop)
    }

    /// The peer was promised more bytes than there are: it must not take what it has for the whole.
    private func breakOff(_ code: Int32, on loop: isolated EventLoop) {
        state.shared.logger.warning("response.broken") { line in
            line.field("error", code == 0 ? "the file became shorter while it was sent" : "file: \(String(cString: strerror(code)))")
            line.field("peer", peer)
        }
        _ = machine.responseFailed()
        abort(on: loop)
    }
}

extension FileTransfer {
    /// True for errors of the socket; others are the file's.
    static func isAboutPeer(_ code: Int32) -> Bool { [EPIPE, ECONNRESET, ENOTCONN, ETIMEDOUT, EHOSTUNREACH, ENETUNREACH, ENETDOWN].contains(code) }
}
