import Platform

/// Takes what services export and keeps counts, and what the last exports were; nothing else of them.
final class TelemetrySink: Sendable {
    /// One export.
    struct Export: Sendable, Equatable {
        let signal: TelemetrySignal
        let items: Int
        let bytes: Int
        let receivedAt: UnixTime
    }

    /// All exports of one signal together.
    struct Total: Sendable, Equatable {
        var requests = 0
        var items = 0
        var bytes = 0
    }

    private struct State {
        var totals: [TelemetrySignal: Total] = [:]
        var last: [Export] = []
    }

    private let capacity: Int
    private let state = Lock(State())

    /// Keeps so many exports; the oldest make room.
    init(capacity: Int = 100) { self.capacity = capacity }

    func take(_ export: Export) {
        state.withLock { state in
            state.totals[export.signal, default: Total()].add(export)
            state.last.append(export)
            if state.last.count > capacity { state.last.removeFirst(state.last.count - capacity) }
        }
    }

    func total(of signal: TelemetrySignal) -> Total { state.withLock { $0.totals[signal] ?? Total() } }

    /// The last exports, newest first.
    var last: [Export] { state.withLock { $0.last.reversed() } }
}

extension TelemetrySink.Total {
    fileprivate mutating func add(_ export: TelemetrySink.Export) {
        requests += 1
        items += export.items
        bytes += export.bytes
    }
}
