/// How a WebSocket ended.
public enum WebSocketEnd: Equatable, Sendable {
    /// The peer closed first.
    case byPeer(WebSocketCloseCode, reason: String)
    /// We closed first.
    case byUs(WebSocketCloseCode, reason: String)
    /// It was failed, or lost.
    case failed(WebSocketError)
}

/// When a WebSocket pings, closes and gives up (RFC 6455 §5.5, §7), decided without I/O: events go in, a reaction comes out.
///
/// A peer that closes is answered when the handler has taken every message before and asks for the next one: what it still sends arrives. One that never
/// asked for messages would not notice; it is cancelled after a second. Times are those of any monotonic clock.
public struct WebSocketStateMachine: Equatable, Sendable {
    /// Where the connection stands.
    public enum Phase: Equatable, Sendable {
        /// Messages go both ways.
        case open
        /// Nothing more comes; the handler has not taken all that came yet.
        case ending(since: Duration)
        /// Our close frame is out, the peer's is waited for.
        case closing(since: Duration)
        /// Nothing more is written or read.
        case closed
    }

    /// What is to be done.
    public struct Reaction: Equatable, Sendable {
        /// What is written.
        public enum Frame: Equatable, Sendable {
            /// A ping.
            case ping
            /// A close frame.
            case close(WebSocketCloseCode, reason: String)
        }

        /// What is written; nil for nothing.
        public var frame: Frame?
        /// The handler's task is cancelled.
        public var cancelsHandler = false
        /// The connection is dropped.
        public var aborts = false

        /// Things to do.
        public init(frame: Frame? = nil, cancelsHandler: Bool = false, aborts: Bool = false) {
            self.frame = frame
            self.cancelsHandler = cancelsHandler
            self.aborts = aborts
        }

        /// Nothing to do.
        public static let none = Reaction()
    }

    private enum Handler: Equatable, Sendable { case neverReceived, busy, waiting, gone }

    /// Where the connection stands.
    public private(set) var phase = Phase.open
    /// How it ended; nil while it has not.
    public private(set) var end: WebSocketEnd?

    private let timings: WebSocketTimings
    private var handler = Handler.neverReceived
    private var lastHeard: Duration
    private var lastMessage: Duration
    private var pingedAt: Duration?
    /// Nobody told the handler that we closed.
    private var isClosedUnasked = false

    /// A handler that has not asked for a message by then only sends.
    private static let firstReceiveTimeout = Duration.seconds(1)

    /// Begins at a time.
    public init(timings: WebSocketTimings, now: Duration) {
        self.timings = timings
        lastHeard = now
        lastMessage = now
    }

    /// Whether messages may be sent.
    public var maySend: Bool {
        switch phase {
        // What came before the peer's close, or before its broken frame, is still answered.
        case .open, .ending: true
        case .closing, .closed: false
        }
    }

    /// Whether messages of the peer are of use.
    public var wantsMessages: Bool {
        switch phase {
        case .open, .closing: handler != .gone
        case .ending, .closed: false
        }
    }

    // MARK: The peer

    /// Bytes came: the peer is there.
    public mutating func heard(at now: Duration) {
        lastHeard = now
        pingedAt = nil
    }

    /// A message came, and a handler that waits for one will hear of it.
    public mutating func messageArrived(at now: Duration) {
        lastMessage = now
        if handler == .waiting { handler = .busy }
    }

    /// A message was sent.
    public mutating func messageSent(at now: Duration) { lastMessage = now }

    /// A close frame came.
    public mutating func peerClosed(_ code: WebSocketCloseCode, reason: String, at now: Duration) -> Reaction {
        switch phase {
        case .open: return finish(.byPeer(code, reason: reason), at: now)
        case .ending, .closed: return .none
        case .closing: return closed()
        }
    }

    /// The peer broke a rule.
    public mutating func failed(_ error: WebSocketError, at now: Duration) -> Reaction {
        switch phase {
        case .open: return finish(.failed(error), at: now)
        case .ending, .closed: return .none
        case .closing: return closed()
        }
    }

