import HTTPCore
import Reactor

/// A peer for whom there is no room: told so in HTTP, then listened to for a moment, so that a reset does not destroy the answer (RFC 9112 §9.6).
///
/// Costs a descriptor, no parser and no buffer, and does not count as a connection. Lives on the loop that accepted it.
final class RefusedConnection {
    private let socket: Socket
    private let peer: String
    private let state: LoopState
    private var token: ReadinessToken?
    private var deadline = ConnectionDeadline()
    /// How much more the peer may send.
    private var patienceBytes: Int

    init(socket: Socket, peer: String, state: LoopState) {
        self.socket = socket
        self.peer = peer
        self.state = state
        patienceBytes = state.shared.configuration.unreadBodyBytes
    }

    /// Answers, and listens when few others are listened to.
    func start(on loop: isolated EventLoop) {
        answer()
        guard state.refused.count < state.shared.refusedPerLoop, let token = try? loop.register(socket.descriptor, for: .readable, self) else {
            return socket.close()
        }
        self.token = token
        deadline.set(state.shared.configuration.lingerTimeout, from: loop.now)
        state.refused[socket.descriptor] = self
    }

    /// The request is not waited for: whatever it is, this is the answer.
    private func answer() {
        var bytes: [UInt8] = []
        state.write(state.shared.configuration.refuse(.tooManyConnections, peer), into: &bytes)
        _ = bytes.withUnsafeBufferPointer { socket.write($0.baseAddress!, count: $0.count) }
        socket.shutdownWrites()
    }

    func checkDeadline(at now: UInt64, on loop: isolated EventLoop) {
        if deadline.isOver(at: now) { close(on: loop) }
    }

    func close(on loop: isolated EventLoop) {
        guard let token else { return }
        self.token = nil
        loop.deregister(token)
        state.refused[socket.descriptor] = nil
        socket.close()
    }
}

extension RefusedConnection: ReadinessHandler {
    /// Drops what came. A flood does not hold the loop: one read per pass.
    func ready(_ readiness: Readiness, on loop: isolated EventLoop) {
        switch socket.read(into: state.scratch, count: LoopState.scratchBytes) {
        case .wouldBlock: break
        case .bytes(let count) where count < patienceBytes: patienceBytes -= count
        case .bytes, .end, .failed: close(on: loop)
        }
    }
}
