/// How far a server goes with permessage-deflate (RFC 7692).
///
/// A connection costs 2^(windowBits + 2) + 2^(memoryLevel + 9) bytes for what it sends, by default 32 KiB, and 7 KiB + 2^windowBits for what it receives.
/// Leave it out where a message mixes a secret with input of somebody else: lengths tell (CRIME, BREACH).
public struct WebSocketCompression: Sendable, Equatable {
    /// The windows of both sides, 2^9 to 2^15 bytes; a client that cannot choose keeps 2^15.
    public var windowBits = 12
    /// zlib's memory level, 1 to 9.
    public var memoryLevel = 5
    /// From 1, fast, to 9, small.
    public var level = 6
    /// Whether a message may refer to those before it, in either direction: smaller messages for memory between them.
    public var keepsContext = true
    /// Messages below this length are sent as they are.
    public var minimumBytes = 64
    /// Messages above this length too: compressing them would hold the event loop.
    public var maximumBytes = 65_536

    /// The defaults.
    public init() {}

    /// Why this cannot work; nil when it can.
    public var fault: String? {
        if !(9...15).contains(windowBits) { return "a window of permessage-deflate has 2^9 to 2^15 bytes" }
        if !(1...9).contains(memoryLevel) || !(1...9).contains(level) { return "zlib's levels are 1 to 9" }
        if minimumBytes < 0 || maximumBytes < minimumBytes { return "messages are compressed from a length up to a larger one" }
        return nil
    }
}