    /// The connection is gone.
    public mutating func lost() -> Reaction {
        switch phase {
        case .open:
            phase = .closed
            end = .failed(.disconnected)
            return Reaction(cancelsHandler: handler != .gone)
        case .ending:
            phase = .closed
            return Reaction(cancelsHandler: handler == .neverReceived)
        case .closing: return closed()
        case .closed: return .none
        }
    }

    private mutating func finish(_ end: WebSocketEnd, at now: Duration) -> Reaction {
        self.end = end
        phase = .ending(since: now)
        return handler == .busy || handler == .neverReceived ? .none : settle()
    }

    /// Both sides have closed; a handler that only sends hears of it.
    private mutating func closed() -> Reaction {
        phase = .closed
        return Reaction(cancelsHandler: isClosedUnasked && handler == .neverReceived)
    }

    /// Answers what ended the connection; nothing is written after that.
    private mutating func settle() -> Reaction {
        phase = .closed
        switch end {
        case .byPeer(let code, _): return Reaction(frame: .close(code, reason: ""))
        case .failed(let error): return Reaction(frame: .close(error.closeCode, reason: error.reason))
        case .byUs, nil: return .none
        }
    }

    // MARK: The handler

    /// The handler asks for a message and there is none.
    public mutating func handlerWaits() -> Reaction {
        handler = .waiting
        if case .ending = phase { return settle() }
        return .none
    }

    /// The handler took a message.
    public mutating func handlerTook() { handler = .busy }

    /// The handler closes.
    public mutating func close(_ code: WebSocketCloseCode, reason: String, at now: Duration) -> Reaction {
        switch phase {
        case .open:
            phase = .closing(since: now)
            end = .byUs(code, reason: reason)
            return Reaction(frame: .close(code, reason: reason))
        case .ending: return settle()
        case .closing, .closed: return .none
        }
    }

    /// The handler has ended; it closes when it had not.
    public mutating func handlerEnded(_ code: WebSocketCloseCode, reason: String, at now: Duration) -> Reaction {
        handler = .gone
        return close(code, reason: reason, at: now)
    }

    // MARK: The server

    /// The server goes down.
    public mutating func goAway(at now: Duration) -> Reaction {
        closeUnasked(.goingAway, reason: "", at: now)
    }

    private mutating func closeUnasked(_ code: WebSocketCloseCode, reason: String, at now: Duration) -> Reaction {
        guard phase == .open else { return .none }
        isClosedUnasked = true
        return close(code, reason: reason, at: now)
    }

    /// Time has passed. While `isReading` is false the peer is not listened to, so its silence is ours; while `isSending` it still takes what was written
    /// before our ping or close frame, so its time to answer has not begun.
    public mutating func tick(at now: Duration, isReading: Bool = true, isSending: Bool = false) -> Reaction {
        if !isReading || isSending { heard(at: now) }
        switch phase {
        case .closing where isSending:
            phase = .closing(since: now)
            return .none
        case .open: return tickOpen(at: now)
        case .ending(let since) where now - since >= endingTimeout:
            var reaction = settle()
            reaction.cancelsHandler = handler != .gone
            return reaction
        case .closing(let since) where now - since >= timings.closeTimeout:
            phase = .closed
            return Reaction(cancelsHandler: handler != .gone, aborts: true)
        default: return .none
        }
    }

    private var endingTimeout: Duration {
        handler == .neverReceived ? min(Self.firstReceiveTimeout, timings.closeTimeout) : timings.closeTimeout
    }

    private mutating func tickOpen(at now: Duration) -> Reaction {
        if let pingedAt {
            guard now - pingedAt >= timings.pongTimeout else { return .none }
            phase = .closed
            end = .failed(.timedOut)
            return Reaction(cancelsHandler: handler != .gone, aborts: true)
        }
        if let idleTimeout = timings.idleTimeout, now - lastMessage >= idleTimeout {
            return closeUnasked(.normal, reason: "no message for a while", at: now)
        }
        guard now - lastHeard >= timings.pingInterval else { return .none }
        pingedAt = now
        return Reaction(frame: .ping)
    }
}
