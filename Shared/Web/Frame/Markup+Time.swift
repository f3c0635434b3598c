import Encoding

extension Markup {
    /// A time to the minute in UTC, which a script turns into the reader's own.
    static func time(_ moment: Timestamp) -> Markup {
        let (hour, minute) = (moment.microsecondOfDay / 3_600_000_000, moment.microsecondOfDay / 60_000_000 % 60)
        let clock = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        return "<time datetime=\"\(moment.iso8601())\" data-local>\(moment.date.description) \(clock) UTC</time>"
    }
}
