import Platform

@testable import SignIn

/// A registry whose operations fail, or wait, as a test wants it.
final class BrokenRegistry: SessionRegistry {
    struct Away: Error {}

    let inner: MemorySessionRegistry
    let failing = Lock<Set<String>>([])
    /// Is told that `endAll` was reached, and what it waits for.
    let endAllReached = AsyncStream<Void>.makeStream(), endAllMayGoOn = AsyncStream<Void>.makeStream()
    let endAllWaits = Lock(false)

    init(_ inner: MemorySessionRegistry) { self.inner = inner }

    func begin(_ entry: SessionEntry) async throws { try await inner.begin(entry) }

    func isOpen(_ id: String, of subject: String) async throws -> Bool {
        try check("isOpen")
        return try await inner.isOpen(id, of: subject)
    }

    func touch(_ id: String, of subject: String, at moment: UnixTime) async throws { try await inner.touch(id, of: subject, at: moment) }

    func end(_ id: String, of subject: String) async throws -> SessionEntry? {
        try check("end")
        return try await inner.end(id, of: subject)
    }

    func endAll(of subject: String) async throws -> [String] {
        try check("endAll")
        if endAllWaits.withLock({ $0 }) {
            endAllReached.continuation.yield()
            for await _ in endAllMayGoOn.stream { break }
        }
        return try await inner.endAll(of: subject)
    }

    func list(of subject: String, at moment: UnixTime) async throws -> [SessionEntry] { try await inner.list(of: subject, at: moment) }

    private func check(_ operation: String) throws { if failing.withLock({ $0.contains(operation) }) { throw Away() } }
}
