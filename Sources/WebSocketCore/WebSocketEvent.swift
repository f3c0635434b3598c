/// A message, whole and checked.
public enum WebSocketMessage: Hashable, Sendable {
    /// Text.
    case text(String)
    /// Bytes.
    case binary([UInt8])

    /// How many bytes the content has.
    public var byteCount: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .binary(let bytes): bytes.count
        }
    }
}

/// What a decoder found.
public enum WebSocketEvent: Hashable, Sendable {
    /// A message ended.
    case message(WebSocketMessage)
    /// The peer wants a pong with the same payload (RFC 6455 §5.5.2).
    case ping([UInt8])
    /// The peer answers a ping, or says that it lives (§5.5.3).
    case pong([UInt8])
    /// The peer closes; `noStatus` when it did not say why (§5.5.1). Whatever follows is not read.
    case close(WebSocketCloseCode, reason: String)
}

/// Which end of a connection one is: a client masks what it sends, a server does not (RFC 6455 §5.1).
public enum WebSocketRole: Sendable {
    /// Sends with a mask.
    case client
    /// Sends without a mask.
    case server
}

/// Bounds on what a peer may send.
public struct WebSocketLimits: Sendable, Equatable {
    /// The longest message, decompressed; above it 1009.
    public var messageBytes = 1_048_576
    /// The most fragments of one message, also empty ones; above it 1008.
    public var fragmentCount = 65_536

    /// 1 MiB in 65,536 fragments.
    public init() {}
}
