import HTTPCore
import Reactor

extension Connection {
    /// Whether more bytes from the peer are of use now.
    var wantsToRead: Bool {
        if closesAfterFlush || machine.isClosed { return false }
        if body.isReading { return body.waitingBytes < configuration.streamBufferBytes }
        // A peer that sends pings and reads no pongs is not read either.
        if upgraded != nil && output.count >= configuration.streamBufferBytes { return false }
        return pendingBytes < configuration.pipelineBytes
    }

    var pendingBytes: Int { pending.count - pendingStart }

    /// Reads in one pass, 1 MiB together: a flood that nobody has to wait for does not hold the loop.
    private static var readsPerPass: Int { 16 }

    /// Receives what is there; a short read means drained.
    func readAvailable(on loop: isolated EventLoop) {
        for _ in 0..<Self.readsPerPass where token != nil && wantsToRead {
            switch socket.read(into: state.scratch, count: LoopState.scratchBytes) {
            case .bytes(let count):
                take(UnsafeBufferPointer(start: state.scratch, count: count), on: loop)
                if count < LoopState.scratchBytes { return updateInterest(on: loop) }
            case .wouldBlock: return updateInterest(on: loop)
            case .end: return peerEnded(on: loop)
            case .failed: return perform(machine.peerClosed(), on: loop)
            }
        }
        updateInterest(on: loop)
    }

    private func peerEnded(on loop: isolated EventLoop) {
        // Whoever speaks another protocol hears of it now, and not when the rest is sent.
        upgraded?.close()
        // Answers to pipelined requests may still wait to be sent: they are, if the peer listens.
        let action = machine.peerClosed()
        perform(action == .close && !output.isEmpty ? .finish : action, on: loop)
    }

    private func take(_ bytes: UnsafeBufferPointer<UInt8>, on loop: isolated EventLoop) {
        guard pendingBytes == 0, !isConsuming else {
            pending.append(contentsOf: bytes)
            return consumePending(on: loop)
        }
        let consumed = consume(bytes, on: loop)
        if consumed < bytes.count && !machine.isClosed { pending.append(contentsOf: bytes[consumed...]) }
    }

    /// Goes on with bytes that waited for the request before them.
    func continueReading(on loop: isolated EventLoop) {
        armIdleDeadline(on: loop)
        guard !isConsuming else { return }
        consumePending(on: loop)
        updateInterest(on: loop)
    }

    /// So much of what was answered waits for the peer that nothing more is answered before it reads.
    private var isOutputFull: Bool { output.count >= configuration.streamBufferBytes }

    /// Goes on with requests that waited for the peer to read, when it has.
    func continueAfterReading(on loop: isolated EventLoop) {
        if machine.readsHead, !isOutputFull { consumePending(on: loop) }
    }

    private func consumePending(on loop: isolated EventLoop) {
        guard !isConsuming, pendingBytes > 0 else { return }
        // Taken out while it is read: what arrives meanwhile is appended behind the rest.
        let bytes = pending
        let start = pendingStart
        pending = []
        pendingStart = 0
        let consumed = bytes.withUnsafeBufferPointer { consume(UnsafeBufferPointer(rebasing: $0[start...]), on: loop) }
        guard !machine.isClosed, start + consumed < bytes.count else { return }
        // What was read is let go as soon as it is the larger part: a peer that is always ahead would make it grow for ever.
        if pending.isEmpty, start + consumed <= bytes.count / 2 {
            pending = bytes
            pendingStart = start + consumed
        } else {
            pending = bytes[(start + consumed)...] + pending
        }
    }

    /// Reads requests and contents from the front of `bytes` until more is needed or a handler is busy; returns how many it used up.
    private func consume(_ bytes: UnsafeBufferPointer<UInt8>, on loop: isolated EventLoop) -> Int {
        isConsuming = true
        defer { isConsuming = false }
        var used = 0
        while used < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[used...])
            let count: Int?
            if body.isReading {
                count = consumeBody(rest, on: loop)
            } else if machine.readsHead {
                // Who pipelines and does not read gets no further answers made: they would gather here without a bound.
                count = isOutputFull ? nil : consumeHead(rest, on: loop)
            } else if machine.phase == .lingering || machine.isClosed {
                count = rest.count
            } else {
                count = consumeUpgraded(rest, on: loop)
            }
            guard let count else { break }
            used += count
        }
        return used
    }

    private func consumeHead(_ bytes: UnsafeBufferPointer<UInt8>, on loop: isolated EventLoop) -> Int? {
        do throws(ParseError) {
            guard let (head, consumed) = try parser.parse(bytes.span) else {
                if parser.hasStarted && machine.phase == .idle {
                    machine.headStarted()
                    readDeadline.set(configuration.headerTimeout, from: loop.now)
                }
                return nil
            }
            parser.reset()
            return consumed + begin(head, following: UnsafeBufferPointer(rebasing: bytes[consumed...]), on: loop)
        } catch {
            perform(machine.headFailed(error), on: loop)
            return bytes.count
        }
    }

    private func consumeBody(_ bytes: UnsafeBufferPointer<UInt8>, on loop: isolated EventLoop) -> Int {
        machine.bodyArrived()
        // What nobody reads has one time-out for all of it: byte by byte it could take for ever.
        if machine.isHandling { readDeadline.set(configuration.bodyProgressTimeout, from: loop.now) }
        switch body.consume(bytes) {
        case .more(let consumed): return consumed
        case .ended(let consumed):
            if machine.phase != .lingering { readDeadline.clear() }
            _ = machine.bodyEnded()
            armIdleDeadline(on: loop)
            return consumed
        case .failed:
            machine.bodyFailed()
            if machine.phase == .lingering { perform(.linger, on: loop) }
            return bytes.count
        }
    }

    private func armIdleDeadline(on loop: isolated EventLoop) {
        if machine.phase == .idle { readDeadline.set(configuration.idleTimeout, from: loop.now) }
    }
}
