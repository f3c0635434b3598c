import Compression
import HTTPCore

/// Compresses what a handler writes; each piece can be decompressed as soon as it has arrived, so that compression delays nothing.
final class CompressingWriter: ResponseBodyWriter {
    private let encoder: ContentEncoder
    private let writer: any ResponseBodyWriter
    private let coding: ContentCoding
    private let policy: CompressionPolicy
    private let declaredBytes: Int?
    private var writtenBytes = 0

    init(_ writer: any ResponseBodyWriter, _ coding: ContentCoding, _ policy: CompressionPolicy, declaredBytes: Int?) {
        encoder = ContentEncoder(coding, policy, expectedBytes: declaredBytes)
        self.writer = writer
        self.coding = coding
        self.policy = policy
        self.declaredBytes = declaredBytes
    }

    func write(_ bytes: [UInt8]) async throws(ResponseBodyError) {
        guard !bytes.isEmpty else { return }
        writtenBytes += bytes.count
        // The length the handler promised is not sent any more, so the server cannot notice.
        if let declaredBytes, writtenBytes > declaredBytes { throw .disconnected }
        try await writer.write(bytes.count < policy.offLoopBytes ? encoder.encode(bytes, .sync) : await encodeOffLoop(bytes))
    }

    /// A heartbeat is a block without content: what the handler would say there is not known to the compressor, whose stream it would break.
    func declareEndless(heartbeat: [UInt8], every interval: Duration) async throws(ResponseBodyError) {
        // The stream's head comes before any block.
        try await writer.write(encoder.encode([], .sync))
        try await writer.declareEndless(heartbeat: coding.emptyBlock, every: interval)
    }

    /// Writes the end of the stream.
    ///
    /// - Throws: `ResponseBodyError.disconnected` when less was written than was declared, so that the peer sees a broken response.
    func finish() async throws(ResponseBodyError) {
        if let declaredBytes, writtenBytes != declaredBytes { throw .disconnected }
        try await writer.write(encoder.encode([], .finish))
    }

    private func encodeOffLoop(_ bytes: [UInt8]) async -> [UInt8] {
        // One chain of calls, which waits here meanwhile.
        nonisolated(unsafe) let encoder = encoder
        return await offLoop { encoder.encode(bytes, .sync) }
    }
}

/// Runs a calculation on the global executor, whose threads are as many as there are cores.
@concurrent
func offLoop<Result: Sendable>(_ work: @Sendable () -> Result) async -> Result { work() }
