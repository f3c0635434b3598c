/// Lets one alert of each kind through in an interval, and counts those it keeps back.
struct AlertGate: Sendable {
    private let interval: Duration
    private var passed: [ModelAlert.Kind: (at: Duration, keptBack: Int)] = [:]

    init(interval: Duration) { self.interval = interval }

    /// How many of the kind were kept back since the last one that passed; nil keeps this one back, too.
    mutating func pass(_ kind: ModelAlert.Kind, at now: Duration) -> Int? {
        if let last = passed[kind], now - last.at < interval {
            passed[kind] = (last.at, last.keptBack + 1)
            return nil
        }
        let keptBack = passed[kind]?.keptBack ?? 0
        passed[kind] = (now, 0)
        return keptBack
    }
}
