import HTTPCore
import Platform
import Reactor
import Synchronization

/// One peer's socket, obeying its state machine. Lives on one loop; non-Sendable, so the compiler proves that it stays there.
///
/// Input is parsed where it was received (the loop's scratch memory); what must wait is copied to `pending`.
/// Output gathers in `output` and is sent when the loop's pass has nothing more to run.
final class Connection {
    let socket: Socket
    let peer: String
    let state: LoopState
    var configuration: ServerConfiguration { state.shared.configuration }

    @exclusivity(unchecked) var machine = ConnectionStateMachine()
    @exclusivity(unchecked) var parser: RequestParser
    /// Place in the loop's list.
    @exclusivity(unchecked) var place = 0
    @exclusivity(unchecked) var token: ReadinessToken?
    @exclusivity(unchecked) var interest: Readiness = [.readable, .peerClosed]

    // Reading
    @exclusivity(unchecked) var pending: [UInt8] = []
    @exclusivity(unchecked) var pendingStart = 0
    @exclusivity(unchecked) var body = BodyReader()
    @exclusivity(unchecked) var isConsuming = false
    @exclusivity(unchecked) var readDeadline = ConnectionDeadline()

    // Handling
    @exclusivity(unchecked) var head: RequestHead?
    @exclusivity(unchecked) var worker: RequestWorker?

    /// Who speaks another protocol on this connection; nil while it is HTTP.
    @exclusivity(unchecked) var upgraded: UpgradedConnection?

    /// What the answer under way needs that has no end of its own; nil for all others.
    @exclusivity(unchecked) var endless: EndlessAnswer?

    // Writing
    @exclusivity(unchecked) var output = OutputBuffer()
    /// The file that follows the output.
    @exclusivity(unchecked) var transfer: FileTransfer?
    /// What of it is being read from the disk, before it can be sent.
    @exclusivity(unchecked) var coldPart: (file: OpenFile, range: Range<Int>)?
    @exclusivity(unchecked) var isFlushScheduled = false
    /// The socket took less than we had: its readiness is waited for.
    @exclusivity(unchecked) var isWriteBlocked = false
    @exclusivity(unchecked) var closesAfterFlush = false
    @exclusivity(unchecked) var lingersAfterFlush = false
    @exclusivity(unchecked) var drainWaiter: LoopContinuation<Void>?
    @exclusivity(unchecked) var writeDeadline = ConnectionDeadline()

    init(socket: Socket, peer: String, state: LoopState) {
        self.socket = socket
        self.peer = peer
        self.state = state
        parser = RequestParser(limits: state.shared.configuration.requestLimits)
    }

    /// Registers with the loop and starts to listen to the peer.
    func start(on loop: isolated EventLoop) {
        do {
            token = try loop.register(socket.descriptor, for: interest, self)
        } catch {
            state.shared.logger.error("connection.register") { $0.field("error", "\(error)") }
            socket.close()
            return state.shared.dismiss(from: loop.index)
        }
        state.add(self)
        machine.draining = state.shared.draining.load(ordering: .relaxed)
        readDeadline.set(configuration.headerTimeout, from: loop.now)
    }

    /// Does what the machine decided.
    func perform(_ action: ConnectionStateMachine.Action, on loop: isolated EventLoop) {
        switch action {
        case .wait, .dispatch: break
        case .sendContinue:
            ResponseSerializer.continueResponse(into: &output.bytes)
            scheduleFlush(on: loop)
        case .refuse(let refusal): refuse(refusal, on: loop)
        case .next, .discardBody: continueReading(on: loop)
        case .linger:
            lingersAfterFlush = true
            scheduleFlush(on: loop)
        case .finish:
            closesAfterFlush = true
            if output.isEmpty { close(on: loop) } else { scheduleFlush(on: loop) }
        case .close: close(on: loop)
        case .cancelHandler:
            worker?.cancel()
            close(on: loop)
        }
    }

    /// Gives the socket and everything that waits on it back; safe to call twice.
    func close(on loop: isolated EventLoop) {
        guard let token else { return }
        self.token = nil
        _ = machine.peerClosed()
        loop.deregister(token)
        socket.close()
        body.fail(.disconnected)
        transfer = nil
        wakeWriter()
        upgraded?.close()
        pending = []
        pendingStart = 0
        output = OutputBuffer()
        state.remove(self)
        state.shared.dismiss(from: loop.index)
    }

    /// Watches the socket for what matters now.
    func updateInterest(on loop: isolated EventLoop) {
        guard let token else { return }
        var wanted: Readiness = []
        if wantsToRead { wanted.formUnion([.readable, .peerClosed]) }
        if !wantsToRead && !closesAfterFlush { wanted.insert(.peerClosed) }
        if isWriteBlocked { wanted.insert(.writable) }
        guard wanted != interest else { return }
        interest = wanted
        loop.modify(token, for: wanted)
    }

    /// Looked at twice a second.
    func checkDeadlines(at now: UInt64, on loop: isolated EventLoop) {
        if writeDeadline.isOver(at: now) { return abort(on: loop) }
        upgraded?.handler.tick(at: .nanoseconds(now), isSending: !output.isEmpty)
        beat(at: now, on: loop)
        guard readDeadline.isOver(at: now) else { return }
        readDeadline.clear()
        if body.isReading, machine.isHandling {
            // A handler that has not asked yet is slow itself; the peer is not to blame.
            guard body.isWanted else { return readDeadline.set(configuration.bodyProgressTimeout, from: loop.now) }
            machine.bodyFailed()
            return body.fail(.timedOut)
        }
        // Whoever still takes an answer is not idle: the write time-out looks after it.
        if machine.phase == .idle, !output.isEmpty { return readDeadline.set(configuration.idleTimeout, from: loop.now) }
        perform(machine.timedOut(), on: loop)
    }

    /// Ends the connection so that the peer cannot take what it got for whole.
    func abort(on loop: isolated EventLoop) {
        socket.resetOnClose()
        worker?.cancel()
        close(on: loop)
    }
}

extension Connection: ReadinessHandler {
    func ready(_ readiness: Readiness, on loop: isolated EventLoop) {
        if readiness.contains(.writable) && (!output.isEmpty || transfer != nil) { flush(on: loop) }
        guard token != nil else { return }
        if !readiness.isDisjoint(with: [.readable, .failed]) && interest.contains(.readable) {
            readAvailable(on: loop)
        } else if !readiness.isDisjoint(with: [.peerClosed, .failed]) {
            // Not reading, so the rest of what the peer sent is not wanted any more.
            perform(machine.peerClosed(), on: loop)
        }
    }
}
