import Platform

/// What could not be written down at once, and is tried again in the background: at most so many at a time, each so often.
///
/// What is given up counts as it was reserved, and its permit ends with its lease.
final class Settlements: Sendable {
    static let maximumCount = 200
    /// Seconds before each further attempt; together shorter than the ledger remembers a reservation.
    static let waits = [1, 2, 4, 8, 16, 30].map { Duration.seconds($0) }

    private let ledger: any UsageLedger
    private let pause: @Sendable (Duration) async throws -> Void
    private let count = Lock(0)

    init(_ ledger: any UsageLedger, pause: @escaping @Sendable (Duration) async throws -> Void) {
        self.ledger = ledger
        self.pause = pause
    }

    /// Tries again later, unless too many wait already. Doing it twice is as good as once.
    func add(_ reservation: UsageReservation, _ usage: UsedTokens, by caller: ModelCaller) {
        let hasRoom = count.withLock { count in
            guard count < Self.maximumCount else { return false }
            count += 1
            return true
        }
        guard hasRoom else { return }
        Task.detached { [self] in
            defer { count.withLock { $0 -= 1 } }
            for wait in Self.waits {
                guard (try? await pause(wait)) != nil else { return }
                if (try? await ledger.settle(reservation, usage, by: caller)) != nil { return }
            }
        }
    }
}
