import Dispatch
import Glibc

/// Gathers lines in memory and writes them to a file descriptor from a background queue.
/// Written when 32 KiB have gathered, on an error, every 100 ms, and by `flush()`. When the descriptor does not keep up and `limitBytes`
/// are waiting, further lines are dropped, counted, and reported by a `log.dropped` line as soon as it moves again.
public final class DescriptorLogSink: LogSink {
    private struct State {
        var pending: [UInt8] = []
        var pendingLines = 0
        var dropped = 0
        var isDraining = false
        var isTimerArmed = false
    }

    private static let eagerBytes = 32 * 1024
    private static let delay = DispatchTimeInterval.milliseconds(100)

    private let state = Lock(State())
    private let queue = DispatchQueue(label: "log")
    private let descriptor: Int32
    private let limitBytes: Int
    private let clock: any WallClock

    /// The sink of standard output, flushed when the process exits normally.
    public static let standardOutput: DescriptorLogSink = {
        atexit { DescriptorLogSink.standardOutput.flush() }
        return DescriptorLogSink(descriptor: STDOUT_FILENO)
    }()

    /// Writes to `descriptor`, which stays the caller's to close. SIGPIPE, if nobody handles it, is ignored from now on:
    /// a reader of logs that goes away must not end the process.
    public init(descriptor: Int32, limitBytes: Int = 1024 * 1024, clock: any WallClock = SystemClock()) {
        self.descriptor = descriptor
        self.limitBytes = max(limitBytes, 4096)
        self.clock = clock
        ignoreBrokenPipeSignal()
    }

    /// Lines lost so far and not yet reported.
    public var droppedLines: Int { state.withLock { $0.dropped } }

    /// Appends to memory; at most it wakes the queue.
    public func write(line: UnsafeRawBufferPointer, level: LogLevel) {
        enum Next { case nothing, drain, timer }
        let next: Next = state.withLock { state in
            guard state.pending.count + line.count <= limitBytes else {
                state.dropped += 1
                return .nothing
            }
            state.pending.append(contentsOf: line)
            state.pendingLines += 1
            if state.pending.count >= Self.eagerBytes || level == .error, !state.isDraining {
                state.isDraining = true
                return .drain
            }
            guard !state.isTimerArmed else { return .nothing }
            state.isTimerArmed = true
            return .timer
        }
        switch next {
        case .nothing: break
        case .drain: queue.async { self.drain() }
        case .timer: armTimer()
        }
    }

    /// Writes out what is held back, waiting at most two seconds for the descriptor.
    public func flush() {
        let done = DispatchSemaphore(value: 0)
        queue.async {
            self.drain()
            done.signal()
        }
        _ = done.wait(timeout: .now() + .seconds(2))
    }

    private func armTimer() {
        queue.asyncAfter(deadline: .now() + Self.delay) {
            self.state.withLock { $0.isTimerArmed = false }
            self.drain()
        }
    }

    /// On the queue only: writes until nothing is pending.
    private func drain() {
        var batch: [UInt8] = []
        while true {
            batch.removeAll(keepingCapacity: true)
            let (lines, dropped) = state.withLock { state in
                swap(&batch, &state.pending)
                let taken = (state.pendingLines, state.dropped)
                state.pendingLines = 0
                state.dropped = 0
                state.isDraining = !batch.isEmpty
                return taken
            }
            if dropped > 0 { batch = droppedLine(count: dropped) + batch }
            if batch.isEmpty { return }
            if !writeAll(batch, to: descriptor) { state.withLock { $0.dropped += lines + dropped } }
            if lines == 0 { return }
        }
    }

    private func droppedLine(count: Int) -> [UInt8] {
        var line = LogFields(capacity: 128)
        line.begin(at: clock.now(), level: .warning, service: [], event: "log.dropped", bound: [])
        line.field("dropped", count)
        line.end()
        return Array(line.bytes)
    }
}

/// Writes every byte, waiting while the descriptor is full; false when it is broken.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, 1000)
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}
