import Glibc
import HTTPCore
import Platform
import Reactor

/// Takes connections of one address on one loop. Lives on that loop.
final class Listener: ReadinessHandler {
    /// Connections taken per readiness report, so that a flood does not starve those that are there.
    private static let batch = 64
    /// How long accepting rests when descriptors are used up: some connection must end first.
    private static let rest = Duration.milliseconds(50)

    private let socket: Socket
    private let state: LoopState
    private let adopt: @Sendable (Socket, SocketAddress, Int) -> Void
    private var token: ReadinessToken?
    /// Descriptors are used up, and the log knows.
    private var isStarved = false

    init(socket: Socket, state: LoopState, adopt: @escaping @Sendable (Socket, SocketAddress, Int) -> Void) {
        self.socket = socket
        self.state = state
        self.adopt = adopt
    }

    func start(on loop: isolated EventLoop) throws(SystemError) {
        token = try loop.register(socket.descriptor, for: .readable, self)
    }

    func ready(_ readiness: Readiness, on loop: isolated EventLoop) {
        accept(atMost: Self.batch, on: loop)
    }

    /// Takes what the kernel has completed already, then closes: nobody who was let in is reset.
    func stop(on loop: isolated EventLoop) {
        guard let token else { return }
        accept(atMost: .max, on: loop)
        loop.deregister(token)
        socket.close()
        self.token = nil
    }

    private func accept(atMost limit: Int, on loop: isolated EventLoop) {
        for _ in 0..<limit {
            do throws(SystemError) {
                let (connection, peer) = try socket.accept()
                isStarved = false
                place(connection, from: peer, on: loop)
            } catch {
                if error.code != EAGAIN { pause(after: error, on: loop) }
                return
            }
        }
    }

    private func place(_ connection: Socket, from peer: SocketAddress, on loop: isolated EventLoop) {
        let home = state.shared.home(for: loop.index)
        guard state.shared.admit(to: home) else { return RefusedConnection(socket: connection, peer: peer.host, state: state).start(on: loop) }
        if home == loop.index {
            Connection(socket: connection, peer: peer.host, state: state).start(on: loop)
        } else {
            adopt(connection, peer, home)
        }
    }

    /// Rests, so that a connection that cannot be taken does not keep the loop awake; said once until the next one is taken.
    private func pause(after error: SystemError, on loop: isolated EventLoop) {
        guard let token else { return }
        if !isStarved { state.shared.logger.error("accept.paused") { $0.field("error", error.description) } }
        isStarved = true
        loop.modify(token, for: [])
        loop.schedule(after: Self.rest, self)
    }
}

extension Listener: TimerHandler {
    /// Accepting has rested.
    func timerFired(on loop: isolated EventLoop) {
        if let token { loop.modify(token, for: .readable) }
    }
}
