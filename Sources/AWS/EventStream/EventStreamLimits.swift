/// The largest message read. The defaults are botocore's.
public struct EventStreamLimits: Sendable, Equatable {
    /// All headers of a message together.
    public var headerBytes: Int
    /// The payload of a message.
    public var payloadBytes: Int

    /// Limits.
    public init(headerBytes: Int = 128 * 1024, payloadBytes: Int = 24 * 1024 * 1024) {
        self.headerBytes = headerBytes
        self.payloadBytes = payloadBytes
    }
}

/// The fixed parts of a message.
enum EventStreamFrame {
    /// Two lengths and their checksum.
    static let preludeBytes = 12
    /// Prelude and final checksum.
    static let overheadBytes = 16
}
