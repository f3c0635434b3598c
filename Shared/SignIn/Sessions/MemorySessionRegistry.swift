public import Platform

/// A registry in this process: for tests, and for a service that runs alone and has no database.
public final class MemorySessionRegistry: SessionRegistry {
    private let limit: Int
    private let entries = Lock<[String: SessionEntry]>([:])

    /// An empty registry; the sessions that end first make room when there are more than the limit.
    public init(limit: Int = 100_000) { self.limit = max(1, limit) }

    /// See `SessionRegistry`.
    public func begin(_ entry: SessionEntry) async throws {
        try entries.withLock { entries throws(SessionIDTaken) in
            if let known = entries[entry.id], known.subject != entry.subject { throw SessionIDTaken() }
            if entries.count >= limit, entries[entry.id] == nil, let first = entries.values.min(by: { $0.endsAt < $1.endsAt }) { entries[first.id] = nil }
            entries[entry.id] = entry
            let own = entries.values.filter { $0.subject == entry.subject }.sorted { $0.beganAt < $1.beganAt }
            for oldest in own.dropLast(Self.maximumPerLearner) { entries[oldest.id] = nil }
        }
    }

    /// See `SessionRegistry`.
    public func isOpen(_ id: String, of subject: String) async throws -> Bool { entries.withLock { $0[id]?.subject == subject } }

    /// See `SessionRegistry`.
    public func touch(_ id: String, of subject: String, at moment: UnixTime) async throws {
        entries.withLock { entries in
            if let seen = entries[id], seen.subject == subject { entries[id]?.seenAt = max(seen.seenAt, moment) }
        }
    }

    /// See `SessionRegistry`.
    public func end(_ id: String, of subject: String) async throws -> SessionEntry? {
        entries.withLock { entries in entries[id]?.subject == subject ? entries.removeValue(forKey: id) : nil }
    }

    /// See `SessionRegistry`.
    public func endAll(of subject: String) async throws -> [String] {
        entries.withLock { entries in
            let own = entries.values.filter { $0.subject == subject }.map(\.id)
            for id in own { entries[id] = nil }
            return own
        }
    }

    /// See `SessionRegistry`.
    public func list(of subject: String, at moment: UnixTime) async throws -> [SessionEntry] {
        entries.withLock { entries in
            let open = entries.values.filter { $0.subject == subject && moment < $0.endsAt }
            return Array(open.sorted { ($0.seenAt, $0.id) > ($1.seenAt, $1.id) }.prefix(Self.maximumPerLearner))
        }
    }
}
