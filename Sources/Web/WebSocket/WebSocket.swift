public import JSON
public import WebSocketCore

/// A WebSocket whose handshake is done; may be used by several tasks, on any thread.
///
/// ```swift
/// routes.webSocket("/rooms/{room}") { (path: Path<RoomID>, user: CurrentUser, socket: WebSocket) in
///     while let message = try await socket.receive() { try await socket.send(message) }
/// }
/// ```
///
/// When the handler returns the socket is closed with 1000; when it throws, with a code that fits the error. When the peer closes, a handler that receives gets
/// nil after the last message; one that never received is cancelled. When the connection is lost, the handler is cancelled.
public struct WebSocket: Sendable {
    /// The subprotocol that was agreed on; nil for none.
    public let subprotocol: String?
    let session: WebSocketSession

    // MARK: Receiving

    /// The next message; nil when either side has closed.
    ///
    /// - Throws: `WebSocketError` when the peer broke a rule, did not answer a ping or was lost; `CancellationError`. One task may wait at a time.
    public func receive() async throws -> WebSocketMessage? { try await session.receive() }

    /// The next message as a JSON value, whether it came as text or as bytes.
    ///
    /// - Throws: `InvalidInput` with every problem, at the location `message`; if the handler lets it through, the peer hears 1007.
    public func receive<Value: JSONValue>(json type: Value.Type) async throws -> Value? {
        switch try await receive() {
        case .text(let text): try Value.decode(json: Array(text.utf8), location: ["message"])
        case .binary(let bytes): try Value.decode(json: bytes, location: ["message"])
        case nil: nil
        }
    }

    // MARK: Sending

    /// Sends a message; suspends while the peer reads slower than we send.
    ///
    /// - Throws: `WebSocketError.closed` after either side has closed, or why the socket was failed.
    public func send(_ message: WebSocketMessage) async throws(WebSocketError) {
        try await session.send { $0.write(message, into: &$1) }
    }

    /// Sends a text.
    public func send(text: String) async throws(WebSocketError) { try await send(.text(text)) }

    /// Sends bytes.
    public func send(bytes: [UInt8]) async throws(WebSocketError) { try await send(.binary(bytes)) }

    /// Sends a JSON value as text.
    public func send(json value: some JSONValue) async throws(WebSocketError) {
        let text = JSON.encode(value)
        try await session.send { $0.write(utf8: text, into: &$1) }
    }

    /// Sends a ping with at most 125 bytes; what is longer is cut. Not needed to keep the connection: the server does that.
    public func ping(_ payload: [UInt8] = []) async throws(WebSocketError) {
        try await session.send { $0.ping(Array(payload.prefix(125)), into: &$1) }
    }

    // MARK: Closing

    /// Closes; without effect when it is closed. A code that may not be sent (RFC 6455 §7.4) is left out, a reason of more than 123 bytes is cut.
    ///
    /// The peer's answer is waited for when the handler ends.
    public func close(_ code: WebSocketCloseCode = .normal, reason: String = "") { session.close(code, reason: reason) }

    /// How it ended; nil while it has not.
    public var end: WebSocketEnd? { session.end }
}

extension WebSocket: AsyncSequence {
    /// The messages in order.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let socket: WebSocket

        /// The next message; nil when either side has closed.
        public mutating func next() async throws -> WebSocketMessage? { try await socket.receive() }
    }

    /// The messages as a sequence, for one task at a time.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(socket: self) }
}
