import HTTPCore
import Reactor

/// Writes a streamed answer into its connection, suspending while the peer reads slower than the handler writes. Lives on the connection's loop.
final class ResponseStream: ResponseBodyWriter {
    private let connection: Connection
    private let framing: ResponseFraming
    private let loop: EventLoop
    private var written = 0

    init(_ connection: Connection, framing: ResponseFraming, loop: EventLoop) {
        self.connection = connection
        self.framing = framing
        self.loop = loop
    }

    func write(_ bytes: [UInt8]) async throws(ResponseBodyError) {
        guard !bytes.isEmpty else { return }
        written += bytes.count
        if case .length(let length) = framing, written > length { throw .disconnected }
        if !append(bytes) { await connection.waitUntilDrained() }
        if connection.machine.isClosed { throw .disconnected }
    }

    func declareEndless(heartbeat: [UInt8], every interval: Duration) async throws(ResponseBodyError) {
        connection.endless = EndlessAnswer(heartbeat: heartbeat, interval: interval, framing: framing, wroteAt: now)
    }

    private var now: UInt64 { loop.assumeIsolated { $0.now } }

    /// Hands the bytes to the connection; false when the peer should take some first.
    private func append(_ bytes: [UInt8]) -> Bool {
        // We are on the loop already; the checker cannot see that self stays there.
        nonisolated(unsafe) let stream = self
        return loop.assumeIsolated { stream.connection.writeBody(bytes, framing: stream.framing, on: $0) }
    }

    /// Whether as much was written as was promised.
    var isComplete: Bool { if case .length(let length) = framing { written == length } else { true } }
}
