import Platform

/// Turns for calls that the application's limits let pass in a moment, first come, first served. A value: moments in, moments out.
///
/// Every turn is later than the one before, and none is later than a caller's patience: so many wait at most as turns fit into it.
struct ReservationTurns: Sendable {
    private var last: Duration?

    /// When a call may ask the ledger again.
    ///
    /// - Parameters:
    ///   - wait: what the ledger has said.
    ///   - spacing: between two turns.
    ///   - latest: the end of the caller's patience.
    /// - Returns: nil when that is before its turn.
    mutating func turn(after wait: Duration, spacing: Duration, now: Duration, latest: Duration) -> Duration? {
        let turn = max(now + wait, last.map { $0 + spacing } ?? .zero)
        guard turn <= latest else { return nil }
        last = turn
        return turn
    }

    /// Whether somebody who came before waits still.
    func isWaitedFor(at now: Duration) -> Bool { last.map { $0 > now } ?? false }
}

extension UsageLimit {
    /// Whether it is all users' together, and the ledger knows when it lets the next call pass. A user's own limit is for that user to wait for, and nobody
    /// knows when a call under way ends.
    var isMomentary: Bool {
        switch self {
        case .requestsPerSecond, .requestsPerMinute, .tokensPerMinute, .tokensPerHour: true
        case .blocked, .tokensPerRequest, .userRequestsPerMinute, .userTokensPerHour, .concurrentCalls, .tokensPerDay, .costPerMonth: false
        }
    }
}
