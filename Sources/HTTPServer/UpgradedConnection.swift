import HTTPCore
import Platform
import Reactor

/// The way from whoever speaks the new protocol, on any thread, to a connection, which lives on its loop.
final class UpgradedConnection: UpgradedStream {
    private struct State {
        /// Written elsewhere, and on its way to the loop.
        var outbox: [UInt8] = []
        /// What waited in the connection when it was last looked at.
        var waitingBytes = 0
        var isClosed = false
        var waiters: [LoopContinuation<Void>] = []
    }

    let handler: any UpgradeHandler
    private let state = Lock(State())
    private let loop: EventLoop
    private let limitBytes: Int
    /// Touched on the loop alone.
    nonisolated(unsafe) private weak var connection: Connection?

    init(_ connection: Connection, _ handler: any UpgradeHandler, on loop: EventLoop) {
        self.connection = connection
        self.handler = handler
        self.loop = loop
        limitBytes = connection.configuration.streamBufferBytes
    }

    // MARK: Any thread

    func write(_ bytes: [UInt8]) {
        if loop.isCurrent { return loop.assumeIsolated { self.append(bytes, on: $0) } }
        let isFirst = state.withLock { state in
            guard !state.isClosed else { return false }
            state.outbox += bytes
            return state.outbox.count == bytes.count
        }
        if isFirst { loop.submit { self.append([], on: $0) } }
    }

    func drained() async throws(UpgradedStreamError) {
        if state.withLock({ isClear($0) }) == false {
            await withLoopContinuation { continuation in
                let isClear = state.withLock { state in
                    let isClear = self.isClear(state)
                    if !isClear { state.waiters.append(continuation) }
                    return isClear
                }
                if isClear { continuation.resume() }
            }
        }
        if state.withLock({ $0.isClosed }) { throw .disconnected }
    }

    func resumeReading() {
        onLoop { connection, loop in connection.continueReading(on: loop) }
    }

    func abort() {
        onLoop { connection, loop in connection.abort(on: loop) }
    }

    private func isClear(_ state: borrowing State) -> Bool { state.isClosed || state.waitingBytes + state.outbox.count < limitBytes }

    private func onLoop(_ body: @escaping @Sendable (Connection, isolated EventLoop) -> Void) {
        if loop.isCurrent {
            loop.assumeIsolated { if let connection = self.connection { body(connection, $0) } }
        } else {
            loop.submit { if let connection = self.connection { body(connection, $0) } }
        }
    }

    // MARK: On the loop

    /// What came from elsewhere first: the order of the calls is the order on the wire.
    func append(_ bytes: [UInt8], on loop: isolated EventLoop) {
        guard let connection, connection.token != nil, !connection.machine.isClosed else { return }
        let outbox = state.withLock { state in
            defer { state.outbox = [] }
            return state.outbox
        }
        if connection.output.bytes.capacity == 0 { connection.output.bytes = connection.state.takeOutput() }
        connection.output.bytes += outbox
        connection.output.bytes += bytes
        let waiting = connection.output.count
        state.withLock { $0.waitingBytes = waiting }
        connection.scheduleFlush(on: loop)
    }

    /// The peer took some.
    func sent(leaving waitingBytes: Int) {
        wake { $0.waitingBytes = waitingBytes }
    }

    /// The peer sends no more, or the connection is gone.
    func close() {
        guard !state.withLock({ $0.isClosed }) else { return }
        wake { state in
            state.isClosed = true
            state.outbox = []
        }
        handler.ended()
    }

    private func wake(_ change: (inout State) -> Void) {
        let woken: [LoopContinuation<Void>] = state.withLock { state in
            change(&state)
            guard isClear(state) else { return [] }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in woken { waiter.resume() }
    }
}
