import CEpoll

/// What a descriptor is ready for.
public struct Readiness: OptionSet, Sendable {
    /// The raw epoll event bits.
    public let rawValue: UInt32
    /// Creates a set from epoll event bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// Bytes, an end of stream or a connection can be taken.
    public static var readable: Readiness { Readiness(rawValue: cepoll_in) }
    /// Bytes can be sent.
    public static var writable: Readiness { Readiness(rawValue: cepoll_out) }
    /// The peer will send no more (RDHUP); ask for it to hear of it while not reading.
    public static var peerClosed: Readiness { Readiness(rawValue: cepoll_peer_closed) }
    /// The connection is gone: an error or a full hang-up; always reported.
    public static var failed: Readiness { Readiness(rawValue: cepoll_error | cepoll_hangup) }
}

/// Something that owns a descriptor registered with a loop.
public protocol ReadinessHandler: AnyObject {
    /// Called on the loop when the descriptor is ready; level-triggered, so what is not taken is reported again.
    func ready(_ readiness: Readiness, on loop: isolated EventLoop)
}

/// Something that gathers output while the loop has work, and sends it when there is none left.
public protocol Flushable: AnyObject {
    /// Called once for each `flushLater`, in the same pass of the loop.
    func flush(on loop: isolated EventLoop)
}

/// Identifies a registered descriptor; stale tokens are ignored.
public struct ReadinessToken: Hashable, Sendable {
    let descriptor: Int32
    let generation: UInt32
    var bits: UInt64 { UInt64(generation) << 32 | UInt64(UInt32(bitPattern: descriptor)) }
}
