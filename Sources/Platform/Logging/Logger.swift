/// Writes events as one JSON line each: `{"time":"…Z","level":"info","service":"…","event":"…",…}`.
/// A value: copy it, bind fields with `with`, pass it down. Never throws, never blocks on its descriptor.
public struct Logger: Sendable {
    /// Events below this level are not composed at all.
    public var minimumLevel: LogLevel
    private let sink: any LogSink
    private let clock: any WallClock
    private let service: [UInt8]
    private var bound: [UInt8] = []

    /// A logger for one service.
    public init(service: String, minimumLevel: LogLevel = .info, sink: any LogSink = DescriptorLogSink.standardOutput, clock: any WallClock = SystemClock()) {
        var fields = LogFields(capacity: 64)
        fields.field("service", service)
        self.service = Array(fields.bytes)
        self.minimumLevel = minimumLevel
        self.sink = sink
        self.clock = clock
    }

    /// A logger that writes nowhere.
    public static let silent = Logger(service: "", minimumLevel: .error, sink: SilentLogSink())

    /// Whether events of this level are written; ask before computing something costly for a field.
    @inlinable public func isEnabled(_ level: LogLevel) -> Bool { level >= minimumLevel }

    /// A logger that adds these fields to every line, for instance a request id.
    public func with(_ fields: (inout LogFields) -> Void) -> Logger {
        var extended = LogFields(capacity: 64)
        fields(&extended)
        var copy = self
        copy.bound += extended.bytes
        return copy
    }

    /// Writes one event. `event` is a short constant name (`request`, `pool.exhausted`); everything that varies goes into fields.
    public func log(_ level: LogLevel, _ event: StaticString, _ fields: (inout LogFields) -> Void = { _ in }) {
        guard isEnabled(level) else { return }
        // On the stack: nearly every line fits, and none outlives the call.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { stack in
            var line = LogFields(lent: stack)
            line.begin(at: clock.now(), level: level, service: service, event: event, bound: bound)
            fields(&line)
            line.end()
            sink.write(line: UnsafeRawBufferPointer(line.bytes), level: level)
        }
    }

    /// Writes what the sink still holds; waits at most two seconds for it.
    public func flush() { sink.flush() }
}

extension Logger {
    /// Writes an event of level debug.
    public func debug(_ event: StaticString, _ fields: (inout LogFields) -> Void = { _ in }) { log(.debug, event, fields) }
    /// Writes an event of level info.
    public func info(_ event: StaticString, _ fields: (inout LogFields) -> Void = { _ in }) { log(.info, event, fields) }
    /// Writes an event of level warning.
    public func warning(_ event: StaticString, _ fields: (inout LogFields) -> Void = { _ in }) { log(.warning, event, fields) }
    /// Writes an event of level error, and has the sink flush at once.
    public func error(_ event: StaticString, _ fields: (inout LogFields) -> Void = { _ in }) { log(.error, event, fields) }
}
