/// Where log lines go. Called from any thread; must neither block nor fail.
public protocol LogSink: Sendable {
    /// Takes one whole line with its line feed; the bytes are valid during the call only.
    func write(line: UnsafeRawBufferPointer, level: LogLevel)
    /// Writes out what is held back, waiting a bounded time.
    func flush()
}

/// Discards every line.
public struct SilentLogSink: LogSink {
    /// A sink for nothing.
    public init() {}
    /// Ignored.
    public func write(line: UnsafeRawBufferPointer, level: LogLevel) {}
    /// Nothing to do.
    public func flush() {}
}

/// Keeps the newest lines in memory, for tests.
public final class CapturingLogSink: LogSink {
    private let captured = Lock<[String]>([])
    private let limit: Int

    /// Keeps at most `limit` lines.
    public init(limit: Int = 10_000) { self.limit = max(1, limit) }

    /// The lines so far, oldest first, without line feeds.
    public var lines: [String] { captured.withLock { $0 } }

    /// Keeps the line.
    public func write(line: UnsafeRawBufferPointer, level: LogLevel) {
        let text = String(decoding: line.dropLast(), as: UTF8.self)
        captured.withLock { lines in
            if lines.count == limit { lines.removeFirst() }
            lines.append(text)
        }
    }

    /// Nothing to do.
    public func flush() {}
}
