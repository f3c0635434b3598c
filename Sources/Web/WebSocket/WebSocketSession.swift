import HTTPCore
import Platform
import Reactor
import WebSocketCore

/// What connects a handler with its connection: frames in, messages waiting; messages in, frames out. `WebSocketStateMachine` decides.
final class WebSocketSession: Sendable {
    struct State {
        var machine: WebSocketStateMachine
        var stream: (any UpgradedStream)?
        /// The loop's time when it was last told.
        var now = Duration.zero
        var inbox = WebSocketInbox()
        var isReceiving = false
        var receiver: LoopContinuation<Void>?
        var closer: LoopContinuation<Void>?
    }

    let state: Lock<State>
    private let options: WebSocketOptions
    private let subprotocol: String?
    private let handler: @Sendable (WebSocket) async throws -> Void
    /// Bytes are received on the loop, one piece after the other.
    nonisolated(unsafe) private var decoder: WebSocketDecoder
    /// Used under the lock.
    nonisolated(unsafe) private var encoder: WebSocketEncoder
    /// The handler's task, while it runs, and whether it is cancelled, which it may be before it runs. A lock of its own: cancelling calls back.
    private let running = Lock((task: HandlerTask?.none, isCancelled: false))

    init(_ agreement: WebSocketHandshake.Agreement, _ options: WebSocketOptions, _ handler: @escaping @Sendable (WebSocket) async throws -> Void) {
        self.options = options
        self.handler = handler
        subprotocol = agreement.subprotocol
        decoder = WebSocketDecoder(from: .client, limits: options.limits, deflate: agreement.deflate)
        encoder = WebSocketEncoder(.server, deflate: agreement.deflate)
        state = Lock(State(machine: WebSocketStateMachine(timings: options.timings, now: .zero)))
    }

    var end: WebSocketEnd? { state.withLock { $0.machine.end } }

    /// Lets an event happen, and does what follows.
    private func happen(_ event: (inout State) -> WebSocketStateMachine.Reaction) {
        let (reaction, stream, woken): (WebSocketStateMachine.Reaction, (any UpgradedStream)?, [LoopContinuation<Void>]) = state.withLock { state in
            let reaction = event(&state)
            if let frame = reaction.frame { write(frame, state.stream) }
            return (reaction, state.stream, state.takeWoken())
        }
        for waiter in woken { waiter.resume() }
        if reaction.cancelsHandler { cancelHandler() }
        if reaction.aborts { stream?.abort() }
    }

    private func cancelHandler() {
        running.withLock { running in
            running.isCancelled = true
            running.task?.task.cancel()
        }
    }

    private func write(_ frame: WebSocketStateMachine.Reaction.Frame, _ stream: (any UpgradedStream)?) {
        var bytes: [UInt8] = []
        switch frame {
        case .ping: encoder.ping(into: &bytes)
        case .close(let code, let reason): encoder.close(code, reason: reason, into: &bytes)
        }
        stream?.write(bytes)
    }
}

/// A task that any thread may cancel before it ends.
private struct HandlerTask: @unchecked Sendable {
    var task: UnsafeCurrentTask
}

extension WebSocketSession.State {
    /// Who has waited long enough.
    fileprivate mutating func takeWoken() -> [LoopContinuation<Void>] {
        var woken: [LoopContinuation<Void>] = []
        let isOver = machine.phase == .closed
        if !inbox.isEmpty || isOver, let waiter = receiver.take() { woken.append(waiter) }
        if isOver, let waiter = closer.take() { woken.append(waiter) }
        return woken
    }
}

// MARK: - The handler's side

extension WebSocketSession {
    func send(_ encode: (inout WebSocketEncoder, inout [UInt8]) -> Void) async throws(WebSocketError) {
        let stream: Result<any UpgradedStream, WebSocketError> = state.withLock { state in
            guard state.machine.maySend, let stream = state.stream else { return .failure(state.machine.sendingError) }
            var bytes: [UInt8] = []
            encode(&encoder, &bytes)
            stream.write(bytes)
            state.machine.messageSent(at: state.now)
            return .success(stream)
        }
        do { try await stream.get().drained() } catch { throw error as? WebSocketError ?? .disconnected }
    }

    func close(_ code: WebSocketCloseCode, reason: String) { happen { $0.machine.close(code, reason: reason, at: $0.now) } }

    func receive() async throws -> WebSocketMessage? {
        guard
            state.withLock({ state in
                defer { state.isReceiving = true }
                return !state.isReceiving
            })
        else { throw WebSocketError.alreadyReceiving }
        defer { state.withLock { $0.isReceiving = false } }
        while true {
            if let message = takeMessage() { return message }
            happen { $0.machine.handlerWaits() }
            if let end = state.withLock({ $0.machine.phase == .closed && $0.inbox.isEmpty ? $0.machine.end : nil }) { return try result(of: end) }
            try Task.checkCancellation()
            await waitForNews()
        }
    }

