import HTTPCore

/// What a connection does next, decided without I/O: events go in, one action comes out.
///
/// One request at a time is handled; pipelined ones wait, so answers leave in order (RFC 9112 §9.3.2).
struct ConnectionStateMachine: Equatable {
    /// Where the connection stands.
    enum Phase: Equatable {
        /// Between requests, nothing of the next one seen.
        case idle
        /// Part of a head was read.
        case readingHead
        /// A request is with its handler.
        case handling(Exchange)
        /// Another protocol is spoken; what it says is none of our business.
        case upgraded
        /// The answer is out; the rest of its body is read and dropped.
        case discarding
        /// Our side is done: what the peer still sends is dropped for a moment, so that a reset does not destroy our answer (RFC 9112 §9.6).
        case lingering
        /// Nothing more happens.
        case closed
    }

    /// What matters of the request under way.
    struct Exchange: Equatable {
        /// The peer wants to go on afterwards.
        var keepAlive: Bool
        /// Bytes of the body are still to come.
        var bodyPending: Bool
        /// The peer waits for `100 Continue` before it sends the body (RFC 9110 §10.1.1).
        var continuePending: Bool
        /// The answer's head was written.
        var responding = false
    }

    /// What the connection is to do.
    enum Action: Equatable {
        case wait
        /// Hand the request to its handler.
        case dispatch
        /// Write `100 Continue`.
        case sendContinue
        /// Answer with this status, then linger and close.
        case refuse(Refusal)
        /// Look for the next request.
        case next
        /// Read and drop the rest of the body.
        case discardBody
        /// Send what is written, say that it was all, and listen to the peer for a moment.
        case linger
        /// Send what is written, then close.
        case finish
        /// Close now.
        case close
        /// Close now and cancel the handler.
        case cancelHandler
    }

    private(set) var phase = Phase.idle
    /// The server is going away: every answer says `Connection: close`.
    var draining = false

    var isHandling: Bool { if case .handling = phase { true } else { false } }
    var isClosed: Bool { phase == .closed }

    /// Whether bytes from the peer are parsed as a head now.
    var readsHead: Bool { phase == .idle || phase == .readingHead }

    // MARK: Reading

    /// Bytes of a head came, not yet all.
    mutating func headStarted() { if phase == .idle { phase = .readingHead } }

    /// A head was read whole. `bodyThere` says that its content is there too.
    mutating func headEnded(keepAlive: Bool, bodyThere: Bool, expectsContinue: Bool) -> Action {
        phase = .handling(Exchange(keepAlive: keepAlive, bodyPending: !bodyThere, continuePending: expectsContinue && !bodyThere))
        return .dispatch
    }

    /// Bytes that are no request.
    mutating func headFailed(_ error: ParseError) -> Action {
        phase = .lingering
        return .refuse(.malformed(error))
    }

    /// The handler asks for bytes of the body.
    mutating func bodyWanted() -> Action {
        guard case .handling(var exchange) = phase, exchange.continuePending, !exchange.responding else { return .wait }
        exchange.continuePending = false
        phase = .handling(exchange)
        return .sendContinue
    }

    /// Bytes of the body came: a peer that waited for 100 waits no more.
    mutating func bodyArrived() {
        guard case .handling(var exchange) = phase else { return }
        exchange.continuePending = false
        phase = .handling(exchange)
    }

    /// The body was read to its end.
    mutating func bodyEnded() -> Action {
        switch phase {
        case .handling(var exchange):
            exchange.bodyPending = false
            exchange.continuePending = false
            phase = .handling(exchange)
            return .wait
        case .discarding:
            phase = .idle
            return .next
        default: return .wait
        }
    }

    /// The body's framing is broken, or it stopped coming: nothing after it can be trusted.
    mutating func bodyFailed() {
        guard case .handling(var exchange) = phase else {
            phase = .lingering
            return
        }
        exchange.keepAlive = false
        exchange.bodyPending = true
        phase = .handling(exchange)
    }

    // MARK: Answering

    /// The answer's head is about to be written: whether the connection goes on afterwards.
    ///
    /// `unreadIsShort` says that the rest of the body is worth reading to keep the connection.
    mutating func responseStarts(unreadIsShort: Bool) -> Bool {
        guard case .handling(var exchange) = phase else { return false }
        exchange.responding = true
        if draining || exchange.bodyPending && (exchange.continuePending || !unreadIsShort) { exchange.keepAlive = false }
        phase = .handling(exchange)
        return exchange.keepAlive
    }

    /// The answer was written whole; `untilClose` says that only closing ends it (HTTP/1.0).
    mutating func responseEnded(untilClose: Bool = false) -> Action {
        guard case .handling(let exchange) = phase else { return .wait }
        if untilClose || !exchange.keepAlive {
            phase = exchange.bodyPending ? .lingering : .closed
            return exchange.bodyPending ? .linger : .finish
        }
        phase = exchange.bodyPending ? .discarding : .idle
        return exchange.bodyPending ? .discardBody : .next
    }

    /// The answer could not be finished: the peer must not take it for whole.
    mutating func responseFailed() -> Action {
        phase = .closed
        return .close
    }

    // MARK: Another protocol

    /// A 101 is about to be written: false when the request's content is not there whole, for nobody could tell it from the new protocol's bytes.
    mutating func upgradeStarts() -> Bool {
        guard case .handling(let exchange) = phase, !exchange.bodyPending, !exchange.responding else { return false }
        phase = .upgraded
        return true
    }

    /// Whoever spoke the other protocol is done.
    mutating func upgradeEnded() -> Action {
        guard phase == .upgraded else { return .wait }
        phase = .lingering
        return .linger
    }

    // MARK: Ends

    /// The server goes away while nothing is under way here.
    mutating func retire() { if phase == .idle { phase = .lingering } }

    /// The peer sends no more, or is gone.
    mutating func peerClosed() -> Action {
        let before = phase
        phase = .closed
        switch before {
        case .handling: return .cancelHandler
        case .idle: return .finish
        default: return .close
        }
    }

    /// A time-out of the current phase ran out.
    mutating func timedOut() -> Action {
        switch phase {
        case .readingHead:
            phase = .lingering
            return .refuse(.headTimedOut)
        case .handling, .upgraded: return .wait
        default:
            phase = .closed
            return .close
        }
    }
}
