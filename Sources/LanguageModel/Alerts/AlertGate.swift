/// Lets one alert of each subject through in an interval, and counts those it keeps back.
struct AlertGate: Sendable {
    /// After a message that could not be sent.
    static let pause = Duration.seconds(30)

    private let interval: Duration
    private var passed: [String: (at: Duration, keptBack: Int)] = [:]

    init(interval: Duration) { self.interval = interval }

    /// How many of its subject were kept back since the last one that passed; nil keeps this one back, too.
    mutating func pass(_ alert: ModelAlert, at now: Duration) -> Int? {
        let subject = alert.subject
        if let last = passed[subject], now - last.at < interval {
            passed[subject] = (last.at, last.keptBack + 1)
            return nil
        }
        let keptBack = passed[subject]?.keptBack ?? 0
        passed[subject] = (now, 0)
        return keptBack
    }

    /// One that passed could not be sent: the next passes soon, and tells of this one, too.
    mutating func failed(_ alert: ModelAlert, keptBack: Int, at now: Duration) {
        let since = passed[alert.subject]?.keptBack ?? 0
        passed[alert.subject] = (now - interval + min(interval, Self.pause), since + keptBack + 1)
    }
}

extension ModelAlert {
    /// What alerts are told once of in an interval: their kind, and for budgets, which are told of once at all, the budget.
    fileprivate var subject: String { kind == .budgetThreshold ? "\(kind.rawValue) \(detail)" : kind.rawValue }
}
