import Platform

/// What the registry said lately, so that it is not asked with every request: an ended session may be taken for open for ten seconds, never longer.
final class RememberedSessions: Sendable {
    static let memory = Duration.seconds(10)
    private static let limit = 20_000

    private let registry: any SessionRegistry
    private let clock: any MonotonicClock
    private let openUntil = Lock<[String: Duration]>([:])

    init(_ registry: any SessionRegistry, clock: any MonotonicClock) {
        self.registry = registry
        self.clock = clock
    }

    /// Whether the session is open, or was less than ten seconds ago.
    func isOpen(_ session: SignedInSession) async throws -> Bool {
        let now = clock.uptime(), key = Self.key(session.id, session.subject)
        if let until = openUntil.withLock({ $0[key] }), now < until { return true }
        let isOpen = try await registry.isOpen(session.id, of: session.subject)
        openUntil.withLock { known in
            if isOpen, known.count >= Self.limit { known = known.filter { now < $0.value } }
            known[key] = isOpen && known.count < Self.limit ? now + Self.memory : nil
        }
        return isOpen
    }

    /// What this process knows to be ended is ended here at once.
    func forget(_ ids: [String], of subject: String) { openUntil.withLock { known in for id in ids { known[Self.key(id, subject)] = nil } } }

    private static func key(_ id: String, _ subject: String) -> String { "\(id) \(subject)" }
}
