import HTTPCore
import Platform

/// A handler's stream with a compressor in between.
struct CompressedStream: Sendable {
    let coding: ContentCoding
    let policy: CompressionPolicy
    /// The length the handler promised; nil when it did not.
    let declaredBytes: Int?
    let produce: @Sendable (any ResponseBodyWriter) async throws -> Void
    let lease: ConcurrencyLimit.Lease

    /// Writes the whole stream.
    @Sendable func write(_ writer: any ResponseBodyWriter) async throws {
        let compressing = CompressingWriter(writer, coding, policy, declaredBytes: declaredBytes)
        try await produce(compressing)
        try await compressing.finish()
    }
}
