import HTTPCore
import Reactor

extension Connection: Flushable {
    /// Sends in this pass, once there is nothing more to run.
    func scheduleFlush(on loop: isolated EventLoop) {
        guard !isFlushScheduled, token != nil else { return }
        isFlushScheduled = true
        loop.flushLater(self)
    }

    func flush(on loop: isolated EventLoop) {
        isFlushScheduled = false
        guard token != nil else { return }
        if transfer != nil { return sendFile(on: loop) }
        let (progress, moved) = output.send(to: socket)
        switch progress {
        case .drained:
            isWriteBlocked = false
            writeDeadline.clear()
            drained(on: loop)
        case .blocked:
            isWriteBlocked = true
            if moved || !interest.contains(.writable) { writeDeadline.set(configuration.writeTimeout, from: loop.now) }
            if output.count < configuration.streamBufferBytes / 4 { wakeWriter() }
            continueAfterReading(on: loop)
            updateInterest(on: loop)
        case .failed: perform(machine.peerClosed(), on: loop)
        }
    }

    private func drained(on loop: isolated EventLoop) {
        wakeWriter()
        if closesAfterFlush { return close(on: loop) }
        if lingersAfterFlush { return linger(on: loop) }
        if machine.phase == .idle || machine.phase == .upgraded {
            // Taken out first: an array with a second owner would be emptied by making another.
            var bytes: [UInt8] = []
            swap(&bytes, &output.bytes)
            state.giveBack(consume bytes)
        }
        continueAfterReading(on: loop)
        updateInterest(on: loop)
    }

    private func linger(on loop: isolated EventLoop) {
        lingersAfterFlush = false
        socket.shutdownWrites()
        readDeadline.set(configuration.lingerTimeout, from: loop.now)
        updateInterest(on: loop)
    }

    /// Adds a piece of a streamed body; false when the writer should wait for the peer.
    func writeBody(_ bytes: [UInt8], framing: ResponseFraming, on loop: isolated EventLoop) -> Bool {
        guard token != nil else { return true }
        endless?.wroteAt = loop.now
        if framing == .chunked { ResponseSerializer.chunk(bytes, into: &output.bytes) } else { output.bytes.append(contentsOf: bytes) }
        guard output.count >= configuration.streamBufferBytes else {
            scheduleFlush(on: loop)
            return true
        }
        flush(on: loop)
        return token == nil || output.count < configuration.streamBufferBytes
    }

    /// Suspends the writer until the peer took enough, or is gone.
    func waitUntilDrained() async { await waitForPeer { token == nil || output.count < configuration.streamBufferBytes } }

    /// Suspends the writer until `wakeWriter`, unless there is nothing to wait for.
    func waitForPeer(unless isDone: () -> Bool) async {
        await withLoopContinuation { continuation in
            // Looked at here, not before: the caller may have come over a queue, and the peer may have read meanwhile.
            if isDone() { continuation.resume() } else { drainWaiter = continuation }
        }
    }

    func wakeWriter() {
        drainWaiter?.resume()
        drainWaiter = nil
        upgraded?.sent(leaving: output.count)
    }
}