    private func result(of end: WebSocketEnd) throws -> WebSocketMessage? {
        if case .failed(let error) = end { throw error }
        return nil
    }

    private func takeMessage() -> WebSocketMessage? {
        let limitBytes = options.inboxBytes
        let (message, stream): (WebSocketMessage?, (any UpgradedStream)?) = state.withLock { state in
            let wasFull = state.inbox.isFull(limitBytes)
            let message = state.inbox.take()
            if message != nil { state.machine.handlerTook() }
            return (message, wasFull && !state.inbox.isFull(limitBytes) ? state.stream : nil)
        }
        stream?.resumeReading()
        return message
    }

    private func waitForNews() async {
        await withTaskCancellationHandler {
            await withLoopContinuation { continuation in
                let isReady = state.withLock { state in
                    if !state.inbox.isEmpty || state.machine.phase == .closed || Task.isCancelled { return true }
                    state.receiver = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.receiver.take() }?.resume()
        }
    }
}

// MARK: - The connection's side

extension WebSocketSession: UpgradeHandler {
    func begin(on stream: any UpgradedStream, at now: Duration) {
        state.withLock { state in
            state.stream = stream
            state.now = now
            state.machine = WebSocketStateMachine(timings: options.timings, now: now)
        }
    }

    func run() async throws {
        let task = withUnsafeCurrentTask { $0.map(HandlerTask.init) }
        running.withLock { running in
            running.task = task
            if running.isCancelled { task?.task.cancel() }
        }
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await handler(WebSocket(subprotocol: subprotocol, session: self))) } catch { outcome = .failure(error) }
        running.withLock { $0.task = nil }
        let (code, reason) = WebSocketCloseCode.fitting(outcome)
        happen { state in
            state.inbox = WebSocketInbox()
            return state.machine.handlerEnded(code, reason: reason, at: state.now)
        }
        // What came meanwhile is dropped, so that the peer's close frame is found behind it.
        state.withLock { $0.stream }?.resumeReading()
        await waitForEnd()
        // The stream knows us, too.
        state.withLock { $0.stream = nil }
        try outcome.get()
    }

    /// The peer's close frame, the end of our patience or of the connection.
    private func waitForEnd() async {
        await withLoopContinuation { continuation in
            let isOver = state.withLock { state in
                let isOver = state.machine.phase == .closed
                if !isOver { state.closer = continuation }
                return isOver
            }
            if isOver { continuation.resume() }
        }
    }

    func received(_ bytes: Span<UInt8>, at now: Duration) -> Int {
        state.withLock { state in
            state.now = now
            state.machine.heard(at: now)
        }
        var consumed = 0
        while consumed < bytes.count {
            switch state.withLock({ $0.appetite(options.inboxBytes) }) {
            case .none: return consumed
            case .drops: return bytes.count
            case .reads: break
            }
            do throws(WebSocketError) {
                let (event, count) = try decoder.next(bytes.extracting(consumed...))
                consumed += count
                if let event { take(event) }
            } catch {
                happen { $0.machine.failed(error, at: now) }
                return bytes.count
            }
        }
        return consumed
    }

    private func take(_ event: WebSocketEvent) {
        happen { state in
            switch event {
            case .message(let message) where state.machine.wantsMessages:
                state.inbox.add(message)
                state.machine.messageArrived(at: state.now)
            case .ping(let payload) where state.machine.maySend:
                var bytes: [UInt8] = []
                encoder.pong(payload, into: &bytes)
                state.stream?.write(bytes)
            case .close(let code, let reason): return state.machine.peerClosed(code, reason: reason, at: state.now)
            case .message, .ping, .pong: break
            }
            return .none
        }
    }

    func ended() { happen { $0.machine.lost() } }

    func tick(at now: Duration, isSending: Bool) {
        let limitBytes = options.inboxBytes
        happen { state in
            state.now = now
            return state.machine.tick(at: now, isReading: !state.inbox.isFull(limitBytes), isSending: isSending)
        }
    }

    func goAway(at now: Duration) { happen { $0.machine.goAway(at: now) } }
}

extension WebSocketSession.State {
    fileprivate enum Appetite { case reads, drops, none }

    /// What is done with bytes now.
    fileprivate func appetite(_ limitBytes: Int) -> Appetite {
        switch machine.phase {
        case .ending, .closed: .drops
        case .open, .closing: inbox.isFull(limitBytes) ? .none : .reads
        }
    }
}
