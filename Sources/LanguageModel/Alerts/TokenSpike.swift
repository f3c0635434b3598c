/// Notices a minute in which far more tokens are used than in the hour before it.
struct TokenSpike: Sendable {
    private static let minutes = 60

    private let factor: Int
    private let least: Int
    /// Of the minutes before, the oldest first; minutes without calls count, too.
    private var history: [Int] = []
    private var minute: Int?
    private var tokens = 0
    private var isNoticed = false

    init(factor: Int, least: Int) {
        self.factor = factor
        self.least = least
    }

    /// Adds what a call took; gives the minute's sum when it is a spike, once for each minute.
    mutating func add(_ count: Int, at now: Duration) -> Int? {
        move(to: Int(now.components.seconds) / 60)
        tokens += count
        // Without a history there is nothing that this could be more than.
        guard !isNoticed, !history.isEmpty, tokens >= least else { return nil }
        guard tokens * history.count > factor * history.reduce(0, +) else { return nil }
        isNoticed = true
        return tokens
    }

    private mutating func move(to now: Int) {
        guard let minute, minute < now else {
            self.minute = minute ?? now
            return
        }
        let idle = min(now - minute - 1, Self.minutes)
        history = Array((history + [tokens] + Array(repeating: 0, count: idle)).suffix(Self.minutes))
        (self.minute, tokens, isNoticed) = (now, 0, false)
    }
}
