import HTTPCore
import Reactor

/// One loop's part of a server: its listeners, its connections and the clock that looks after them. Lives on its loop.
final class ServerLoop {
    /// How often deadlines are looked at; they are never early and at most this late.
    private static let tick = Duration.milliseconds(500)

    let state: LoopState
    private var listeners: [Listener] = []
    private var timer: TimerID?

    init(shared: ServerShared) { state = LoopState(shared: shared) }

    func start(_ sockets: [Socket], adopt: @escaping @Sendable (Socket, SocketAddress, Int) -> Void, on loop: isolated EventLoop) throws(SystemError) {
        for socket in sockets {
            let listener = Listener(socket: socket, state: state, adopt: adopt)
            try listener.start(on: loop)
            listeners.append(listener)
        }
        timer = loop.schedule(after: Self.tick, self)
        loop.describeTask = { [weak state] in state?.activity(of: $0) }
    }

    /// From now on every answer says `Connection: close`; new connections are still taken.
    func beginLameDuck() {
        for connection in state.connections { connection.machine.draining = true }
    }

    /// Ends what waited longer than it may.
    func checkDeadlines(at now: UInt64, on loop: isolated EventLoop) {
        // Copies: what ends leaves its list.
        for connection in state.connections { connection.checkDeadlines(at: now, on: loop) }
        for refused in state.refused.values { refused.checkDeadline(at: now, on: loop) }
    }

    func stopListening(on loop: isolated EventLoop) {
        for listener in listeners { listener.stop(on: loop) }
        listeners = []
    }

    /// True while a handler runs, or what an answer left to be done.
    var isBusy: Bool { state.underWay > 0 }

    /// Closes connections that wait for a request, and asks those that would go on for ever to end; those that are at work go on.
    func closeIdle(on loop: isolated EventLoop) {
        for connection in state.connections { connection.goAway(on: loop) }
        for connection in state.connections where connection.machine.phase == .idle && connection.output.isEmpty { connection.retire(on: loop) }
    }

    /// Ends every connection and what answers left to be done, whatever they do.
    func closeAll(on loop: isolated EventLoop) {
        for connection in state.connections { connection.abort(on: loop) }
        for refused in state.refused.values { refused.close(on: loop) }
        state.cancelCompletions()
        state.dismissWorkers()
        if let timer { loop.cancel(timer) }
        timer = nil
    }
}

extension ServerLoop: TimerHandler {
    func timerFired(on loop: isolated EventLoop) {
        checkDeadlines(at: loop.now, on: loop)
        timer = loop.schedule(after: Self.tick, self)
    }
}

extension Connection {
    /// Says goodbye on an idle connection and listens for a moment, so that a request under way meets an end of stream and not a reset.
    func retire(on loop: isolated EventLoop) {
        machine.retire()
        perform(.linger, on: loop)
    }
}
