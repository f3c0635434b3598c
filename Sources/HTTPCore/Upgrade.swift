/// Why bytes could not be sent any more on a connection that was taken over.
public enum UpgradedStreamError: Error, Equatable, Sendable {
    /// The peer went away, or read too slowly.
    case disconnected
}

/// The server's side of a connection that speaks another protocol after 101 (RFC 9110 §7.8). May be called on any thread.
public protocol UpgradedStream: AnyObject, Sendable {
    /// Sends bytes after those before; never waits. Without effect when the connection is gone.
    func write(_ bytes: [UInt8])
    /// Suspends while more bytes wait for a slow reader than the server buffers; whoever writes much asks after each piece.
    func drained() async throws(UpgradedStreamError)
    /// Says that `UpgradeHandler.received` would take bytes again.
    func resumeReading()
    /// Drops the connection; what waits to be sent is lost.
    func abort()
}

/// What speaks the other protocol.
///
/// All but `run` are called on the connection's loop and must not wait; times are those of a monotonic clock.
public protocol UpgradeHandler: AnyObject, Sendable {
    /// The 101 was written; called once, before anything else.
    func begin(on stream: any UpgradedStream, at now: Duration)
    /// Runs in the request's task until the connection is to be closed.
    func run() async throws
    /// Takes bytes of the peer, those first that came with the request.
    ///
    /// - Returns: how many were taken. The rest is brought again after `resumeReading`; until then the peer is not read.
    func received(_ bytes: Span<UInt8>, at now: Duration) -> Int
    /// The peer sends no more, or is gone; nothing can be sent any more either.
    func ended()
    /// Called twice a second. While `isSending` the peer has not taken all that was written: what it is asked it cannot have heard yet, and the
    /// server itself drops one that takes nothing.
    func tick(at now: Duration, isSending: Bool)
    /// The server is going away: `run` should end soon. May be called several times.
    func goAway(at now: Duration)
}

/// A connection's new protocol, and who wants to know when it is over.
public struct Upgrade: Sendable {
    /// What speaks it.
    public let handler: any UpgradeHandler
    /// Called once after `run` has returned, with what it threw, or instead of it where there was nobody left to answer; in the request's task.
    public var whenEnded: @Sendable ((any Error)?) -> Void = { _ in }

    /// An upgrade to what a handler speaks.
    public init(_ handler: any UpgradeHandler) { self.handler = handler }

    /// Runs the handler to its end and returns what it threw; for servers.
    public func run() async -> (any Error)? {
        var failure: (any Error)?
        do { try await handler.run() } catch { failure = error }
        whenEnded(failure)
        return failure
    }

    /// Says that the handler never runs, and why; for servers.
    public func giveUp(_ error: any Error) -> any Error {
        whenEnded(error)
        return error
    }
}
