/// How patient a server is with a WebSocket; looked at every half second.
public struct WebSocketTimings: Sendable, Equatable {
    /// After so much silence of the peer a ping asks whether it is there; below the 60 s of load balancers, so that they see traffic.
    public var pingInterval: Duration = .seconds(25)
    /// So long an answer to a ping may take; then the connection is dropped.
    public var pongTimeout: Duration = .seconds(20)
    /// So long the peer may take to answer a close frame, and the handler to come back for the end; then the connection is dropped, the handler cancelled.
    public var closeTimeout: Duration = .seconds(5)
    /// After so long without a message in either direction the server closes; nil for never.
    public var idleTimeout: Duration?

    /// The defaults.
    public init() {}
}
