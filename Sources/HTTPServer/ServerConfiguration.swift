public import HTTPCore
public import Reactor

/// Every limit and time-out of a server, in one place.
public struct ServerConfiguration: Sendable {
    /// Where to listen; port 0 picks a free one.
    public var addresses: [SocketAddress]
    /// Bounds on a request's head: header block 16 KiB and 100 fields (431), target 8 KiB (414).
    public var requestLimits = RequestLimits()
    /// Connections held at once over all loops; one more is answered 503 and closed.
    public var connectionLimit = 10_000
    /// Connections answered 503 that are listened to for `lingerTimeout`, over all loops; one more is closed at once, and its answer may be lost.
    public var refusedLimit = 256
    /// Connections the kernel keeps until we accept them, per listener.
    public var backlog: Int32 = 1_024
    /// From a request's first byte (or a new connection) to the end of its head; then 408.
    public var headerTimeout: Duration = .seconds(10)
    /// Between two bytes of a body while its reader waits, then 408; and for all of a body that is read and dropped, then the connection closes.
    public var bodyProgressTimeout: Duration = .seconds(30)
    /// Between two requests; longer than the load balancer's 60 s, so that it is never we who close first.
    public var idleTimeout: Duration = .seconds(75)
    /// Between two bytes a slow reader takes; then the connection is dropped.
    public var writeTimeout: Duration = .seconds(30)
    /// How long an answered but unread request is listened to before its connection closes.
    public var lingerTimeout: Duration = .seconds(2)
    /// Unread body up to this length is read and dropped to keep the connection; above it the connection closes. So much of a refused connection's request too.
    public var unreadBodyBytes = 65_536
    /// Pipelined bytes that wait while a request is handled; above it we stop reading.
    public var pipelineBytes = 65_536
    /// Streamed bytes that wait for a slow reader, or for a slow handler; above it the other side is paused. Above it no further pipelined request is
    /// answered either, so that a peer that does not read costs this much and its last answer.
    public var streamBufferBytes = 262_144
    /// After SIGTERM, how long to go on accepting while answering with `Connection: close`.
    public var lameDuck: Duration = .zero
    /// After the lame duck, how long busy connections may take to finish.
    public var drainLimit: Duration = .seconds(30)
    /// Listen although another process does on the same port: for handing over to a successor. Otherwise a taken port is an error.
    public var sharesPort = false
    /// Makes the answer to what is refused before there is a request, given the reason and the peer's numeric address; called on the loops.
    public var refuse: @Sendable (Refusal, _ peer: String) -> Response = { refusal, _ in refusal.plainResponse }
    /// How cold files are read.
    var readAhead = ReadAhead()

    /// Creates a configuration with the defaults.
    public init(addresses: [SocketAddress]) { self.addresses = addresses }
}
