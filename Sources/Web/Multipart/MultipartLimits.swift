/// What a multipart body may hold; its whole length is bounded by the route's body limit.
public struct MultipartLimits: Sendable, Equatable {
    /// The most parts, texts and files together.
    public var partCount = 1_000
    /// The most bytes of header fields of one part.
    public var partHeaderBytes = 8_192
    /// The most bytes of all texts together; they are kept in memory.
    public var textBytes = 1_048_576
    /// The most bytes of one file.
    public var fileBytes = 67_108_864
    /// Of all files together, this much is kept in memory; the rest goes to a temporary file.
    public var memoryBytes = 262_144

    /// The defaults.
    public init() {}

    var isSound: Bool { partCount > 0 && min(partHeaderBytes, textBytes, fileBytes, memoryBytes) >= 0 }
}
