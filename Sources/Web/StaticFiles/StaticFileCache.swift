import Platform

/// The static files that were asked for lately, so that most requests need no system call.
final class StaticFileCache: Sendable {
    /// What is known about a path.
    enum Known: Sendable {
        case fresh(StaticResource)
        /// Was there a while ago: look again. Others are given it meanwhile.
        case stale(StaticResource)
        case unknown
    }

    private struct Entry {
        var resource: StaticResource
        var checkedAt: Duration
        var usedAt: Duration
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var fileCount = 0
    }

    private let state = Lock(State())
    private let interval: Duration
    private let limit: Int

    /// - Parameters:
    ///   - interval: how long a file is fresh.
    ///   - limit: how many files are kept.
    init(interval: Duration, limit: Int) {
        self.interval = interval
        self.limit = limit
    }

    /// How many files are kept.
    var fileCount: Int { state.withLock { $0.fileCount } }

    func find(_ path: String, at now: Duration) -> Known {
        state.withLock { state in
            guard let place = state.entries.index(forKey: path) else { return .unknown }
            state.entries.values[place].usedAt = now
            let entry = state.entries.values[place]
            if now - entry.checkedAt < interval { return .fresh(entry.resource) }
            state.entries.values[place].checkedAt = now
            return .stale(entry.resource)
        }
    }

    /// Keeps what was found at a path, or forgets it.
    func keep(_ resource: StaticResource?, at path: String, checkedAt: Duration) {
        state.withLock { state in
            if let old = state.entries.removeValue(forKey: path) { state.fileCount -= old.resource.fileCount }
            guard let resource, limit > 0 else { return }
            state.entries[path] = Entry(resource: resource, checkedAt: checkedAt, usedAt: checkedAt)
            state.fileCount += resource.fileCount
            while state.fileCount > limit, let least = state.entries.min(by: { $0.value.usedAt < $1.value.usedAt }) {
                state.entries[least.key] = nil
                state.fileCount -= least.value.resource.fileCount
            }
        }
    }
}
