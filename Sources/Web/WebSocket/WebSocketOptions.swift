public import WebSocketCore

/// What a WebSocket route declares.
public struct WebSocketOptions: Sendable {
    /// Bounds on messages: 1 MiB in 65,536 fragments unless declared.
    public var limits = WebSocketLimits()
    /// Pings and patience: a ping after 25 s of silence unless declared.
    public var timings = WebSocketTimings()
    /// Subprotocols in the order of preference (RFC 6455 §1.9); a client that asks for others only is refused with 400.
    public var subprotocols: [String] = []
    /// How to compress with clients that offer it (RFC 7692); nil, the default, not at all.
    public var compression: WebSocketCompression?
    /// Pages of which origins may connect.
    public var origins = WebSocketOrigins.sameOrCORS
    /// Received bytes that wait for a slow handler; with more of them, or 256 messages, the peer is not read.
    public var inboxBytes = 262_144

    /// The defaults.
    public init() {}

    /// Why this cannot work; nil when it can.
    var fault: String? {
        if limits.messageBytes <= 0 || limits.fragmentCount <= 0 || inboxBytes <= 0 { return "a limit of a WebSocket is above zero" }
        if min(timings.pingInterval, timings.pongTimeout, timings.closeTimeout, timings.idleTimeout ?? .seconds(1)) <= .zero {
            return "a time-out of a WebSocket lies ahead"
        }
        return compression?.fault
    }
}

/// Pages of which origins a browser may connect from (RFC 6455 §10.2).
///
/// Browsers send cookies with every handshake and let any page make one: without this check a foreign page speaks as the user whose browser shows it.
/// Clients that are no browsers send no `Origin` and are let in.
public enum WebSocketOrigins: Sendable, Hashable {
    /// Those the `Host` names, and those of the application's CORS policy.
    case sameOrCORS
    /// These, as `scheme://host[:port]`.
    case only(Set<String>)
    /// All: for sockets that neither trust cookies nor tell secrets.
    case any
}
